using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>The slots of what <c>List sortKey</c> answers. Its proto has a name no program can write.</summary>
internal static unsafe class KeySortSlots
{
    /// <summary>The proto's name.</summary>
    public const string Proto = "`KeySort";

    public static readonly ProtoTable Table = new ProtoTable(Proto)
        .Control("sort", "[operator] or [left, right, body]", &Sort, "The items in the order of their keys, by payload, by an operator or by a body.", StopKind.Local);

    // State 1: a comparison is known. Own operands: the context, and the operator's message.
    private static Request Sort(Vm vm, ControlFrame frame)
    {
        bool? rightIsFirst = null;
        if (frame.State == 0)
        {
            var pairs = vm.TryGetSlot(frame.Self, vm.Symbols.Intern("pairs"), out var slot) ? Lists.Of(vm, slot) : new ListPayload();
            if (frame.ArgCount == 0)
                return frame.Done(SortAscending(vm, pairs));
            MergeSort.Begin(vm, frame, pairs.Items, TemporaryContext.Over(vm, frame));
            if (frame.ArgCount < 3)
            {
                var operation = Evaluation.Synthesize(frame, frame.Message.Arguments[0].Name, [new Message(vm.Symbols.Intern("`item"))]);
                frame.Operands = [.. frame.Operands, vm.Wrap(operation)];
            }
        }
        else
        {
            if (frame.Stopped is StopKind.Return or StopKind.Break)
                return frame.Done(frame.Value);
            rightIsFirst = ControlFlow.Judge(vm, vm.Resolve(frame.Value));
        }
        while (MergeSort.Next(vm, frame, rightIsFirst, out var left, out var right))
        {
            if (!vm.BackEdge())
                return Request.Unwind;
            if (frame.ArgCount > 2)
                return CompareByBody(vm, frame, Part(vm, right, 0), Part(vm, left, 0));
            var operation = ((MessagePayload)frame.Operands[MergeSort.Own + 1].Ref!.Payload!).Message;
            if (!Direct.TryCall(vm, Part(vm, right, 0), operation, Part(vm, left, 0), out var answer))
            {
                var context = frame.Operands[MergeSort.Own].Ref!;
                vm.Slots.Set(context, operation.Arguments[0].Name, Part(vm, left, 0));
                return frame.Perform(operation, Part(vm, right, 0), context, 1);
            }
            if (answer.IsUnwind)
                return Request.Unwind;
            rightIsFirst = ControlFlow.Judge(vm, answer);
        }
        return frame.Done(Items(vm, MergeSort.Sorted(vm, frame)));
    }

    private static Request CompareByBody(Vm vm, ControlFrame frame, Value first, Value second)
    {
        var context = frame.Operands[MergeSort.Own].Ref!;
        var arguments = frame.Message.Arguments;
        vm.Slots.Set(context, arguments[0].Name, first);
        vm.Slots.Set(context, arguments[1].Name, second);
        return frame.Eval(arguments[2], context, context, 1);
    }

    private static Value SortAscending(Vm vm, ListPayload pairs)
    {
        var keys = new Value[pairs.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Part(vm, pairs[i], 0);
        var items = Items(vm, pairs);
        Ascending.Sort(vm, keys, Lists.Of(vm, items).Items);
        return items;
    }

    private static Value Items(Vm vm, ListPayload pairs)
    {
        var items = new ListPayload(pairs.Count);
        foreach (var pair in pairs.Items)
            items.Add(Part(vm, pair, 1));
        return vm.World.NewList(items);
    }

    private static Value Part(Vm vm, Value pair, int index)
    {
        var parts = Lists.Of(vm, pair);
        return index < parts.Count ? parts[index] : vm.Nil;
    }
}
