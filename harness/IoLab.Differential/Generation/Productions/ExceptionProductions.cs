using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>What goes wrong on purpose, and who deals with it.</summary>
internal static class ExceptionProductions
{
    private const Feature Mine = Feature.Exceptions;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Exception, 5, draft => Source.Chain(IoType.Exception, $"try({Risky(draft)})")),
        new(Mine, IoType.Statement, 4, TryAndShow),
        new(Mine, IoType.Statement, 3, Catch),
        new(Mine, IoType.Statement, 2, draft => Source.Chain(IoType.Statement, $"if({draft.Of(IoType.Boolean)}, {Raise(draft)})")),
        new(Mine, IoType.Statement, 1, Nested),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Exception):r} error asString")),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Exception):r} type")),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 1, draft => TryValue(draft, type)) { IsPortable = false },
            new(Mine, type, 1, draft => WithHandler(draft, type)),
            new(Mine, type, 1, draft => WithRestarts(draft, type)) { IsPortable = false },
        }),
    ];

    private static string OwnKind(Draft draft)
    {
        draft.Prelude.Need("E1", () => Source.Word(IoType.Statement, "E1 := Exception clone"));
        draft.Prelude.Need("E2", () => Source.Word(IoType.Statement, "E2 := E1 clone do(note := \"own\")"));
        return draft.Random.Pick("E1", "E2", "Exception");
    }

    private static Expression Raise(Draft draft)
    {
        string kind = OwnKind(draft);
        return draft.Random.Below(4) switch
        {
            0 => Source.Chain(IoType.Any, $"{kind} raise(\"r{draft.Random.Below(9)}\")"),
            1 => Source.Chain(IoType.Any, $"{kind} raise({draft.Of(IoType.Text)})"),
            2 => Source.Chain(IoType.Any, $"{kind} clone raise({draft.Of(draft.Random.Pick(IoType.Number, IoType.Numbers))})"),
            _ => Source.Chain(IoType.Any, $"{kind} raise({draft.Of(IoType.Text)}, {kind} clone setError(\"inner\"))"),
        };
    }

    private static Expression Risky(Draft draft) => draft.Random.Below(6) switch
    {
        0 => Source.Word(IoType.Any, "nil foo"),
        1 => Source.Chain(IoType.Any, $"{draft.Of(IoType.Number):r} + nil"),
        2 => Source.Chain(IoType.Any, $"list({draft.Of(IoType.Number)}, {Raise(draft)}, {draft.Of(IoType.Number)})"),
        3 => Source.Chain(IoType.Any, $"{draft.Of(IoType.Numbers):r} map(q, if(q == {draft.Of(IoType.Number)}, {Raise(draft)}, q))"),
        _ => Raise(draft),
    };

    private static Expression TryAndShow(Draft draft)
    {
        string name = draft.NewName("e");
        Expression body = draft.Looped(1, () =>
        {
            List<Expression> statements = draft.Statements(1, 2);
            statements.Insert(draft.Random.Below(statements.Count + 1), Risky(draft));
            return Source.Statements(IoType.Statement, statements);
        });
        draft.Scope.Declare(new Variable(name, IoType.Exception, IsAssignable: false));
        return Source.Statements(IoType.Statement,
        [
            Source.Loose(IoType.Statement, $"{name} := try({body})"),
            Source.Word(IoType.Statement, $"if({name}, writeln({name} type, \": \", {name} error), \"fine\" println)"),
        ]);
    }

    private static Expression Catch(Draft draft)
    {
        string name = draft.NewName("e");
        string first = OwnKind(draft);
        string second = OwnKind(draft);
        string last = draft.Random.Pick("", " pass", "");
        Expression action = draft.Looped(1, () => CoreProductions.Nested(draft, 1, 1));
        return Source.Statements(IoType.Statement,
        [
            Source.Loose(IoType.Statement, $"{name} := try({Risky(draft)}; \"on\" println)"),
            Source.Chain(IoType.Statement, $"{name} catch({first}, {action}) catch({second}, writeln(\"second \", {name} error)){last}"),
        ]);
    }

    private static Expression Nested(Draft draft) => Source.Chain(
        IoType.Statement, $"try(try({Risky(draft)}) {draft.Random.Pick("pass", "error println")}; \"after\" println) {draft.Random.Pick("error", "type")} println");

    private static Expression TryValue(Draft draft, IoType type)
    {
        string name = draft.NewName("t");
        return Source.Chain(type, $"({name} := {Plain.Literal(draft, type)}; try({name} = {draft.Of(type)}); {name})");
    }

    private static Expression WithHandler(Draft draft, IoType type)
    {
        string kind = OwnKind(draft);
        string raised = OwnKind(draft);
        string answer = draft.Random.Pick("v", "v", "r invoke(v)", draft.Policies.IsPortable ? "v" : "r decline");
        // A handler is still there while it runs: it must not signal.
        Expression handler = Source.Chain(IoType.Block, $"block(e, r, v := {Plain.Of(draft, type)}; {answer})");
        Expression body = draft.Random.Chance(70)
            ? Source.Chain(type, $"({draft.Of(IoType.Number)}; {raised} signal(\"s\"))")
            : Source.Chain(type, $"if(true, {raised} signal({draft.Of(IoType.Text)}), {draft.Of(type)})");
        return Source.Chain(type, $"withHandler({kind}, {handler}, {body})");
    }

    private static Expression WithRestarts(Draft draft, IoType type)
    {
        string value = draft.NewName("v");
        Expression offer = Source.Chain(IoType.Block, $"block({value}, {value})");
        Expression body = draft.Random.Below(3) switch
        {
            0 => Source.Chain(type, $"invokeRestart(\"use\", {draft.Of(type)})"),
            1 => Source.Chain(type, $"withHandler({OwnKind(draft)}, block(e, r, invokeRestart(\"use\", {Plain.Of(draft, type)})), list(1, {OwnKind(draft)} signal(\"s\")))"),
            _ => Source.Chain(type, $"(computeRestarts size println; {draft.Of(type)})"),
        };
        return Source.Chain(type, $"withRestarts(\"use\", {offer}, {body})");
    }
}
