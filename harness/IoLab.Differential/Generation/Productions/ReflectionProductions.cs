using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Code as data: texts and messages that are run, looked at and edited, also while they run.</summary>
internal static class ReflectionProductions
{
    private const Feature Mine = Feature.Reflection;
    private static readonly string[] PortableTexts = ["code", "name", "asString", "asSimpleString", "last name"], Texts = [.. PortableTexts, "codeOfLength(9)"];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Message, 4, draft => Source.Chain(IoType.Message, $"message({draft.Of(IoType.Any)})")),
        new(Mine, IoType.Message, 2, draft => Source.Chain(IoType.Message, $"{OperatorProductions.Quote(draft.Of(IoType.Any))} asMessage")),
        new(Mine, IoType.Message, 2, Edited),
        new(Mine, IoType.Text, 2, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Message):r} {draft.Random.Pick(draft.Policies.IsPortable ? PortableTexts : Texts)}")),
        new(Mine, IoType.Number, 1, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Message):r} argCount")),
        new(Mine, IoType.Any, 2, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Message):r} {draft.Random.Pick("next", "arguments", "argAt(0)", "hasCachedResult", "cachedResult", "isEndOfLine", "nextIgnoreEndOfLines")}")),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Message):r} argsEvaluatedIn(thisContext)")),
        new(Mine, IoType.Statement, 3, EditedMethod) { IsPortable = false },
        new(Mine, IoType.Statement, 2, EditedBlock) { IsPortable = false },
        new(Mine, IoType.Statement, 1, draft => Source.Chain(IoType.Statement, $"{draft.Of(IoType.Message):r} code println")),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"\"<#{{{OperatorFree(draft)}}}>\" interpolate")),
        new(Mine, IoType.Statement, 1, Lazy),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 2, draft => Source.Chain(type, $"doString({OperatorProductions.Quote(draft.Of(type))})")),
            new(Mine, type, 1, draft => Source.Chain(type, $"doMessage(message({draft.Of(type)}))")),
            new(Mine, type, 1, draft => Source.Chain(type, $"message({draft.Of(type)}) doInContext({draft.Random.Pick("Lobby", "thisContext", "thisLocalContext", "thisContext, thisLocalContext")})")),
            new(Mine, type, 1, draft => Source.Chain(type, $"{(draft.Policies.IsPortable ? "evalArg" : draft.Random.Pick("evalArg", "lexicalDo", "do"))}({draft.Of(type)})")),
        }),
    ];

    private static Expression Edited(Draft draft)
    {
        Expression message = draft.Of(IoType.Message);
        return draft.Random.Below(6) switch
        {
            0 => Source.Chain(IoType.Message, $"{message:r} clone setName(\"{draft.Random.Pick("abs", "foo", "+", "list", "1")}\")"),
            1 => Source.Chain(IoType.Message, $"{message:r} clone setArguments(list({draft.Of(IoType.Message)}))"),
            2 => Source.Chain(IoType.Message, $"{message:r} clone appendArg({draft.Of(IoType.Message)})"),
            3 => Source.Chain(IoType.Message, $"{message:r} clone setCachedResult({draft.Of(IoType.Scalar)})"),
            4 => Source.Chain(IoType.Message, $"{message:r} clone setNext({draft.Random.Pick("nil", "message(println)", "message(+ 1)")})"),
            _ => Source.Chain(IoType.Message, $"{message:r} clone removeCachedResult"),
        };
    }

    /// <summary>A method is called, its tree is edited, it is called again.</summary>
    private static Expression EditedMethod(Draft draft)
    {
        string name = draft.NewName("w");
        Expression body = draft.InBlock(1, () => draft.Of(IoType.Number));
        string edit = draft.Random.Below(8) switch
        {
            0 => $"getSlot(\"{name}\") message setName(\"7\") removeCachedResult setCachedResult(7)",
            1 => $"getSlot(\"{name}\") setMessage(message(v * 2))",
            2 => $"getSlot(\"{name}\") message setNext(message(squared))",
            3 => $"getSlot(\"{name}\") message last setNext(message(+ 1))",
            4 => $"getSlot(\"{name}\") setArgumentNames(list(\"u\", \"v\"))",
            5 => $"getSlot(\"{name}\") message setArguments(list(message(1), message(v)))",
            6 => $"getSlot(\"{name}\") message setCachedResult(99)",
            _ => $"getSlot(\"{name}\") message setNext(nil)",
        };
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := method(v, {body:r} + v)"),
            Source.Word(IoType.Statement, $"{draft.Random.Between(1, 3)} repeat({name}(3) println)"),
            Source.Word(IoType.Statement, edit),
            Source.Word(IoType.Statement, $"2 repeat({name}(4) println); getSlot(\"{name}\") code println"),
        ]);
    }

    /// <summary>A body that edits itself while it runs.</summary>
    private static Expression EditedBlock(Draft draft)
    {
        string name = draft.NewName("w");
        string edit = draft.Random.Pick(
            $"getSlot(\"{name}\") message next setNext(message(\"edited\" println))", $"getSlot(\"{name}\") setMessage(message(5))", $"getSlot(\"{name}\") message last setName(\"cubed\")",
            "thisMessage setCachedResult(6)", "call message setName(\"other\")", $"getSlot(\"{name}\") message setArguments(list(message(8 println)))");
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := method(v, (v println); {edit}; {draft.InBlock(1, () => draft.Of(IoType.Number)):r} squared)"),
            Source.Word(IoType.Statement, $"for(i, 1, 3, {name}(i) println)"),
        ]);
    }

    private static Expression OperatorFree(Draft draft) => Plain.Variable(draft, IoType.Number) ?? Source.Word(IoType.Number, "1 + 2");

    private static Expression Lazy(Draft draft)
    {
        if (draft.Protos.Count == 0 || draft.Place.MayRepeat) return Source.Chain(IoType.Statement, $"Compiler messageForString({OperatorProductions.Quote(draft.Of(IoType.Any))}) code println");
        string name = draft.NewName("z");
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{proto.Name} {name} := lazySlot(\"made\" println; {draft.Of(IoType.Number)})"),
            Source.Word(IoType.Statement, $"{proto.Name} {name} println; {proto.Name} {name} println"),
        ]);
    }
}
