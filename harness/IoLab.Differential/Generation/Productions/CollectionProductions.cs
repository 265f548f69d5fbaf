using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Collections with code of the program's own in them, beside what <see cref="LibraryProductions"/> calls.</summary>
internal static class CollectionProductions
{
    private const Feature Mine = Feature.Collections;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Numbers, 4, draft => Walk(draft, IoType.Numbers, draft.Random.Pick("map", "map", "mapInPlace"), IoType.Number)),
        new(Mine, IoType.Numbers, 2, draft => Walk(draft, IoType.Numbers, draft.Random.Pick("select", "selectInPlace"), IoType.Boolean)),
        new(Mine, IoType.List, 3, draft => Walk(draft, IoType.List, "map", IoType.Any)),
        new(Mine, IoType.Number, 2, draft => Walk(draft, IoType.Number, "detect", IoType.Boolean)),
        new(Mine, IoType.Map, 2, draft => Walk(draft, IoType.Map, "groupBy", IoType.Number)),
        new(Mine, IoType.Numbers, 2, SortBy) { IsPortable = false },
        new(Mine, IoType.Number, 2, Reduce),
        new(Mine, IoType.Map, 2, Build),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Map):r} at({Plain.Key(draft)}, {draft.Of(IoType.Any)})")),
        new(Mine, IoType.Statement, 1, Cursor),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"({Twice(draft)} serialized asString)")) { IsPortable = false },
        new(Mine, IoType.Statement, 1, draft => Source.Chain(IoType.Statement, $"doString({Twice(draft)} serialized) println")) { IsPortable = false },
    ];

    private static Expression Walk(Draft draft, IoType type, string slot, IoType answer)
    {
        Expression list = draft.Of(IoType.Numbers);
        string value = draft.NewName("x");
        return draft.Looped(4, () =>
        {
            draft.Scope.Declare(new Variable(value, IoType.Number, IsAssignable: false));
            if (draft.Random.Chance(70)) return Source.Chain(type, $"{list:r} {slot}({value}, {draft.Of(answer)})");
            string index = draft.NewName("i");
            draft.Scope.Declare(new Variable(index, IoType.Number, IsAssignable: false));
            return Source.Chain(type, $"{list:r} {slot}({index}, {value}, {draft.Of(answer)})");
        });
    }

    private static Expression SortBy(Draft draft)
    {
        Expression list = draft.Of(IoType.Numbers);
        string p = draft.NewName("p");
        string q = draft.NewName("q");
        return draft.InBlock(6, () =>
        {
            draft.Scope.Declare(new Variable(p, IoType.Number, IsAssignable: false));
            if (draft.Random.Chance(40)) return Source.Chain(IoType.Numbers, $"{list:r} sortByKey({p}, {draft.Of(IoType.Number)})");
            draft.Scope.Declare(new Variable(q, IoType.Number, IsAssignable: false));
            return Source.Chain(IoType.Numbers, $"{list:r} {draft.Random.Pick("sortBy", "sortInPlaceBy")}(block({p}, {q}, {draft.Of(IoType.Boolean)}))");
        });
    }

    private static Expression Reduce(Draft draft)
    {
        Expression list = draft.Of(IoType.Numbers);
        string p = draft.NewName("p");
        string q = draft.NewName("q");
        return draft.Looped(4, () =>
        {
            draft.Scope.Declare(new Variable(p, IoType.Number, IsAssignable: false));
            draft.Scope.Declare(new Variable(q, IoType.Number, IsAssignable: false));
            string start = draft.Random.Chance(50) ? ", 1" : "";
            return Source.Chain(IoType.Number, $"{list:r} {draft.Random.Pick("reduce", "reverseReduce")}({p}, {q}, {draft.Of(IoType.Number)}{start})");
        });
    }

    private static Expression Build(Draft draft) =>
        Source.Chain(IoType.Map, $"Map clone atPut({Plain.Key(draft)}, {draft.Of(IoType.Scalar)}) atPut({Plain.Key(draft)}, {draft.Of(IoType.Scalar)})");

    /// <summary>Something in which the same object stands side by side, and now and then deeper.</summary>
    private static Expression Twice(Draft draft)
    {
        string name = draft.NewName("w");
        Expression shared = draft.Typed(draft.Random.Pick(IoType.Numbers, IoType.Numbers, IoType.Text, IoType.Number));
        string other = draft.Random.Pick(name, $"list({name}, 2)", $"list(list({name}))", $"Map with(\"a\", {name})", "3");
        string whole = draft.Random.Pick($"list({name}, {name})", $"list({name}, {other}, {name})", $"Map with(\"a\", list({name}, {name}))");
        draft.Spend(20);
        return Source.Chain(IoType.List, $"({name} := {shared}; {whole})");
    }

    private static Expression Cursor(Draft draft)
    {
        string name = draft.NewName("cu");
        string steps = string.Join("; ", Enumerable.Range(0, 3).Select(_ => $"{name} {draft.Random.Pick("next println", "previous println", "value println", "index println", "remove", "insert(9)", "next")}"));
        return Source.Chain(IoType.Statement, $"{name} := {draft.Of(IoType.Numbers):r} cursor; {steps}; {name} collection println");
    }
}
