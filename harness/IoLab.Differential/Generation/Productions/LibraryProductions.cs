using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Calls of the library, one production for each feature and type of result.</summary>
internal static class LibraryProductions
{
    private const int NativeSteps = 3;

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        .. LibrarySlots.All.GroupBy(slot => (slot.Feature, slot.Result)).Select(group =>
            Of(group.Key.Feature, group.Key.Result, 5, group, (draft, slot) => Call(draft, slot, group.Key.Result))),
        .. LibrarySlots.All.GroupBy(slot => slot.Feature).Select(group =>
            Of(group.Key, IoType.Statement, 5, group, (draft, slot) => Source.Chain(IoType.Statement, $"{Call(draft, slot, IoType.Any):r} println"))),
        .. LibrarySlots.All.Where(slot => slot.Receiver.Text is null && slot.Receiver.Type == slot.Result).GroupBy(slot => slot.Feature).Select(group =>
            Of(group.Key, IoType.Statement, 3, group, Change)),
    ];

    /// <summary>A production that draws one of the slots; in a portable program one of those that all implementations have alike.</summary>
    private static Production Of(Feature feature, IoType type, int weight, IEnumerable<LibrarySlot> slots, Func<Draft, LibrarySlot, Expression?> make)
    {
        LibrarySlot[] all = [.. slots], portable = [.. all.Where(slot => slot.IsPortable)];
        return new Production(feature, type, weight, draft => make(draft, draft.Random.Pick(draft.Policies.IsPortable ? portable : all))) { IsPortable = portable.Length > 0 };
    }

    private static Expression Call(Draft draft, LibrarySlot slot, IoType type)
    {
        draft.Spend(NativeSteps);
        Expression receiver = slot.Receiver.Text is { } text ? Source.Word(IoType.Any, text)
            : slot.Grows && draft.Place.MayRepeat ? Plain.Literal(draft, slot.Receiver.Type)
            : draft.Typed(slot.Receiver.Type);
        return Send(draft, receiver, slot, type);
    }

    /// <summary>A variable is changed in place and shown.</summary>
    private static Expression? Change(Draft draft, LibrarySlot slot)
    {
        if (slot.Grows && draft.Place.MayRepeat) return null;
        if (draft.Scope.Find(draft.Random, one => one.Type == slot.Receiver.Type) is not { } variable) return null;
        draft.Spend(NativeSteps);
        return Source.Chain(IoType.Statement, $"{Send(draft, Source.Word(slot.Receiver.Type, variable.Name), slot, IoType.Statement)}; {variable.Name} println");
    }

    /// <summary>
    /// An argument in a portable program. Implementations differ in what they make of some that do not fit, of a list that is given to itself, and of nil among what is looked for.
    /// </summary>
    private static Expression Portable(Draft draft, LibrarySlot slot, IoType type) => slot.Name switch
    {
        "removeSeq" or "copy" or "appendSeq" or "containsAll" or "cloneAppendSeq" or "alignLeft" or "alignRight" or "alignCenter" or "alignLeftInPlace" => Plain.Literal(draft, type),
        "compare" or "append" or "intersect" or "union" or "difference" => draft.Typed(type),
        _ => Operators.Orders(slot.Name) ? draft.Typed(type) : draft.Of(type),
    };

    private static Expression Send(Draft draft, Expression receiver, LibrarySlot slot, IoType type)
    {
        bool isOperator = Operators.IsOperator(slot.Name);
        if (slot.Arguments.Count == 0) return Source.Chain(type, $"{receiver:r} {slot.Name}");
        var arguments = new Expression[slot.Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            LibraryOperand argument = slot.Arguments[i];
            arguments[i] = argument.Text is { } text ? Source.Word(argument.Type, text)
                : draft.Policies.IsPortable ? Portable(draft, slot, argument.Type)
                : draft.Of(argument.Type);
        }

        return isOperator ? Source.Infix(type, receiver, slot.Name, arguments[0]) : Source.Chain(type, $"{receiver:r} {slot.Name}({arguments})");
    }
}
