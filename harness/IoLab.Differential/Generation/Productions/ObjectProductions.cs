using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Protos of the program's own, their clones, slots and methods.</summary>
internal static class ObjectProductions
{
    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Feature.Objects, IoType.Object, 4, draft => draft.Protos.Count == 0 ? null : Source.Chain(IoType.Object, $"{draft.Random.OneOf(draft.Protos).Name} clone")),
        new(Feature.Objects, IoType.Statement, 4, DeclareClone),
        new(Feature.Objects, IoType.Statement, 3, SetSlot),
        new(Feature.Objects, IoType.Statement, 2, ShowSlots),
        new(Feature.Objects, IoType.Number, 4, draft => ReadSlot(draft, IoType.Number)),
        new(Feature.Objects, IoType.Text, 3, draft => ReadSlot(draft, IoType.Text)),
        new(Feature.Objects, IoType.Numbers, 3, draft => ReadSlot(draft, IoType.Numbers)),
        new(Feature.Objects, IoType.Any, 2, draft => ReadSlot(draft, draft.Random.Pick(IoType.Number, IoType.Text, IoType.Numbers))),
        new(Feature.Objects, IoType.Number, 4, draft => Call(draft, IoType.Number)),
        new(Feature.Objects, IoType.Text, 4, draft => Call(draft, IoType.Text)),
        new(Feature.Objects, IoType.Numbers, 2, draft => Call(draft, IoType.Numbers)),
        new(Feature.Objects, IoType.Any, 2, draft => Call(draft, IoType.Any)),
        new(Feature.Objects, IoType.Statement, 3, draft => Call(draft, IoType.Any) is { } call ? Source.Chain(IoType.Statement, $"{call:r} println") : null),
        new(Feature.Objects, IoType.Boolean, 1, draft => Object(draft) is { } o ? Source.Chain(IoType.Boolean, $"({o.Expression} == {draft.Of(IoType.Object)})") : null),
        new(Feature.Inheritance, IoType.Boolean, 3, Ancestry),
        new(Feature.Inheritance, IoType.Object, 2, draft => Object(draft) is { } o ? Source.Chain(IoType.Object, $"{o.Expression:r} clone") : null),
        new(Feature.Inheritance, IoType.Text, 1, draft => Object(draft) is { } o ? Source.Chain(IoType.Text, $"{o.Expression:r} proto type") : null),
        new(Feature.Inheritance, IoType.Any, 1, draft => Object(draft) is { } o ? Source.Chain(IoType.Any, $"{o.Expression:r} protos map(type)") : null),
        new(Feature.Inheritance, IoType.Statement, 2, CallOnMany) { IsPortable = false },
        new(Feature.Inheritance, IoType.Statement, 1, CloneMany) { IsPortable = false },
    ];

    /// <summary>A readable object of the program's own with its proto; null if there is none.</summary>
    public static (Expression Expression, ProtoModel Proto)? Object(Draft draft)
    {
        if (draft.Place.Self is { } self && draft.Random.Chance(40)) return (Source.Word(IoType.Object, "self"), self);
        if (draft.Random.Chance(75) && draft.Scope.Find(draft.Random, variable => variable.Proto is not null) is { } variable)
        {
            return (Source.Word(IoType.Object, variable.Name), variable.Proto!);
        }

        if (draft.Protos.Count == 0) return null;
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        return (draft.Random.Chance(70) ? Source.Chain(IoType.Object, $"{proto.Name} clone") : Source.Word(IoType.Object, proto.Name), proto);
    }

    /// <summary>A call of one of an object's methods; null if there is none that may be called here.</summary>
    public static Expression? Call(Draft draft, IoType type)
    {
        if (Object(draft) is not { } target || Selector(draft, target.Proto, type) is not { } selector) return null;
        Expression message = CoreProductions.Message(selector.Result, selector.Name, CoreProductions.Arguments(draft, selector));
        return Source.Chain(type, $"{target.Expression:r} {message}");
    }

    /// <summary>One of a proto's methods that answers a type and may be called here; null if there is none.</summary>
    public static Selector? Selector(Draft draft, ProtoModel proto, IoType type)
    {
        Selector? found = null;
        int seen = 0;
        foreach (Selector selector in proto.Selectors)
        {
            if (selector.Rank >= draft.Place.RankLimit || (type != IoType.Any && selector.Result != type)) continue;
            seen++;
            if (draft.Random.Below(seen) == 0) found = selector;
        }

        if (found is not null) draft.Spend(found.Steps);
        return found;
    }

    private static Expression? DeclareClone(Draft draft)
    {
        if (draft.Protos.Count == 0) return null;
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        string name = draft.NewName("o");
        Expression value = Source.Chain(IoType.Object, $"{proto.Name} clone");
        if (proto.Slots.Count > 0 && draft.Random.Chance(40))
        {
            SlotModel slot = draft.Random.OneOf(proto.Slots);
            value = Source.Chain(IoType.Object, $"{value} do({slot.Name} := {draft.Tightly(() => draft.Of(slot.Type))})");
        }

        draft.Scope.Declare(new Variable(name, IoType.Object, IsAssignable: false, Proto: proto));
        return Source.Loose(IoType.Statement, $"{name} := {value}");
    }

    private static Expression? SetSlot(Draft draft)
    {
        if (draft.Slots.Count == 0 || Object(draft) is not { } target) return null;
        SlotModel slot = draft.Random.OneOf(target.Proto.Slots.Count > 0 && draft.Random.Chance(85) ? target.Proto.Slots : draft.Slots);
        Expression value = draft.Place.MayRepeat && slot.Type != IoType.Number ? Plain.Literal(draft, slot.Type) : draft.Of(slot.Type);
        return draft.Random.Below(4) switch
        {
            0 => Source.Loose(IoType.Statement, $"{target.Expression:r} {slot.Name} := {value}"),
            1 => Source.Chain(IoType.Statement, $"{target.Expression:r} set{char.ToUpperInvariant(slot.Name[0])}{slot.Name[1..]}({value})"),
            _ => Source.Loose(IoType.Statement, $"{target.Expression:r} {slot.Name} = {value}"),
        };
    }

    private static Expression? ReadSlot(Draft draft, IoType type)
    {
        if (draft.Place.Self is { } self && self.Slots.Find(slot => slot.Type == type) is { } own && draft.Random.Chance(60))
        {
            return draft.Random.Chance(70) ? Source.Word(type, own.Name) : Source.Chain(type, $"self {own.Name}");
        }

        if (Object(draft) is not { } target || target.Proto.Slots.Find(slot => slot.Type == type) is not { } found) return null;
        return Source.Chain(type, $"{target.Expression:r} {found.Name}");
    }

    private static Expression? ShowSlots(Draft draft) =>
        Object(draft) is not { } target ? null : Source.Chain(IoType.Statement, $"{target.Expression:r} slotNames sort println");

    private static Expression? Ancestry(Draft draft) => draft.Protos.Count == 0 || Object(draft) is not { } target
        ? null
        : Source.Chain(IoType.Boolean, $"{target.Expression:r} {draft.Random.Pick("isKindOf", "hasProto")}({draft.Random.OneOf(draft.Protos).Name})");

    /// <summary>One site that is reached with receivers of many kinds.</summary>
    private static Expression? CallOnMany(Draft draft)
    {
        if (draft.Protos.Count == 0 || draft.Selectors.Find(one => !one.IsGlobal && one.Rank < draft.Place.RankLimit && one.Steps > 0) is not { } selector) return null;
        string name = draft.NewName("r");
        draft.Spend(selector.Steps * 5);
        Expression call = CoreProductions.Message(selector.Result, selector.Name, CoreProductions.Arguments(draft, selector));
        var receivers = new List<Expression>();
        for (int i = 0; i < 5; i++) receivers.Add(draft.Random.Chance(90) ? draft.Typed(IoType.Object) : draft.Of(IoType.Number));
        return Source.Chain(IoType.Statement, $"list({receivers}) foreach({name}, {name} {call} println)");
    }

    /// <summary>One site that clones objects of the same slots, each with an <c>init</c> of its own.</summary>
    private static Expression CloneMany(Draft draft)
    {
        var statements = new List<Expression>();
        var names = new List<Expression>();
        int count = draft.Random.Between(2, 3);
        string slot = draft.Random.Chance(50) ? $" do({draft.NewName("q")} := 1)" : "";
        for (int i = 0; i < count; i++)
        {
            string name = draft.NewName("o");
            Expression value = draft.At(draft.Place with { IsInMethod = true, IsInLoop = false, Self = null, IsReusable = true }, hidesLocals: true, () => draft.Tightly(() => draft.Of(IoType.Number)));
            statements.Add(Source.Word(IoType.Statement, $"{name} := Object clone{slot}"));
            statements.Add(Source.Chain(IoType.Statement, $"{name} init := method(self made := {value}; {draft.Random.Pick("self", "nil", "made println")})"));
            names.Add(Source.Word(IoType.Object, name));
        }

        if (draft.Random.Chance(50)) names.Add(names[0]);
        string one = draft.NewName("r");
        string use = draft.Random.Pick($"{one} clone made println", $"{one} clone clone made println", $"{one} clone do(made = made; made println)");
        statements.Add(Source.Chain(IoType.Statement, $"list({names}) foreach({one}, {use})"));
        draft.Spend(30);
        return Source.Statements(IoType.Statement, statements);
    }
}
