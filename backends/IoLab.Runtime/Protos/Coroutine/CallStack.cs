using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>The calls a coroutine is in.</summary>
internal static class CallStack
{
    /// <summary>A list of Calls, the newest first; those of the library are left out.</summary>
    public static Request Of(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.Capture(1);
        var calls = new ListPayload();
        for (var one = frame.Self.Is(vm.Coroutines.Current) ? frame.Parent : ((CoroutinePayload)frame.Self.Ref!.Payload!).Top; one is not null; one = one.Parent)
        {
            if (one is ActivationFrame { Activation: var activation, Locals: var locals } && !((BlockPayload)activation.Block.Payload!).IsOpaque)
                calls.Add(vm.CallObjectOf(locals));
        }
        return frame.Done(vm.World.NewList(calls));
    }
}
