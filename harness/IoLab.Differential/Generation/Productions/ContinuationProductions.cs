using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Continuations: early exits, and computations that are gone on with several times, counted.</summary>
internal static class ContinuationProductions
{
    private const Feature Mine = Feature.Continuations;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 3, Again),
        new(Mine, IoType.Statement, 2, LeaveLoop),
        new(Mine, IoType.Statement, 1, Frames),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 2, draft => Exit(draft, type)),
            new(Mine, type, 1, draft => draft.InBlock(1, () => Source.Chain(type, $"callcc(block(k, {draft.Of(type)}))"))),
        }),
    ];

    private static Expression Exit(Draft draft, IoType type) => draft.InBlock(1, () =>
    {
        string name = draft.NewName("k");
        Expression leave = Source.Chain(type, $"{name} invoke({draft.Of(type)})");
        return draft.Random.Below(3) switch
        {
            0 => Source.Chain(type, $"callcc(block({name}, {leave}; \"not reached\" println))"),
            1 => Source.Chain(type, $"callcc(block({name}, list(1, {leave}, 3)))"),
            _ => Source.Chain(type, $"callcc(block({name}, if({draft.Of(IoType.Boolean)}, {leave}); {draft.Of(type)}))"),
        };
    });

    /// <summary>A part of an expression that is computed several times with other values; the number of times is kept where it cannot be reset.</summary>
    private static Expression? Again(Draft draft)
    {
        if (draft.Place.MayRepeat || draft.Policies.LyingBuiltins) return null;
        string kept = draft.NewName("k");
        string count = draft.NewName("c");
        string value = draft.NewName("n");
        int times = draft.Random.Between(1, 3);
        Expression captured = Source.Chain(IoType.Number, $"callcc(block(k, {kept} = k; {draft.Of(IoType.Number)}))");
        Expression whole = draft.Random.Below(4) switch
        {
            0 => Source.Chain(IoType.Any, $"list({draft.Of(IoType.Number)}, {captured}, {draft.Of(IoType.Number)})"),
            1 => Source.Infix(IoType.Number, draft.Of(IoType.Number), "+", captured),
            2 => Source.Chain(IoType.Any, $"{draft.Of(IoType.Numbers):r} map(q, q + {captured})"),
            _ => captured,
        };
        draft.Spend(30);
        return draft.Looped(times + 1, () => Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{count} := 0; {kept} := nil"),
            Source.Loose(IoType.Statement, $"{value} := {whole}"),
            Source.Word(IoType.Statement, $"{value} println; {count} = {count} + 1"),
            .. draft.Statements(1, 1),
            Source.Word(IoType.Statement, $"if({count} <= {times}, {kept} copy invoke({count} * 10))"),
        ]));
    }

    private static Expression LeaveLoop(Draft draft)
    {
        string k = draft.NewName("k");
        string i = draft.NewName("i");
        Expression body = draft.InBlock(3, () =>
        {
            draft.Scope.Declare(new Variable(i, IoType.Number, IsAssignable: false));
            Expression inner = CoreProductions.Nested(draft, 1, 1);
            return Source.Chain(IoType.Statement, $"{inner}; if({i} == {draft.Random.Between(1, 3)}, {k} invoke({draft.Of(IoType.Number)}))");
        });
        return draft.Random.Chance(60)
            ? Source.Chain(IoType.Statement, $"callcc(block({k}, for({i}, 1, 3, {body}))) println")
            : Source.Chain(IoType.Statement, $"callcc(block({k}, list(1, 2, 3) foreach({i}, {body}))) println");
    }

    private static Expression Frames(Draft draft) => Source.Chain(
        IoType.Statement, $"list({draft.Of(IoType.Number)}, callcc(block(k, k {draft.Random.Pick("isInvoked", "copy isInvoked", "asMap size")}))) println");
}
