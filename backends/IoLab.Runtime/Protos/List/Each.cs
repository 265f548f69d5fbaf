using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>
/// Evaluates <c>map</c>'s kind of body item by item: <c>(message)</c> is sent to the item, <c>(name, body)</c> and <c>(index, name, body)</c>
/// have their names in a temporary context. Operands: 0 the items, 1 the next index, 2 the context, 3 and on for the primitive.
/// </summary>
internal static class Each
{
    /// <summary>Begins: with a copy of the items, or the receiver itself when <paramref name="live"/>. False when the argument is missing.</summary>
    public static bool Begin(Vm vm, ControlFrame frame, Value result, bool live = false)
    {
        if (frame.ArgCount == 0)
        {
            vm.Raise("missing argument", frame.Message);
            return false;
        }
        var items = live ? frame.Self : vm.World.NewList(Lists.Of(vm, frame.Self).Items);
        frame.Operands = [items, 0, frame.ArgCount > 1 ? TemporaryContext.Over(vm, frame) : vm.Nil, result];
        return true;
    }

    /// <summary>The item whose turn has just ended.</summary>
    public static Value Item(Vm vm, ControlFrame frame)
    {
        var items = Lists.Of(vm, frame.Operands[0]);
        var index = (int)frame.Operands[1].Num - 1;
        return (uint)index < (uint)items.Count ? items[index] : vm.Nil;
    }

    /// <summary>The result list of a primitive that makes one.</summary>
    public static ListPayload Result(ControlFrame frame) => (ListPayload)frame.Operands[3].Ref!.Payload!;

    /// <summary>Adds the items whose turn is still to come to the result, unchanged: after a break.</summary>
    public static void AddRest(Vm vm, ControlFrame frame)
    {
        var items = Lists.Of(vm, frame.Operands[0]);
        for (var i = (int)frame.Operands[1].Num; i < items.Count; i++)
            Result(frame).Add(items[i]);
        frame.Operands[1] = items.Count;
    }

    /// <summary>Evaluates the body for the next item; step again in state 1 with its value.</summary>
    /// <returns>False after the last item, or when the run must end (<paramref name="request"/> is then Unwind).</returns>
    public static bool Next(Vm vm, ControlFrame frame, out Request request)
    {
        request = Request.Unwind;
        frame.Stopped = StopKind.None;
        var items = Lists.Of(vm, frame.Operands[0]);
        var index = (int)frame.Operands[1].Num;
        if (index >= items.Count)
        {
            request = Request.Done;
            return false;
        }
        if (frame.State != 0 && !vm.BackEdge())
            return false;
        frame.Operands[1] = index + 1;
        var arguments = frame.Message.Arguments;
        if (arguments.Length == 1)
        {
            request = frame.Eval(arguments[0], items[index], frame.Locals, 1);
            return true;
        }
        var context = frame.Operands[2].Ref!;
        var names = 0;
        if (arguments.Length > 2)
            vm.Slots.Set(context, arguments[names++].Name, index);
        vm.Slots.Set(context, arguments[names++].Name, items[index]);
        request = frame.Eval(arguments[names], context, context, 1);
        return true;
    }

    /// <summary>Evaluates the body for the next item, or ends the primitive with <paramref name="result"/>.</summary>
    public static Request NextOr(Vm vm, ControlFrame frame, Value result) =>
        Next(vm, frame, out var request) || request == Request.Unwind ? request : frame.Done(result);
}
