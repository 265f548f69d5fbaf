using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Makes a program's protos and global methods: what its fragments work with.</summary>
internal static class ProtoFactory
{
    private static readonly (string Name, IoType Type)[] SlotNames =
        [("alpha", IoType.Number), ("beta", IoType.Number), ("gamma", IoType.Text), ("delta", IoType.Numbers), ("omega", IoType.Any)];

    private static readonly string[] MethodNames = ["foo", "bar", "baz", "qux", "zap"];

    private static readonly IoType[] ParameterTypes = [IoType.Number, IoType.Number, IoType.Number, IoType.Text, IoType.Numbers, IoType.Block, IoType.Any];

    private static readonly IoType[] ResultTypes = [IoType.Number, IoType.Number, IoType.Number, IoType.Text, IoType.Numbers, IoType.Any];

    /// <summary>Definitions of global methods and protos in an order in which they can stand.</summary>
    public static List<Expression> Make(Draft draft)
    {
        var made = new List<Expression>();
        int before = draft.Random.Between(0, 1);
        for (int i = 0; i < before; i++) made.Add(GlobalMethod(draft));
        if (draft.Mix.Has(Feature.Objects)) AddProtos(draft, made);
        int after = draft.Random.Between(before == 0 ? 1 : 0, 1);
        for (int i = 0; i < after; i++) made.Add(GlobalMethod(draft));
        return made;
    }

    private static void AddProtos(Draft draft, List<Expression> made)
    {
        foreach ((string name, IoType type) in SlotNames)
        {
            if (draft.Random.Chance(60)) draft.Slots.Add(new SlotModel(name, type));
        }

        int methods = draft.Random.Between(1, 3);
        for (int i = 0; i < methods; i++) draft.Selectors.Add(NewSelector(draft, MethodNames[i], isGlobal: false));
        int protos = draft.Mix.Has(Feature.Inheritance) || draft.Mix.Has(Feature.ChangedProtos) ? draft.Random.Between(2, 3) : draft.Random.Between(1, 2);
        for (int i = 0; i < protos; i++) made.Add(NewProto(draft));
        draft.Use(Feature.Objects);
    }

    private static Expression NewProto(Draft draft)
    {
        ProtoModel? parent = draft.Protos.Count > 0 && draft.Mix.Has(Feature.Inheritance) && draft.Random.Chance(75) ? draft.Random.OneOf(draft.Protos) : null;
        if (parent is not null) draft.Use(Feature.Inheritance);
        var proto = new ProtoModel(draft.NewName("P"));
        if (parent is not null)
        {
            proto.Slots.AddRange(parent.Slots);
            proto.Selectors.AddRange(parent.Selectors);
        }

        var parts = new List<Expression>();
        foreach (SlotModel slot in draft.Slots)
        {
            if (!draft.Random.Chance(60)) continue;
            parts.Add(Source.Loose(IoType.Statement, $"{slot.Name} {draft.Random.Pick(":=", "::=")} {Plain.Literal(draft, slot.Type)}"));
            if (!proto.Slots.Contains(slot)) proto.Slots.Add(slot);
        }

        if (draft.Random.Chance(70)) parts.Add(Source.Word(IoType.Statement, $"asString := method(\"a {proto.Name}\")"));
        if (draft.Random.Chance(15) && draft.Slots.Count > 0)
        {
            SlotModel slot = draft.Random.OneOf(draft.Slots);
            parts.Add(Source.Chain(IoType.Statement, $"init := method(self {slot.Name} := {Plain.Literal(draft, slot.Type)})"));
            if (!proto.Slots.Contains(slot)) proto.Slots.Add(slot);
        }

        if (draft.Mix.Has(Feature.Dispatch) && draft.Random.Chance(30))
        {
            parts.Add(Source.Word(IoType.Statement, "forward := method(writeln(\"no \", call message name, \" of \", call argCount); 5)"));
            proto.HasForward = true;
            draft.Use(Feature.Dispatch);
        }

        foreach (Selector selector in draft.Selectors)
        {
            if (selector.IsGlobal || !draft.Random.Chance(parent is null ? 65 : 40)) continue;
            bool overrides = parent is not null && parent.Selectors.Contains(selector);
            if (!proto.Selectors.Contains(selector)) proto.Selectors.Add(selector);
            Expression method = Methods.Make(draft, selector, proto, resends: overrides && draft.Random.Chance(50));
            parts.Add(Source.Loose(IoType.Statement, $"{selector.Name} := {method}"));
        }

        string from = parent?.Name ?? "Object";
        draft.Protos.Add(proto);
        return parts.Count == 0
            ? Source.Loose(IoType.Statement, $"{proto.Name} := {from} clone")
            : Source.Loose(IoType.Statement, $"{proto.Name} := {from} clone do({new Body(IoType.Statement, parts, IsOneLine: false)})");
    }

    private static Expression GlobalMethod(Draft draft)
    {
        bool isRecursive = draft.Mix.Has(Feature.ControlFlow) && !draft.Policies.LyingBuiltins && draft.Random.Chance(40);
        Selector selector = isRecursive
            ? new Selector(draft.NewName("m"), [IoType.Count, IoType.Number], IoType.Number, draft.Selectors.Count + 1, IsGlobal: true)
            : NewSelector(draft, draft.NewName("m"), isGlobal: true);
        Expression method = isRecursive ? Methods.Recursive(draft, selector) : Methods.Make(draft, selector, self: null);
        draft.Selectors.Add(selector);
        return Source.Loose(IoType.Statement, $"{selector.Name} := {method}");
    }

    private static Selector NewSelector(Draft draft, string name, bool isGlobal)
    {
        var parameters = new IoType[draft.Random.Pick(0, 1, 1, 1, 2, 2, 3)];
        for (int i = 0; i < parameters.Length; i++) parameters[i] = draft.Random.Pick(ParameterTypes);
        return new Selector(name, parameters, draft.Random.Pick(ResultTypes), draft.Selectors.Count + 1, isGlobal);
    }
}
