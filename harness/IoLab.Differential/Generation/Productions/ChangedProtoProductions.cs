using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>
/// Protos and slots that come and go while sites that have seen them go on. Only clones get new protos, and protos only such as were made before them: so <c>resend</c>
/// always comes to an end.
/// </summary>
internal static class ChangedProtoProductions
{
    private const Feature Mine = Feature.ChangedProtos;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 4, Change),
        new(Mine, IoType.Statement, 5, ChangeInLoop) { IsPortable = false },
        new(Mine, IoType.Statement, 2, ChangeGlobal),
        new(Mine, IoType.Any, 1, ChangeInArgument),
    ];

    private static Expression? Change(Draft draft)
    {
        if (draft.Scope.Find(draft.Random, variable => variable.Proto is not null) is not { } instance || draft.Protos.Count == 0) return null;
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        switch (draft.Random.Below(9))
        {
            case 0: return Source.Chain(IoType.Statement, $"{instance.Name} setProto({proto.Name})");
            case 1: return Source.Chain(IoType.Statement, $"{instance.Name} setProtos(list({proto.Name}, {draft.Random.OneOf(draft.Protos).Name}))");
            case 2: return Source.Chain(IoType.Statement, $"{instance.Name} appendProto({proto.Name})");
            case 3: return Source.Chain(IoType.Statement, $"{instance.Name} prependProto({proto.Name})");
            case 4: return Source.Chain(IoType.Statement, $"{instance.Name} removeProto({proto.Name})");
            case 5: return NewMethod(draft, instance.Name, instance.Proto!);
            case 6: return NewMethod(draft, proto.Name, proto);
            case 7: return RemoveSlot(draft, draft.Random.Chance(60) ? instance.Name : proto.Name);
            default: return draft.Slots.Count == 0 ? null : NewData(draft, draft.Random.Chance(50) ? instance.Name : proto.Name);
        }
    }

    private static Expression? ChangeInLoop(Draft draft)
    {
        if (draft.Scope.Find(draft.Random, one => one.Proto is not null) is not { } instance) return null;
        string name = draft.NewName("i");
        int times = draft.Random.Between(3, 5);
        return draft.Looped(times, () =>
        {
            draft.Scope.Declare(new Variable(name, IoType.Number, IsAssignable: false));
            Expression? look = ObjectProductions.Selector(draft, instance.Proto!, IoType.Any) is { } selector
                ? CoreProductions.Message(IoType.Any, selector.Name, CoreProductions.Arguments(draft, selector))
                : draft.Slots.Count > 0 ? Source.Word(IoType.Any, draft.Random.OneOf(draft.Slots).Name) : null;
            if (look is null || Change(draft) is not { } change) return null;
            Expression sent = Source.Chain(IoType.Statement, $"{instance.Name} {look} println");
            Expression changed = Source.Chain(IoType.Statement, $"if({name} == {draft.Random.Between(1, times)}, {change})");
            return Source.Chain(IoType.Statement, $"for({name}, 1, {times}, {Source.Statements(IoType.Statement, [sent, changed], draft.Random.Chance(40))})");
        });
    }

    /// <summary>A global that hides a slot of Object or of the Lobby's protos, read before and after.</summary>
    private static Expression? ChangeGlobal(Draft draft)
    {
        if (draft.Place.IsReusable || draft.Slots.Count == 0) return null;
        SlotModel slot = draft.Random.OneOf(draft.Slots);
        Expression value = Plain.Literal(draft, slot.Type);
        return draft.Random.Chance(60)
            ? Source.Loose(IoType.Statement, $"Lobby {slot.Name} := {value}")
            : Source.Loose(IoType.Statement, $"{draft.Random.Pick("Object", "Number", "List", "Sequence")} {slot.Name} := {value}");
    }

    private static Expression? ChangeInArgument(Draft draft)
    {
        if (draft.Scope.Find(draft.Random, one => one.Proto is not null) is not { } instance || Change(draft) is not { } change) return null;
        if (ObjectProductions.Selector(draft, instance.Proto!, IoType.Any) is not { Parameters.Count: > 0 } selector) return null;
        return Source.Chain(IoType.Any, $"{instance.Name} {selector.Name}(({change}; {draft.Of(selector.Parameters[0])}))");
    }

    private static Expression? NewMethod(Draft draft, string target, ProtoModel proto)
    {
        if (ObjectProductions.Selector(draft, proto, IoType.Any) is not { } selector) return null;
        Expression method = draft.Random.Chance(85)
            ? draft.Tightly(() => Methods.Make(draft, selector, proto))
            : Plain.Literal(draft, selector.Result);
        return Source.Loose(IoType.Statement, $"{target} {selector.Name} {draft.Random.Pick(":=", ":=", "=")} {method}");
    }

    private static Expression? RemoveSlot(Draft draft, string target)
    {
        bool method = draft.Random.Chance(60) && draft.Selectors.Exists(one => !one.IsGlobal);
        if (!method && draft.Slots.Count == 0) return null;
        string name = method ? draft.Random.OneOf(draft.Selectors.FindAll(one => !one.IsGlobal)).Name : draft.Random.OneOf(draft.Slots).Name;
        return Source.Chain(IoType.Statement, $"{target} removeSlot(\"{name}\")");
    }

    private static Expression NewData(Draft draft, string target)
    {
        SlotModel slot = draft.Random.OneOf(draft.Slots);
        return Source.Loose(IoType.Statement, $"{target} {slot.Name} := {Plain.Literal(draft, slot.Type)}");
    }
}
