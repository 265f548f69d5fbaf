using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>The slots of Scheduler (io-language.md 10.2).</summary>
internal static unsafe class SchedulerSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Scheduler")
        .Data("type", vm => vm.Text("Scheduler"), "The kind's name.")
        .Data("yieldingCoros", vm => vm.World.NewList([]), "The run queue.")
        .Data("timers", vm => vm.World.NewList([]), "Deadlines and coroutines, soonest first.")
        .Eager("setYieldingCoros", "list", &SetYieldingCoros, "Replaces the run queue.")
        .Eager("setTimers", "list", &SetTimers, "Replaces the timers.")
        .Eager("currentCoroutine", "", &Current, "The running coroutine.")
        .Eager("addTimer", "seconds: Number, coroutine", &AddTimer, "Wakes a coroutine after some seconds.")
        .Eager("addTimerAt", "time: Number, coroutine", &AddTimerAt, "Wakes a coroutine at a time.")
        .Eager("removeTimerFor", "coroutine", &RemoveTimerFor, "Forgets a coroutine's timers.")
        .Eager("wakeExpiredTimers", "", &Wake, "Puts coroutines whose time has come into the queue.")
        .Eager("idleUntilNextTimer", "", &Idle, "Lets time pass until the next timer expires.")
        .Control("waitForCorosToComplete", "", &WaitForAll, "Runs others until queue and timers are empty.");

    private static Value SetYieldingCoros(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Names.YieldingCoros, args.Get(vm, 0));
        return self;
    }

    private static Value SetTimers(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Names.Timers, args.Get(vm, 0));
        return self;
    }

    private static Value Current(Vm vm, Value self, in Args args) => vm.Coroutines.Current;

    private static Value AddTimer(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var seconds, out var error) || !args.TryPayload<CoroutinePayload>(vm, 1, "Coroutine", out _, out error))
            return error;
        ReplaceTimer(vm, vm.Host.Clock.Now + seconds, args.Get(vm, 1).Ref!);
        return self;
    }

    private static Value AddTimerAt(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var time, out var error) || !args.TryPayload<CoroutinePayload>(vm, 1, "Coroutine", out _, out error))
            return error;
        ReplaceTimer(vm, time, args.Get(vm, 1).Ref!);
        return self;
    }

    /// <summary>A coroutine waits for one time.</summary>
    private static void ReplaceTimer(Vm vm, double time, IoObject coroutine)
    {
        Scheduling.RemoveTimers(vm, coroutine);
        Scheduling.AddTimer(vm, time, coroutine);
    }

    private static Value RemoveTimerFor(Vm vm, Value self, in Args args)
    {
        if (args.Get(vm, 0).Ref is { } coroutine)
            Scheduling.RemoveTimers(vm, coroutine);
        return self;
    }

    private static Value Wake(Vm vm, Value self, in Args args)
    {
        Scheduling.WakeExpired(vm);
        return self;
    }

    private static Value Idle(Vm vm, Value self, in Args args)
    {
        var timers = Scheduling.Timers(vm);
        if (timers.Count > 0 && timers[0].PayloadAs<ListPayload>() is { Count: 2 } timer)
            vm.Host.Clock.Sleep(Math.Max(0, timer[0].Num - vm.Host.Clock.Now), vm.Host);
        Scheduling.WakeExpired(vm);
        return self;
    }

    private static Request WaitForAll(Vm vm, ControlFrame frame)
    {
        var current = vm.Coroutines.Current;
        Scheduling.RemoveFromQueue(vm, current);
        Scheduling.WakeExpired(vm);
        if (Scheduling.Queue(vm).Count == 0 && Scheduling.Timers(vm).Count == 0)
            return frame.Done(frame.Self);
        if (!vm.BackEdge())
            return Request.Unwind;
        if (Scheduling.TakeNextOrSleep(vm) is not { } next)
            return vm.Host.Interrupt && !vm.CheckInterrupt() ? Request.Unwind : frame.Done(frame.Self);
        // Whoever yields must find its way back here.
        Scheduling.PutLast(Scheduling.Queue(vm), current);
        return Scheduling.SwitchTo(vm, frame, next, 1);
    }
}
