using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>
/// Resumable exceptions (io-language.md 4.9). A coroutine's slot <c>handlerStack</c> is a list of pairs (kind, handler), the innermost last.
/// </summary>
internal static class Handlers
{
    // Operands: 0 kind, 1 handler.
    public static Request WithHandler(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case < 2:
                if (frame.State == 0)
                    frame.Operands = [vm.Nil, vm.Nil];
                else
                    frame.Operands[0] = frame.Value;
                return frame.ArgCount > 2 ? frame.EvalArg(frame.State, frame.State + 1) : vm.RaiseRequest("withHandler requires 3 arguments", frame.Message);
            case 2:
                frame.Operands[1] = frame.Value;
                Push(vm, vm.World.NewList([frame.Operands[0], frame.Operands[1]]));
                return frame.EvalArg(2, 3);
            default:
                Pop(vm);
                return frame.Done(frame.Value);
        }
    }

    // Operands: 0 error, 1 nested exception.
    public static Request Signal(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            frame.Operands = [vm.Nil, vm.Nil];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < Math.Min(2, frame.ArgCount))
            return frame.EvalArg(frame.State, frame.State + 1);

        var exception = vm.Clone(frame.Self.Ref ?? vm.World.Exception);
        vm.Slots.Set(exception, vm.Names.Error, frame.Operands[0]);
        vm.Slots.Set(exception, vm.Names.NestedException, frame.Operands[1]);
        vm.Slots.Set(exception, vm.Names.Coroutine, vm.Coroutines.Current);
        if (Find(vm, exception) is { } handler)
        {
            Value[] values = [exception, vm.Clone(vm.World.Proto(ResumptionSlots.Proto))];
            return frame.TailPerform(Evaluation.Synthesize(frame, vm.Names.Call, Evaluation.Literals(vm, values)), handler, frame.Locals);
        }

        vm.Raise(exception);
        return Request.Unwind;
    }

    /// <summary>The innermost handler for an exception, of the current coroutine or of those it runs for.</summary>
    private static Value? Find(Vm vm, IoObject exception)
    {
        var kinds = vm.Lookup.Ancestors(exception);
        var seen = new HashSet<IoObject>();
        for (var coroutine = vm.Coroutines.Current; coroutine is not null && seen.Add(coroutine); coroutine = ParentOf(vm, coroutine))
        {
            if (StackOf(vm, coroutine) is not { } stack)
                continue;
            for (var i = stack.Count - 1; i >= 0; i--)
            {
                if (vm.Resolve(stack[i]).PayloadAs<ListPayload>() is { Count: > 1 } pair && vm.Resolve(pair[0]).Ref is { } kind && kinds.Contains(kind))
                    return vm.Resolve(pair[1]);
            }
        }

        return null;
    }

    private static IoObject? ParentOf(Vm vm, IoObject coroutine) =>
        vm.TryGetSlot(coroutine, vm.Names.ParentCoroutine, out var parent) && parent.Ref is { Payload: CoroutinePayload } found ? found : null;

    private static ListPayload? StackOf(Vm vm, IoObject coroutine) =>
        Slots.TryGetOwn(coroutine, vm.Symbols.Intern("handlerStack"), out var stack) ? vm.Resolve(stack).PayloadAs<ListPayload>() : null;

    private static void Push(Vm vm, Value pair)
    {
        if (StackOf(vm, vm.Coroutines.Current) is { } stack)
            stack.Add(pair);
        else
            vm.Slots.Set(vm.Coroutines.Current, vm.Symbols.Intern("handlerStack"), vm.World.NewList([pair]));
    }

    private static void Pop(Vm vm)
    {
        if (StackOf(vm, vm.Coroutines.Current) is { Count: > 0 } stack)
            stack.RemoveAt(stack.Count - 1);
    }
}
