using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>Switching to a named coroutine instead of the next in the queue (io-language.md 10.2).</summary>
internal static class Handover
{
    public static Request PauseCurrent(Vm vm, ControlFrame frame) => frame.State == 0 ? To(vm, frame, frame.Self.Ref!) : frame.Done(frame.Self);

    public static Request YieldCurrent(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0 || frame.Self.Is(vm.Coroutines.Current))
            return frame.Done(frame.Self);
        Scheduling.RemoveFromQueue(vm, frame.Self.Ref!);
        Scheduling.PutLast(Scheduling.Queue(vm), vm.Coroutines.Current);
        return Scheduling.SwitchTo(vm, frame, frame.Self.Ref!, 1);
    }

    public static Request ResumeParent(Vm vm, ControlFrame frame) =>
        frame.State == 0 && vm.TryGetSlot(frame.Self, vm.Names.ParentCoroutine, out var parent) && parent.Ref is { Payload: CoroutinePayload } coroutine
            ? To(vm, frame, coroutine)
            : frame.Done(frame.Self);

    private static Request To(Vm vm, ControlFrame frame, IoObject coroutine)
    {
        if (ReferenceEquals(coroutine, vm.Coroutines.Current))
            return frame.Done(frame.Self);
        Scheduling.RemoveFromQueue(vm, vm.Coroutines.Current);
        Scheduling.RemoveFromQueue(vm, coroutine);
        return Scheduling.SwitchTo(vm, frame, coroutine, 1);
    }
}
