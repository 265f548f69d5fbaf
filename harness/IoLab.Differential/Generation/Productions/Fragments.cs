using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>
/// Puts a program together: definitions, globals, fragments that do not depend on one another, and at last the globals' values. Each fragment is tried, and its exception
/// printed, so that one does not hide the next.
/// </summary>
internal static class Fragments
{
    private static readonly IoType[] GlobalTypes = [IoType.Number, IoType.Number, IoType.Number, IoType.Text, IoType.Numbers, IoType.Numbers, IoType.Buffer, IoType.Map, IoType.List];

    private static readonly string[] Listed = ["Lobby", "Exception", "Coroutine", "Scheduler"];

    /// <summary>A whole program.</summary>
    public static string Program(Draft draft)
    {
        var program = new List<Expression>();
        program.AddRange(Globals(draft));
        program.AddRange(ProtoFactory.Make(draft));
        program.AddRange(Instances(draft));
        draft.Scope.KeepGlobals();
        int count = draft.Random.Between(1, 3);
        for (int i = 0; i < count && draft.Steps < draft.Policies.Steps; i++) program.AddRange(Fragment(draft));
        program.AddRange(Ending(draft));
        string source = SourceWriter.Write([Source.Word(IoType.Statement, "check := method(e, if(e, writeln(\"! \", e error)))"), .. Names(draft), .. draft.Prelude.Definitions, .. program]);
        return draft.Policies.IsPortable ? Brackets.Bare(source) : source;
    }

    /// <summary>
    /// Objects of the library of which a listing would show what an implementation keeps in them. The line is one that conformance/known-findings.json knows: where a
    /// reducer takes it away, listings may differ.
    /// </summary>
    private static IEnumerable<Expression> Names(Draft draft) =>
        draft.Policies.IsPortable ? [Source.Word(IoType.Statement, string.Join("; ", Listed.Select(proto => $"{proto} asString := method(type)")))] : [];

    private static IEnumerable<Expression> Globals(Draft draft)
    {
        int count = draft.Random.Between(2, 4);
        for (int i = 0; i < count; i++)
        {
            IoType type = draft.Random.Pick(GlobalTypes);
            yield return CoreProductions.Declare(draft, type, Plain.Literal(draft, type));
            draft.Scope.KeepGlobals();
        }
    }

    private static IEnumerable<Expression> Instances(Draft draft)
    {
        foreach (ProtoModel proto in draft.Protos)
        {
            if (!draft.Random.Chance(70)) continue;
            string name = draft.NewName("o");
            draft.Scope.Declare(new Variable(name, IoType.Object, IsAssignable: false, Proto: proto));
            yield return Source.Loose(IoType.Statement, $"{name} := {proto.Name} clone");
        }
    }

    private static IEnumerable<Expression> Fragment(Draft draft)
    {
        bool isMethod = draft.Random.Below(100) < draft.Policies.MethodPercent;
        if (!isMethod)
        {
            Expression body = draft.At(draft.Place, hidesLocals: false, () => Body(draft));
            yield return Source.Chain(IoType.Statement, $"check(try({body}))");
            yield break;
        }

        int times = draft.Random.Chance(30) ? 1 : draft.Random.Between(3, 12);
        string name = draft.NewName("t");
        ProtoModel? self = draft.Protos.Count > 0 && draft.Random.Chance(30) ? draft.Random.OneOf(draft.Protos) : null;
        Expression inner = draft.At(draft.Place with { IsInMethod = true, Self = self, Times = times }, hidesLocals: true, () => Body(draft));
        if (self is null)
        {
            yield return Source.Loose(IoType.Statement, $"{name} := method({inner})");
            yield return Source.Word(IoType.Statement, Repeated(times, $"check(try({name}))"));
        }
        else
        {
            yield return Source.Loose(IoType.Statement, $"{self.Name} {name} := method({inner})");
            yield return Source.Word(IoType.Statement, Repeated(times, $"check(try({self.Name} clone {name}))"));
        }
    }

    private static string Repeated(int times, string call) => times == 1 ? call : $"{times} repeat({call})";

    private static Body Body(Draft draft)
    {
        List<Expression> statements = draft.Statements(1, 4);
        if (draft.Place.IsInMethod && draft.Scope.Find(draft.Random, one => one.Type == IoType.Number) is { } variable) statements.Add(Source.Word(IoType.Statement, $"{variable.Name} println"));
        return new Body(IoType.Statement, statements, IsOneLine: false);
    }

    private static IEnumerable<Expression> Ending(Draft draft)
    {
        foreach (Variable variable in draft.Scope.Globals)
        {
            yield return variable.Type switch
            {
                IoType.Map => Source.Word(IoType.Statement, $"check(try(writeln(\"{variable.Name} \", {variable.Name} keys sort)))"),
                IoType.Object => Source.Word(IoType.Statement, $"check(try(writeln(\"{variable.Name} \", {variable.Name} slotNames sort)))"),
                _ => Source.Word(IoType.Statement, $"check(try(writeln(\"{variable.Name} \", {variable.Name})))"),
            };
        }
    }
}
