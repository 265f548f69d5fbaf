using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>
/// Resumable exceptions (io-language.md 4.9, docs/exceptions-and-restarts.md). A coroutine's slot <c>handlerStack</c> is a list of pairs
/// (kind, handler), the innermost last.
/// </summary>
internal static class Handlers
{
    // Operands: 0 kind, 1 handler, 2 the handlers before.
    public static Request WithHandler(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case < 2:
                if (frame.State == 0)
                    frame.Operands = [vm.Nil, vm.Nil, vm.Nil];
                else
                    frame.Operands[0] = frame.Value;
                return frame.ArgCount > 2 ? frame.EvalArg(frame.State, frame.State + 1) : vm.RaiseRequest("withHandler requires 3 arguments", frame.Message);
            case 2:
                frame.Operands[1] = frame.Value;
                frame.Operands[2] = Push(vm, vm.World.NewList([frame.Operands[0], frame.Operands[1]]));
                return frame.EvalArg(2, 3);
            default:
                if (!vm.Mutants.Has(Mutant.HandlerStays))
                    vm.Coroutines.SetHandlers(vm.Coroutines.Current, frame.Operands[2].Is(vm.World.Nil) ? vm.World.NewList([]) : frame.Operands[2]);
                return frame.Done(frame.Value);
        }
    }

    /// <summary>Adds a handler in a new list; answers the old one.</summary>
    private static Value Push(Vm vm, Value pair)
    {
        var coroutine = vm.Coroutines.Current;
        var before = vm.Coroutines.HandlersOf(coroutine);
        var handlers = new ListPayload(vm.Resolve(before).PayloadAs<ListPayload>() is { } list ? list.Items : []);
        handlers.Add(pair);
        vm.Coroutines.SetHandlers(coroutine, vm.World.NewList(handlers));
        return before;
    }

    private const int Asked = 3;

    // Operands: 0 error, 1 nested exception, 2 exception, 3 the handlers to ask, 4 how many were asked, 5 what the last one got beside the exception.
    public static Request Signal(Vm vm, ControlFrame frame)
    {
        if (frame.State == Asked)
            return IsDeclined(vm, frame.Operands[5]) ? AskNext(vm, frame) : frame.Done(frame.Value);
        if (frame.State == 0)
            frame.Operands = [vm.Nil, vm.Nil, vm.Nil, vm.Nil, 0, vm.Nil];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < Math.Min(2, frame.ArgCount))
            return frame.EvalArg(frame.State, frame.State + 1);

        var exception = vm.Clone(frame.Self.Ref ?? vm.World.Exception);
        vm.Slots.Set(exception, vm.Names.Error, frame.Operands[0]);
        vm.Slots.Set(exception, vm.Names.NestedException, frame.Operands[1]);
        vm.Slots.Set(exception, vm.Names.Coroutine, vm.Coroutines.Current);
        frame.Operands[2] = exception;
        frame.Operands[3] = vm.World.NewList(Fitting(vm, exception));
        return AskNext(vm, frame);
    }

    private static bool IsDeclined(Vm vm, Value resumption) =>
        resumption.Ref is { } o && Slots.TryGetOwn(o, vm.Symbols.Intern(ResumptionSlots.Declined), out _);

    /// <summary>Calls the next handler; raises the exception when all have declined.</summary>
    private static Request AskNext(Vm vm, ControlFrame frame)
    {
        var handlers = (ListPayload)frame.Operands[3].Ref!.Payload!;
        var next = (int)frame.Operands[4].Num;
        if (next >= handlers.Count)
        {
            vm.Raise(frame.Operands[2].Ref!);
            return Request.Unwind;
        }
        frame.Operands[4] = next + 1;
        frame.Operands[5] = vm.Clone(vm.World.Proto(ResumptionSlots.Proto));
        var call = Evaluation.Synthesize(frame, vm.Names.Call, Evaluation.Literals(vm, [frame.Operands[2], frame.Operands[5]]));
        return frame.Perform(call, handlers[next], frame.Locals, Asked);
    }

    /// <summary>The handlers for an exception, innermost first: those of the current coroutine, then of those it runs for.</summary>
    private static ListPayload Fitting(Vm vm, IoObject exception)
    {
        var fitting = new ListPayload();
        var kinds = vm.Lookup.Ancestors(exception);
        var seen = new HashSet<IoObject>();
        for (var coroutine = vm.Coroutines.Current; coroutine is not null && seen.Add(coroutine); coroutine = ParentOf(vm, coroutine))
        {
            if (vm.Resolve(vm.Coroutines.HandlersOf(coroutine)).PayloadAs<ListPayload>() is not { } stack)
                continue;
            for (var i = stack.Count - 1; i >= 0; i--)
            {
                var place = vm.Mutants.Has(Mutant.HandlerOrder) ? stack.Count - 1 - i : i;
                if (vm.Resolve(stack[place]).PayloadAs<ListPayload>() is { Count: > 1 } pair && vm.Resolve(pair[0]).Ref is { } kind && kinds.Contains(kind))
                    fitting.Add(vm.Resolve(pair[1]));
            }
        }
        return fitting;
    }

    private static IoObject? ParentOf(Vm vm, IoObject coroutine) =>
        vm.TryGetSlot(coroutine, vm.Names.ParentCoroutine, out var parent) && parent.Ref is { Payload: CoroutinePayload } found ? found : null;
}
