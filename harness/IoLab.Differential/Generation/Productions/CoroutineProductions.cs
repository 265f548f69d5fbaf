using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Coroutines, actors and futures. A coroutine runs straight through or in loops of literal length, so it switches a bounded number of times.</summary>
internal static class CoroutineProductions
{
    private const Feature Mine = Feature.Coroutines;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 3, Later),
        new(Mine, IoType.Statement, 3, Resumed),
        new(Mine, IoType.Statement, 2, Generator),
        new(Mine, IoType.Statement, 2, Actor),
        new(Mine, IoType.Statement, 1, draft => Source.Word(IoType.Statement, draft.Random.Pick("yield", "yield; yield", "wait(0.1)", "Scheduler yieldingCoros size println"))),
        new(Mine, IoType.Any, 2, Future),
        new(Mine, IoType.Number, 1, draft => Future(draft) is { } future ? Source.Infix(IoType.Number, future, "+", draft.Of(IoType.Number)) : null),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 3, draft => Hop(draft, type)),
            new(Mine, type, 1, draft => Result(draft, type)),
        }),
    ];

    /// <summary>A value that arrives after others ran.</summary>
    private static Expression Hop(Draft draft, IoType type)
    {
        draft.Prelude.Need("ticks", () => Source.Word(IoType.Statement, "ticks := 0"));
        draft.Prelude.Need("ticker", () => Source.Word(IoType.Statement, "ticker := method(coroDoLater(for(t, 1, 3, ticks = ticks + 1; yield)))"));
        draft.Prelude.Need("hop", () => Source.Word(IoType.Statement, "hop := method(v, if(Scheduler yieldingCoros size < 2, ticker); yield; v)"));
        draft.Spend(12);
        return Source.Chain(type, $"hop({draft.Of(type)})");
    }

    private static Expression Later(Draft draft)
    {
        Expression body = draft.Looped(1, () =>
        {
            List<Expression> statements = draft.Statements(1, 2);
            statements.Insert(draft.Random.Below(statements.Count), Source.Word(IoType.Statement, "yield"));
            return Source.Statements(IoType.Statement, statements);
        });
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{draft.Random.Pick("coroDoLater", "coroDo")}({body})"),
            Source.Word(IoType.Statement, "yield"),
            .. draft.Statements(1, 1),
            Source.Word(IoType.Statement, "yield; yield"),
        ]);
    }

    private static Expression Resumed(Draft draft)
    {
        string name = draft.NewName("co");
        Expression body = draft.Looped(1, () =>
        {
            List<Expression> statements = draft.Statements(1, 2);
            statements.Add(draft.Of(IoType.Number));
            return Source.Statements(IoType.Statement, statements);
        });
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := coroFor({body})"),
            Source.Word(IoType.Statement, $"{name} {draft.Random.Pick("resume", "resume", "resumeLater; yield", "run")}"),
            Source.Word(IoType.Statement, $"writeln({name} isFinished, \" \", {name} result)"),
            Source.Word(IoType.Statement, $"if({name} exception, {name} exception error println)"),
        ]);
    }

    /// <summary>Two coroutines that hand values to each other.</summary>
    private static Expression Generator(Draft draft)
    {
        string main = draft.NewName("co");
        string gen = draft.NewName("co");
        string box = draft.NewName("box");
        string i = draft.NewName("i");
        Expression value = draft.Looped(4, () =>
        {
            draft.Scope.Declare(new Variable(i, IoType.Number, IsAssignable: false));
            return draft.Of(IoType.Number);
        });
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{box} := nil; {main} := Coroutine currentCoroutine"),
            Source.Chain(IoType.Statement, $"{gen} := coroFor(for({i}, 1, 3, {box} = {value}; {main} resume); {box} = \"end\"; {main} resume)"),
            Source.Word(IoType.Statement, $"4 repeat({gen} resume; {box} println)"),
        ]);
    }

    private static Expression? Actor(Draft draft)
    {
        if (draft.Protos.Count == 0 || draft.Place.MayRepeat) return null;
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        if (ObjectProductions.Selector(draft, proto, IoType.Any) is not { } selector) return null;
        string name = draft.NewName("o");
        Expression message = CoreProductions.Message(IoType.Any, selector.Name, CoreProductions.Arguments(draft, selector));
        string quiet = "handleActorException := method(e, writeln(\"actor: \", e error))";
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{name} := {proto.Name} clone do({quiet})"),
            Source.Chain(IoType.Statement, $"{name} @@{message}; {name} @@{message}"),
            .. draft.Statements(1, 1),
            Source.Word(IoType.Statement, "yield; yield; yield"),
        ]);
    }

    private static Expression? Future(Draft draft)
    {
        if (draft.Protos.Count == 0 || ObjectProductions.Selector(draft, draft.Protos[0], IoType.Any) is not { } selector) return null;
        Expression message = CoreProductions.Message(IoType.Any, selector.Name, CoreProductions.Arguments(draft, selector));
        return Source.Chain(IoType.Any, $"({draft.Protos[0].Name} clone do(handleActorException := method(e, nil)) @{message})");
    }

    private static Expression Result(Draft draft, IoType type)
    {
        string name = draft.NewName("co");
        return Source.Chain(type, $"({name} := coroFor({draft.Of(type)}); {name} resume; {name} result)");
    }
}
