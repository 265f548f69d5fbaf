using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Blocks that outlive or outnumber what they captured.</summary>
internal static class ClosureProductions
{
    private const Feature Mine = Feature.Closures;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Block, 6, draft => Methods.Block(draft)),
        new(Mine, IoType.Block, 2, Counter) { IsPortable = false },
        new(Mine, IoType.Statement, 3, DeclareBlock),
        new(Mine, IoType.Statement, 2, BlocksOfALoop),
        new(Mine, IoType.Statement, 2, Writer),
        new(Mine, IoType.Number, 3, draft => Source.Chain(IoType.Number, $"{Methods.Block(draft):r} call({draft.Of(IoType.Number)})")),
        new(Mine, IoType.Number, 1, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Block):r} callWithArgList(list({draft.Of(IoType.Number)}))")),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{Methods.Block(draft):r} code")),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Block):r} argumentNames")),
        .. CoreProductions.ValueTypes.SelectMany(type => new Production[]
        {
            new(Mine, type, 1, draft => draft.InBlock(1, () => Source.Chain(type, $"block({draft.Of(type)}) call"))),
            new(Mine, type, 1, draft => Immediate(draft, type)),
        }),
    ];

    private static Expression DeclareBlock(Draft draft)
    {
        string name = draft.NewName("k");
        Expression block = Methods.Block(draft);
        draft.Scope.Declare(new Variable(name, IoType.Block, IsAssignable: false));
        return Source.Loose(IoType.Statement, $"{name} := {block}");
    }

    private static Expression Counter(Draft draft)
    {
        string count = draft.NewName("c");
        string step = draft.NewName("v");
        return draft.InBlock(1, () => Source.Chain(
            IoType.Block, $"method({count} := {draft.Of(IoType.Number)}; block({step}, {count} = {count} {draft.Random.Pick("+", "-", "*")} {step}; {count})) call"));
    }

    /// <summary>A list of blocks made by the turns of a loop, called later.</summary>
    private static Expression BlocksOfALoop(Draft draft)
    {
        string list = draft.NewName("ks");
        string i = draft.NewName("i");
        string k = draft.NewName("k");
        Expression make = draft.Looped(4, () =>
        {
            draft.Scope.Declare(new Variable(i, IoType.Number, IsAssignable: false));
            return draft.InBlock(1, () => Source.Chain(IoType.Statement, $"{i}; {draft.Of(IoType.Number)}"));
        });
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"{list} := list()"),
            Source.Chain(IoType.Statement, $"for({i}, 1, 3, {list} append(block({make})))"),
            Source.Word(IoType.Statement, $"{list} foreach({k}, {k} call println)"),
        ]);
    }

    /// <summary>A block that writes a variable of the place where it was made.</summary>
    private static Expression? Writer(Draft draft)
    {
        if (draft.Scope.Find(draft.Random, variable => variable.IsAssignable && variable.Type == IoType.Number) is not { } variable) return null;
        string name = draft.NewName("k");
        Expression value = draft.InBlock(2, () => draft.Of(IoType.Number));
        return Source.Statements(IoType.Statement,
        [
            Source.Loose(IoType.Statement, $"{name} := block({variable.Name} = {value})"),
            Source.Word(IoType.Statement, $"{name} call println"),
            Source.Word(IoType.Statement, $"{name} call; {variable.Name} println"),
        ]);
    }

    private static Expression Immediate(Draft draft, IoType type)
    {
        string name = draft.NewName("p");
        Expression argument = draft.Of(type);
        bool isMethod = draft.Random.Chance(50);
        return draft.At(draft.Place with { IsInMethod = true, IsReusable = true }, hidesLocals: isMethod, () =>
        {
            draft.Scope.Declare(new Variable(name, type, IsAssignable: type == IoType.Number));
            return Source.Chain(type, $"{(isMethod ? "method" : "block")}({name}, {draft.Of(type)}) call({argument})");
        });
    }
}
