using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Collections that change while they are walked. What is added is bounded by the index of the walk, so the walk ends.</summary>
internal static class IterationProductions
{
    private const Feature Mine = Feature.MutationWhileIterating;

    private static readonly string[] Shrinking =
    [
        "removeAt(0)", "removeLast", "removeFirst", "pop", "empty", "removeAll", "remove(x)", "setSize(2)", "sliceInPlace(0, 2)", "removeAt(i)", "remove(2)",
    ];

    private static readonly string[] Rearranging =
        ["reverseInPlace", "sortInPlace", "swapIndices(0, 1)", "atPut(0, x)", "atPut(i, 9)", "mapInPlace(+ 1)", "copy(list(7, 8, 9))", "sortInPlaceBy(block(p, q, p > q))"];

    private static readonly string[] Growing = ["append(x)", "push(i)", "prepend(x)", "atInsert(0, 5)", "insertAt(8, i)", "appendSeq(list(1, 2))"];

    private static readonly string[] Walks =
    [
        "foreach(i, x, $)", "foreach(i, x, $)", "reverseForeach(i, x, $)", "map(i, x, $; x)", "select(i, x, $; true)", "detect(i, x, $; false)", "mapInPlace(i, x, $; x)",
        "selectInPlace(i, x, $; x isNil not)",
    ];

    /// <summary>Walks in which the reference notices that its list has become shorter.</summary>
    private static readonly string[] Careful = ["foreach(i, x, $)"];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 5, WalkAndChange),
        new(Mine, IoType.Statement, 2, WalkMap) { IsPortable = false },
        new(Mine, IoType.Statement, 1, WalkBuffer),
        new(Mine, IoType.Statement, 1, WalkSlots),
        new(Mine, IoType.Any, 2, SortAndChange) { IsPortable = false },
    ];

    private static Expression? WalkAndChange(Draft draft)
    {
        if (draft.Policies.LyingBuiltins) return null;
        string list = draft.NewName("l");
        bool grows = draft.Random.Chance(40);
        string change = grows ? draft.Random.Pick(Growing) : draft.Random.Pick(draft.Random.Chance(60) ? Shrinking : Rearranging);
        string walk = draft.Random.Pick(draft.Policies.IsPortable ? Careful : Walks);
        if (grows && walk.StartsWith("reverse", StringComparison.Ordinal)) walk = Walks[0];
        string guard = grows ? $"i < {draft.Random.Between(1, 6)}" : draft.Random.Pick("i == 1", "x == 2", "x > 2", "i == 0", "true");
        Expression extra = draft.Looped(6, () => draft.Tightly(() => draft.Of(IoType.Number)));
        string[] parts = walk.Split('$');
        draft.Spend(30);
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{list} := list(3, 1, 2, 5)"),
            Source.Chain(IoType.Statement, $"{list} {parts[0]}x print; if({guard}, {list} {change}); {extra}{parts[1]} println"),
            Source.Word(IoType.Statement, $"{list} println"),
        ]);
    }

    private static Expression WalkMap(Draft draft)
    {
        string map = draft.NewName("h");
        string change = draft.Random.Pick("removeAt(k)", "removeAt(\"b\")", "atPut(k, 0)", "empty", "removeAt(\"a\")", "atPut(\"b\", 5)");
        string walk = draft.Random.Pick("foreach(k, v, ", "map(k, v, ", "select(k, v, ", "detect(k, v, ");
        draft.Spend(20);
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{map} := Map with({(draft.Random.Chance(50) ? "\"a\", 1" : "\"a\", 1, \"b\", 2, \"c\", 3")})"),
            Source.Word(IoType.Statement, $"{map} {walk}{map} {change}; v)"),
            Source.Word(IoType.Statement, $"{map} keys sort println"),
        ]);
    }

    private static Expression WalkBuffer(Draft draft)
    {
        string buffer = draft.NewName("b");
        string change = draft.Random.Pick("removeLast", "atPut(0, 65)", "empty", "removeAt(0)", "setSize(2)", "reverseInPlace", "uppercase", "removeSlice(0, 1)");
        draft.Spend(20);
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{buffer} := {Plain.Literal(draft, IoType.Text):r} asMutable"),
            Source.Word(IoType.Statement, $"{buffer} foreach(i, c, c print; {buffer} {change}) println"),
            Source.Word(IoType.Statement, $"{buffer} println"),
        ]);
    }

    private static Expression WalkSlots(Draft draft)
    {
        string name = draft.NewName("o");
        string change = draft.Random.Pick("removeSlot(n)", "setSlot(n, 0)", "removeSlot(\"q1\")", "removeAllSlots");
        draft.Spend(20);
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := Object clone do(q1 := {draft.Of(IoType.Number)}; q2 := 2)"),
            Source.Word(IoType.Statement, $"{name} slotNames sort foreach(n, {name} {change})"),
            Source.Word(IoType.Statement, $"{name} slotNames sort println"),
        ]);
    }

    /// <summary>A comparison that changes what is being sorted.</summary>
    private static Expression SortAndChange(Draft draft)
    {
        string list = draft.NewName("l");
        string change = draft.Random.Pick("removeLast", "atPut(0, 4)", "reverseInPlace", "swapIndices(0, 1)");
        draft.Spend(40);
        return Source.Word(IoType.Any, $"({list} := list(4, 2, 3, 1); {list} {draft.Random.Pick("sortBy", "sortInPlaceBy")}(block(p, q, {list} {change}; p < q)))");
    }
}
