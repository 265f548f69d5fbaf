using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Loops of all forms, with what leaves them.</summary>
internal static class ControlFlowProductions
{
    private const Feature Mine = Feature.ControlFlow;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 6, For),
        new(Mine, IoType.Statement, 4, While),
        new(Mine, IoType.Statement, 3, Repeat),
        new(Mine, IoType.Statement, 5, Foreach),
        new(Mine, IoType.Statement, 1, Loop),
        new(Mine, IoType.Statement, 2, Leave),
        new(Mine, IoType.Statement, 1, Switch),
        new(Mine, IoType.Statement, 1, IfForms),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 1, draft => Source.Chain(type, $"{draft.Of(IoType.Count):r} switch(1, {draft.Of(type)}, 2, {draft.Of(type)}, {draft.Of(type)})")),
            new(Mine, type, 1, draft => LoopValue(draft, type)),
            new(Mine, type, 1, draft => EarlyReturn(draft, type)),
        }),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Any):r} ifNilEval({draft.Of(IoType.Number)})")),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Any):r} ifNonNilEval({draft.Of(IoType.Number)})")),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Boolean):r} ifTrue({draft.Of(IoType.Any)})")),
    ];

    private static Expression For(Draft draft)
    {
        string name = Counter(draft, "i");
        int times = Turns(draft);
        string range = draft.Random.Below(7) switch
        {
            0 => $"{times}, 1, -1",
            1 => $"0, {times - 1}, {draft.Random.Pick("1", "1.5", "0.75")}",
            2 => $"1, {times * 2}, 2",
            3 => draft.Random.Pick("1, 0", "1, 1"),
            _ => $"1, {times}",
        };
        return InLoop(draft, name, times, body => Source.Chain(IoType.Statement, $"for({name}, {range}, {body})"));
    }

    private static Expression? While(Draft draft)
    {
        if (draft.Policies.LyingBuiltins) return null;
        string name = Counter(draft, "w");
        int times = Turns(draft);
        Expression start = Source.Word(IoType.Statement, $"{name} := 0");
        Expression loop = InLoop(draft, name, times, body =>
            draft.Random.Chance(60)
                ? Source.Chain(IoType.Statement, $"while(({name} = {name} + 1) < {times}, {body})")
                : Source.Chain(IoType.Statement, $"while({name} < {times}, {name} = {name} + 1; {body})"));
        return Source.Statements(IoType.Statement, [start, loop]);
    }

    private static Expression? Loop(Draft draft)
    {
        if (draft.Policies.LyingBuiltins) return null;
        string name = Counter(draft, "w");
        int times = Turns(draft);
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{name} := 0"),
            InLoop(draft, name, times, body => Source.Chain(
                IoType.Statement, $"loop({name} = {name} + 1; if({name} > {times}, {(draft.Random.Chance(70) ? "break" : "break(7)")}); {body})")),
        ]);
    }

    private static Expression Repeat(Draft draft)
    {
        int times = Turns(draft);
        if (draft.Random.Chance(50))
        {
            Expression body = draft.Looped(times, () => CoreProductions.Nested(draft, 1, 3));
            return Source.Chain(IoType.Statement, $"{times} repeat({body})");
        }

        string name = Counter(draft, "i");
        return InLoop(draft, name, times, body => Source.Chain(IoType.Statement, $"{times} repeat({name}, {body})"));
    }

    private static Expression Foreach(Draft draft)
    {
        Expression list = draft.Of(draft.Random.Pick(IoType.Numbers, IoType.Numbers, IoType.Text));
        string loop = list.Type is IoType.Numbers && draft.Random.Chance(30) ? "reverseForeach" : "foreach";
        string value = Counter(draft, "x");
        if (draft.Random.Chance(50)) return InLoop(draft, value, 5, body => Source.Chain(IoType.Statement, $"{list:r} {loop}({value}, {body})"));
        string index = Counter(draft, "i");
        return InLoop(draft, value, 5, body => Source.Chain(IoType.Statement, $"{list:r} {loop}({index}, {value}, {body})"));
    }

    private static Expression? Leave(Draft draft)
    {
        if (!draft.Place.IsInLoop && !draft.Place.IsInMethod) return null;
        Expression stop = draft.Random.Below(5) switch
        {
            0 or 1 => Source.Word(IoType.Statement, "break"),
            2 => Source.Word(IoType.Statement, "continue"),
            3 => Source.Chain(IoType.Statement, $"break({draft.Of(IoType.Number)})"),
            _ => Source.Loose(IoType.Statement, $"return {draft.Of(IoType.Number)}"),
        };
        return Source.Chain(IoType.Statement, $"if({draft.Of(IoType.Boolean)}, {stop})");
    }

    private static Expression Switch(Draft draft) => Source.Chain(
        IoType.Statement,
        $"{draft.Of(IoType.Any):r} switch({draft.Of(IoType.Number)}, {CoreProductions.Nested(draft, 1, 2)}, {draft.Of(IoType.Text)}, {CoreProductions.Nested(draft, 1, 1)})");

    private static Expression IfForms(Draft draft)
    {
        Expression condition = draft.Of(IoType.Boolean);
        Expression first = draft.Looped(1, () => CoreProductions.Nested(draft, 1, 2));
        Expression second = draft.Looped(1, () => CoreProductions.Nested(draft, 1, 1));
        return draft.Random.Below(4) switch
        {
            0 => Source.Chain(IoType.Statement, $"if({condition}) then({first}) else({second})"),
            1 => Source.Chain(IoType.Statement, $"if({condition}) then({first}) elseif({draft.Of(IoType.Boolean)}) then({second}) else({draft.Of(IoType.Number)})"),
            2 => Source.Chain(IoType.Statement, $"{condition:r} ifTrue({first}) ifFalse({second})"),
            _ => Source.Chain(IoType.Statement, $"if({condition}, {first}) println"),
        };
    }

    private static Expression LoopValue(Draft draft, IoType type)
    {
        string name = Counter(draft, "i");
        return draft.At(draft.Place with { Times = draft.Place.Times * 3, IsInLoop = true }, hidesLocals: false, () =>
        {
            draft.Scope.Declare(new Variable(name, IoType.Number, IsAssignable: false));
            Expression stop = Source.Chain(type, $"if({name} == {draft.Random.Between(1, 3)}, break({draft.Of(type)}))");
            return Source.Chain(type, $"for({name}, 1, 3, {stop}; {draft.Of(type)})");
        });
    }

    /// <summary>A method that is called where it stands and returns from the middle of a loop.</summary>
    private static Expression EarlyReturn(Draft draft, IoType type)
    {
        string name = Counter(draft, "i");
        Place place = draft.Place with { Times = draft.Place.Times * 3, IsInLoop = true, IsInMethod = true };
        return draft.At(place, hidesLocals: true, () =>
        {
            draft.Scope.Declare(new Variable(name, IoType.Number, IsAssignable: false));
            return Source.Chain(type, $"method(for({name}, 0, 3, if({draft.Of(IoType.Boolean)}, return {draft.Of(type)})); {draft.Of(type)}) call");
        });
    }

    /// <summary>How often a loop turns: more often when it is not in another one.</summary>
    private static int Turns(Draft draft) => draft.Place.Times > 1 ? draft.Random.Between(1, 3) : draft.Random.Pick(2, 3, 4, 5, 8, 12, 20);

    private static string Counter(Draft draft, string prefix) => draft.NewName(prefix);

    /// <summary>A loop whose counter the body can read and not write.</summary>
    private static Expression InLoop(Draft draft, string counter, int times, Func<Expression, Expression> make) =>
        make(draft.Looped(times, () =>
        {
            draft.Scope.Declare(new Variable(counter, IoType.Number, IsAssignable: false));
            return CoreProductions.Nested(draft, 1, 3);
        }));
}
