using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>One value from all items: <c>reduce</c> and its special cases.</summary>
internal static class ListReducing
{
    // Operands: 0 items, 1 next index, 2 context, 3 value so far, 4 step (1 or -1), 5 items left, 6 the message of the operator form.
    public static Request Reduce(Vm vm, ControlFrame frame) => Reduce(vm, frame, forward: true);

    public static Request ReverseReduce(Vm vm, ControlFrame frame) => Reduce(vm, frame, forward: false);

    private static Request Reduce(Vm vm, ControlFrame frame, bool forward)
    {
        switch (frame.State)
        {
            case 0:
                if (frame.ArgCount == 0)
                    return vm.RaiseRequest("missing argument", frame.Message);
                Begin(vm, frame, frame.Message.Arguments[0].Name, forward);
                if (frame.ArgCount is 2 or > 3)
                    return frame.EvalArg(frame.ArgCount == 2 ? 1 : 3, 2);
                if (!TakeFirst(vm, frame))
                    return frame.Done(vm.Nil);
                break;
            case 2:
                if (frame.Stopped != StopKind.None)
                    return frame.Done(frame.Value);
                frame.Operands[3] = frame.Value;
                break;
            default:
                if (frame.Stopped is StopKind.Return or StopKind.Break)
                    return frame.Done(frame.Value);
                frame.Operands[3] = frame.Value;
                break;
        }
        return frame.ArgCount > 2 ? NextBody(vm, frame) : NextOperator(vm, frame);
    }

    private static void Begin(Vm vm, ControlFrame frame, Symbol operation, bool forward)
    {
        var items = vm.World.NewList(Lists.Of(vm, frame.Self).Items);
        var count = Lists.Of(vm, items).Count;
        frame.Operands = [items, forward ? 0 : count - 1, vm.Nil, vm.Nil, forward ? 1 : -1, count, Operation(vm, frame, operation)];
        if (frame.ArgCount > 2)
            frame.Operands[2] = TemporaryContext.Over(vm, frame);
    }

    /// <summary>A message whose argument is read from the context: it is made, and compiled, once for all items.</summary>
    private static Value Operation(Vm vm, ControlFrame frame, Symbol name) =>
        vm.Wrap(Evaluation.Synthesize(frame, name, [new Message(vm.Symbols.Intern("`item"))]));

    /// <summary>Performs an operation with a value as its argument.</summary>
    private static Request Perform(Vm vm, ControlFrame frame, Message operation, Value receiver, Value argument, int state)
    {
        if (frame.Operands[2].Is(vm.World.Nil))
            frame.Operands[2] = TemporaryContext.Over(vm, frame);
        var context = frame.Operands[2].Ref!;
        vm.Slots.Set(context, operation.Arguments[0].Name, argument);
        return frame.Perform(operation, receiver, context, state);
    }

    /// <summary>The next item, or false after the last.</summary>
    private static bool TryNext(Vm vm, ControlFrame frame, out Value item)
    {
        item = default;
        if (frame.Operands[5].Num <= 0)
            return false;
        item = Lists.Of(vm, frame.Operands[0])[(int)frame.Operands[1].Num];
        frame.Operands[1] = frame.Operands[1].Num + frame.Operands[4].Num;
        frame.Operands[5] = frame.Operands[5].Num - 1;
        return true;
    }

    private static bool TakeFirst(Vm vm, ControlFrame frame)
    {
        if (!TryNext(vm, frame, out var first))
            return false;
        frame.Operands[3] = first;
        return true;
    }

    private static Request NextBody(Vm vm, ControlFrame frame)
    {
        if (!TryNext(vm, frame, out var item))
            return frame.Done(frame.Operands[3]);
        if (!vm.BackEdge())
            return Request.Unwind;
        var context = frame.Operands[2].Ref!;
        vm.Slots.Set(context, frame.Message.Arguments[0].Name, frame.Operands[3]);
        vm.Slots.Set(context, frame.Message.Arguments[1].Name, item);
        return frame.Eval(frame.Message.Arguments[2], context, context, 1);
    }

    private static Request NextOperator(Vm vm, ControlFrame frame)
    {
        var operation = ((MessagePayload)frame.Operands[6].Ref!.Payload!).Message;
        while (TryNext(vm, frame, out var item))
        {
            if (!vm.BackEdge())
                return Request.Unwind;
            if (!Direct.TryCall(vm, frame.Operands[3], operation, item, out var value))
                return Perform(vm, frame, operation, frame.Operands[3], item, 1);
            if (value.IsUnwind)
                return Request.Unwind;
            frame.Operands[3] = value;
        }
        return frame.Done(frame.Operands[3]);
    }

    public static Request Sum(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            Begin(vm, frame, vm.Symbols.Intern("+"), forward: true);
            if (!TakeFirst(vm, frame))
                return frame.Done(vm.Nil);
        }
        else
        {
            frame.Operands[3] = frame.Value;
        }
        return NextOperator(vm, frame);
    }

    public static Request Max(Vm vm, ControlFrame frame) => Extreme(vm, frame, ">");

    public static Request Min(Vm vm, ControlFrame frame) => Extreme(vm, frame, "<");

    // Operands: 0 items, 1 next index, 2 context, 3 best item, 4 its key, 5 candidate's key, 6 the comparison. States: 1 key known, 2 compared.
    private static Request Extreme(Vm vm, ControlFrame frame, string comparison)
    {
        switch (frame.State)
        {
            case 0:
                var operation = Operation(vm, frame, vm.Symbols.Intern(comparison));
                frame.Operands = [vm.World.NewList(Lists.Of(vm, frame.Self).Items), 0, vm.Nil, vm.Nil, vm.Nil, vm.Nil, operation];
                break;
            case 1:
                if (frame.Stopped != StopKind.None)
                    return frame.Done(frame.Value);
                if (!Consider(vm, frame, frame.Value, out var request))
                    return request;
                break;
            default:
                if (ControlFlow.Judge(vm, frame.Value))
                    TakeBest(vm, frame);
                break;
        }
        return NextExtreme(vm, frame);
    }

    private static Request NextExtreme(Vm vm, ControlFrame frame)
    {
        var items = Lists.Of(vm, frame.Operands[0]);
        while ((int)frame.Operands[1].Num is var index && index < items.Count)
        {
            if (!vm.BackEdge())
                return Request.Unwind;
            frame.Operands[1] = index + 1;
            if (frame.ArgCount > 0)
                return frame.Eval(frame.Message.Arguments[0], items[index], frame.Locals, 1);
            if (!Consider(vm, frame, items[index], out var request))
                return request;
        }
        return frame.Done(frame.Operands[3]);
    }

    /// <summary>Compares the key of the item before the next index with the best. False when the machine has to be asked, or it raised.</summary>
    private static bool Consider(Vm vm, ControlFrame frame, Value key, out Request request)
    {
        request = Request.Unwind;
        frame.Operands[5] = key;
        if (frame.Operands[1].Num == 1)
        {
            TakeBest(vm, frame);
            return true;
        }
        var comparison = ((MessagePayload)frame.Operands[6].Ref!.Payload!).Message;
        if (Direct.TryCall(vm, key, comparison, frame.Operands[4], out var isBetter))
        {
            if (isBetter.IsUnwind)
                return false;
            if (ControlFlow.Judge(vm, isBetter))
                TakeBest(vm, frame);
            return true;
        }
        request = Perform(vm, frame, comparison, key, frame.Operands[4], 2);
        return false;
    }

    private static void TakeBest(Vm vm, ControlFrame frame)
    {
        frame.Operands[3] = Each.Item(vm, frame);
        frame.Operands[4] = frame.Operands[5];
    }
}
