using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Maps and objects shown in the order of their entries, also after entries went and came again.</summary>
internal static class EntryOrderProductions
{
    private const Feature Mine = Feature.EntryOrder;
    private static readonly string[] Keys = ["a", "b", "c", "k1", "k2", "zz"];
    private static readonly string[] Views =
        ["keys", "values", "asList", "map(k, v, k)", "select(k, v, v != 3) keys", "keys join(\" \")", "asObject slotNames", "reverseMap values", "asJson", "foreach(k, v, write(k, v, \" \"))"];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 5, ChangeAndShow),
        new(Mine, IoType.Statement, 2, ShowVariable),
        new(Mine, IoType.Statement, 3, ChangeSlots),
        new(Mine, IoType.List, 1, draft => Source.Chain(IoType.List, $"{draft.Of(IoType.Map):r} {draft.Random.Pick("keys", "values")}")),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Map):r} keys join")),
    ];

    /// <summary>A map of three entries or more loses some, the last one or others, and gains some.</summary>
    private static Expression ChangeAndShow(Draft draft)
    {
        string map = draft.NewName("h");
        int count = draft.Random.Between(3, Keys.Length);
        var entries = new List<Expression>();
        for (int i = 0; i < count; i++)
        {
            entries.Add(Source.Word(IoType.Text, $"\"{Keys[i]}\""));
            entries.Add(draft.Random.Chance(70) ? Source.Word(IoType.Number, $"{i + 1}") : draft.Tightly(() => draft.Of(IoType.Scalar)));
        }

        var statements = new List<Expression> { Source.Chain(IoType.Statement, $"{map} := Map with({entries})") };
        int changes = draft.Random.Between(1, 3);
        for (int i = 0; i < changes; i++) statements.Add(Source.Word(IoType.Statement, $"{map} {Change(draft, draft.Random.Below(count))}"));
        statements.Add(Show(draft, map));
        draft.Spend(20);
        return Source.Statements(IoType.Statement, statements);
    }

    private static string Change(Draft draft, int entry) => draft.Random.Below(6) switch
    {
        0 => $"atPut(\"{Keys[entry]}\", {draft.Random.Below(9)})",
        1 => $"atPut(\"new{entry}\", {draft.Random.Below(9)})",
        2 => $"mergeInPlace(Map with(\"{Keys[entry]}\", 9, \"m\", 8))",
        _ => $"removeAt(\"{Keys[entry]}\")",
    };

    private static Expression? ShowVariable(Draft draft) =>
        draft.Scope.Find(draft.Random, one => one.Type == IoType.Map) is { } variable ? Show(draft, variable.Name) : null;

    private static Expression Show(Draft draft, string map) => Source.Word(IoType.Statement, $"{map} {draft.Random.Pick(Views)} println");

    /// <summary>An object's slots in the order in which they came, without those that went.</summary>
    private static Expression ChangeSlots(Draft draft)
    {
        string name = draft.NewName("o");
        string changes = string.Join("; ", Enumerable.Range(0, draft.Random.Between(1, 4)).Select(_ => draft.Random.Below(4) switch
        {
            0 => $"{name} q{draft.Random.Between(1, 4)} := {draft.Random.Below(9)}",
            1 => $"{name} newSlot(\"q{draft.Random.Between(1, 6)}\", 7)",
            _ => $"{name} removeSlot(\"q{draft.Random.Between(1, 4)}\")",
        }));
        draft.Spend(20);
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := Object clone do(q1 := {draft.Tightly(() => draft.Of(IoType.Number))}; q2 := 2; q3 := 3)"),
            Source.Word(IoType.Statement, changes),
            Source.Word(IoType.Statement, $"{name} {draft.Random.Pick("slotNames", "slotNames", "slotValues", "clone slotNames", "slotNames map(n, n size)")} println"),
        ]);
    }
}
