using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>
/// Sends whose name is a value, slots that are asked for without running them, messages that nobody knows. The reference evaluates arguments of <c>perform</c> twice: portable programs give it none.
/// </summary>
internal static class DispatchProductions
{
    private const Feature Mine = Feature.Dispatch;
    private static readonly string[] NumberMessages = ["abs", "floor", "negate", "squared", "sqrt", "cubed", "ceil", "round"];
    private static readonly string[] TextMessages = ["asUppercase", "asLowercase", "reverse", "asMutable", "asSymbol", "asString"];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Number, 3, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Number):r} perform(\"{draft.Random.Pick("+", "-", "*", "min", "max")}\", {draft.Of(IoType.Number)})")) { IsPortable = false },
        new(Mine, IoType.Number, 1, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Number):r} perform(\"{draft.Random.Pick(NumberMessages)}\")")),
        new(Mine, IoType.Number, 1, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Number):r} performWithArgList(\"{draft.Random.Pick("+", "-", "max")}\", list({draft.Of(IoType.Number)}))")),
        new(Mine, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Text):r} perform(\"{draft.Random.Pick(TextMessages)}\")")),
        new(Mine, IoType.Any, 3, PerformOwn),
        new(Mine, IoType.Any, 2, draft => Own(draft) is { } o ? Source.Chain(IoType.Any, $"{o.Target:r} getSlot(\"{o.Name}\") type") : null),
        new(Mine, IoType.Boolean, 2, draft => Own(draft) is { } o ? Source.Chain(IoType.Boolean, $"{o.Target:r} {draft.Random.Pick("hasSlot", "hasLocalSlot")}(\"{o.Name}\")") : null),
        new(Mine, IoType.Any, 1, draft => Own(draft) is { } o ? Source.Chain(IoType.Any, $"{o.Target:r} ?{o.Name}") : null),
        new(Mine, IoType.Any, 1, draft => Own(draft) is { } o ? Source.Chain(IoType.Any, $"{o.Target:r} getLocalSlot(\"{o.Name}\") type") : null),
        new(Mine, IoType.Any, 1, draft => Own(draft) is { } o ? Source.Chain(IoType.Any, $"{o.Target:r} ancestorWithSlot(\"{o.Name}\")") : null),
        new(Mine, IoType.Any, 2, Unknown),
        new(Mine, IoType.Statement, 2, SetDynamically),
        new(Mine, IoType.Statement, 1, Activatable),
        new(Mine, IoType.Statement, 1, Become),
        new(Mine, IoType.Statement, 1, PerformInLoop),
        new(Mine, IoType.Statement, 1, Delegated) { IsPortable = false },
    ];

    private static (Expression Target, string Name)? Own(Draft draft)
    {
        if (ObjectProductions.Object(draft) is not { } target) return null;
        return draft.Random.Chance(50) && target.Proto.Slots.Count > 0
            ? (target.Expression, draft.Random.OneOf(target.Proto.Slots).Name)
            : (target.Expression, draft.Policies.IsPortable ? draft.Random.Pick("foo", "bar", "baz", "alpha") : draft.Random.Pick("foo", "bar", "baz", "alpha", "asString", "println"));
    }

    private static Expression? PerformOwn(Draft draft)
    {
        if (ObjectProductions.Object(draft) is not { } target || ObjectProductions.Selector(draft, target.Proto, IoType.Any) is not { } selector) return null;
        IReadOnlyList<Expression> arguments = CoreProductions.Arguments(draft, selector);
        if (draft.Random.Chance(35) || (draft.Policies.IsPortable && arguments.Count > 0)) return Source.Chain(IoType.Any, $"{target.Expression:r} performWithArgList(\"{selector.Name}\", list({arguments}))");
        return arguments.Count == 0
            ? Source.Chain(IoType.Any, $"{target.Expression:r} perform(\"{selector.Name}\")")
            : Source.Chain(IoType.Any, $"{target.Expression:r} perform(\"{selector.Name}\", {arguments})");
    }

    private static Expression? Unknown(Draft draft) => draft.Protos.Count == 0 || draft.Random.Chance(50)
        ? null
        : Source.Chain(IoType.Any, $"{draft.Typed(IoType.Object):r} unknown{draft.Random.Between(1, 3)}({draft.Of(IoType.Number)})");

    private static Expression? SetDynamically(Draft draft)
    {
        if (draft.Random.Chance(50))
        {
            string name = draft.NewName("d");
            Expression value = draft.Of(IoType.Number);
            draft.Scope.Declare(new Variable(name, IoType.Number));
            return Source.Chain(IoType.Statement, $"setSlot(\"{name}\", {value})");
        }

        if (draft.Scope.Find(draft.Random, one => one.IsAssignable && one.Type == IoType.Number) is not { } variable) return null;
        return Source.Chain(
            IoType.Statement, $"{(draft.Policies.IsPortable ? "updateSlot(" : draft.Random.Pick("updateSlot(", "setSlot(", "perform(\"updateSlot\", "))}\"{variable.Name}\", {draft.Of(IoType.Number)})");
    }

    /// <summary>A block that runs when its name is read.</summary>
    private static Expression Activatable(Draft draft)
    {
        string name = draft.NewName("k");
        Expression block = draft.InBlock(2, () => Source.Chain(IoType.Block, $"block({draft.Of(IoType.Number)})"));
        Expression declare = Source.Loose(IoType.Statement, $"{name} := {block:r} setIsActivatable(true)");
        Expression use = draft.Random.Chance(50)
            ? Source.Word(IoType.Statement, $"{name} println")
            : Source.Word(IoType.Statement, $"(getSlot(\"{name}\") setIsActivatable(false)); {name} call println");
        return Source.Statements(IoType.Statement, [declare, use]);
    }

    private static Expression? Become(Draft draft)
    {
        if (draft.Place.MayRepeat || draft.Protos.Count == 0) return null;
        string first = draft.NewName("o");
        string second = draft.NewName("o");
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        Expression one = Source.Loose(IoType.Statement, $"{first} := {proto.Name} clone");
        Expression other = Source.Loose(IoType.Statement, $"{second} := {draft.Of(draft.Random.Pick(IoType.Object, IoType.Numbers, IoType.Buffer))}");
        Expression become = Source.Word(IoType.Statement, $"{first} become({second})");
        Expression look = Source.Word(IoType.Statement, $"writeln({first} type, \" \", {first} == {second})");
        return Source.Statements(IoType.Statement, [one, other, become, look]);
    }

    /// <summary>One site that performs many names.</summary>
    private static Expression PerformInLoop(Draft draft)
    {
        string name = draft.NewName("q");
        draft.Spend(12);
        IEnumerable<Expression> names = Enumerable.Range(0, 4).Select(_ => Source.Word(IoType.Text, $"\"{draft.Random.Pick(NumberMessages)}\"")).ToList();
        return Source.Chain(IoType.Statement, $"list({(IReadOnlyList<Expression>)names}) foreach({name}, {draft.Of(IoType.Number):r} perform({name}) println)");
    }

    /// <summary>An object that has others answer for it.</summary>
    private static Expression Delegated(Draft draft)
    {
        string name = draft.NewName("d");
        Expression items = draft.At(draft.Place with { IsInMethod = true, IsInLoop = false, Self = null, IsReusable = true }, hidesLocals: true, () => draft.Tightly(() => draft.Of(IoType.Numbers)));
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{name} := Object clone do(items := method({items}); at := method(call delegateTo(items)); sorted := method(call delegateToMethod(items, \"sort\")))"),
            Source.Chain(IoType.Statement, $"{name} at({draft.Of(IoType.Count)}) println; {name} sorted println"),
        ]);
    }
}
