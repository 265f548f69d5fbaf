using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>The run queue and the timers (io-language.md 10.2): both are Io lists that programs can see.</summary>
internal static class Scheduling
{
    /// <summary>The list in a slot of Scheduler, saved for reset before it is changed.</summary>
    private static ListPayload ListIn(Vm vm, IoLab.Language.Symbol slot, ref SlotPlace place)
    {
        var scheduler = vm.Coroutines.Scheduler;
        Value list;
        if (ReferenceEquals(place.Shape, scheduler.Shape))
            list = scheduler.Slots[place.Index];
        else if (vm.Lookup.TryFind(scheduler, slot, out var found))
            list = place.Read(scheduler, found);
        else
            list = vm.Nil;
        if (list.Ref is not { Payload: ListPayload payload } o)
        {
            var made = vm.World.NewList([]);
            vm.Slots.Set(scheduler, slot, made);
            return (ListPayload)made.Ref!.Payload!;
        }
        vm.Journal.SavePayload(o);
        return payload;
    }

    /// <summary>The run queue.</summary>
    public static ListPayload Queue(Vm vm) => ListIn(vm, vm.Names.YieldingCoros, ref vm.Coroutines.QueuePlace);

    /// <summary>The timers: lists of deadline and coroutine, soonest first.</summary>
    public static ListPayload Timers(Vm vm) => ListIn(vm, vm.Names.Timers, ref vm.Coroutines.TimersPlace);

    /// <summary>
    /// Up to this length the queue is searched; in a longer one it is believed what <see cref="CoroutinePayload.Queued"/> says. A program that puts
    /// coroutines into a long queue by list messages may find them resumed once more.
    /// </summary>
    private const int SearchedQueue = 64;

    /// <summary>May a coroutine be in the queue?</summary>
    private static bool MayBeIn(ListPayload queue, IoObject coroutine) =>
        queue.Count <= SearchedQueue || coroutine.Payload is CoroutinePayload { Queued: > 0 };

    /// <summary>Is a coroutine in the queue?</summary>
    public static bool IsQueued(Vm vm, IoObject coroutine)
    {
        var queue = Queue(vm);
        if (!MayBeIn(queue, coroutine))
            return false;
        foreach (var entry in queue.Items)
        {
            if (entry.Is(coroutine))
                return true;
        }
        return false;
    }

    /// <summary>Takes a coroutine out of the queue.</summary>
    public static void RemoveFromQueue(Vm vm, IoObject coroutine)
    {
        var queue = Queue(vm);
        if (!MayBeIn(queue, coroutine))
            return;
        for (var i = queue.Count - 1; i >= 0; i--)
        {
            if (queue[i].Is(coroutine))
                queue.RemoveAt(i);
        }
        Count(coroutine, -((CoroutinePayload)coroutine.Payload!).Queued);
    }

    private static void Count(Value coroutine, int change)
    {
        if (coroutine.PayloadAs<CoroutinePayload>() is { } payload)
            payload.Queued = Math.Max(0, payload.Queued + change);
    }

    /// <summary>Puts a coroutine at the front of the queue, wherever it was.</summary>
    public static void PutFirst(Vm vm, IoObject coroutine)
    {
        if (!vm.Mutants.Has(Mutant.DoubleResume))
            RemoveFromQueue(vm, coroutine);
        vm.Journal.SavePayload(coroutine);
        Queue(vm).Insert(0, coroutine);
        Count(coroutine, 1);
    }

    /// <summary>Puts a coroutine at the end of the queue.</summary>
    public static void PutLast(ListPayload queue, Value coroutine)
    {
        queue.Add(coroutine);
        Count(coroutine, 1);
    }

    /// <summary>Puts the running coroutine at the end of the queue and takes the first that can run; null when the queue is empty, the running one when it is alone.</summary>
    public static IoObject? Rotate(ListPayload queue, IoObject current)
    {
        if (queue.Count != 1 || queue[0].Ref is not { Payload: CoroutinePayload { IsFinished: false } next } other)
        {
            if (queue.Count == 0)
                return null;
            PutLast(queue, current);
            return TakeNext(queue);
        }
        // Two that take turns.
        queue[0] = current;
        next.Queued = Math.Max(0, next.Queued - 1);
        ((CoroutinePayload)current.Payload!).Queued++;
        return other;
    }

    /// <summary>Puts the coroutines of expired timers at the end of the queue.</summary>
    public static void WakeExpired(Vm vm)
    {
        var timers = Timers(vm);
        if (timers.Count == 0)
            return;
        var now = vm.Host.Clock.Now;
        while (timers.Count > 0 && timers[0].PayloadAs<ListPayload>() is { Count: 2 } timer && timer[0].Num <= now)
        {
            timers.RemoveAt(0);
            PutLast(Queue(vm), timer[1]);
        }
    }

    /// <summary>Adds a timer, after those of the same deadline.</summary>
    public static void AddTimer(Vm vm, double deadline, IoObject coroutine)
    {
        var timers = Timers(vm);
        var at = timers.Count;
        var goesBeforeEqual = vm.Mutants.Has(Mutant.TimerOrder);
        while (at > 0 && timers[at - 1].PayloadAs<ListPayload>() is { Count: 2 } other && (other[0].Num > deadline || (goesBeforeEqual && other[0].Num == deadline)))
            at--;
        timers.Insert(at, vm.World.NewList([deadline, coroutine]));
    }

    /// <summary>Forgets a coroutine's timers.</summary>
    public static void RemoveTimers(Vm vm, IoObject coroutine)
    {
        var timers = Timers(vm);
        for (var i = timers.Count - 1; i >= 0; i--)
        {
            if (timers[i].PayloadAs<ListPayload>() is { Count: 2 } timer && timer[1].Is(coroutine))
                timers.RemoveAt(i);
        }
    }

    /// <summary>Takes the first coroutine of the queue that can run; null when there is none.</summary>
    public static IoObject? TakeNext(ListPayload queue)
    {
        while (queue.Count > 0)
        {
            var next = queue.RemoveAt(0);
            Count(next, -1);
            if (next.Ref is { Payload: CoroutinePayload { IsFinished: false } } coroutine)
                return coroutine;
        }
        return null;
    }

    /// <summary>The same, letting time pass when only timers remain.</summary>
    public static IoObject? TakeNextOrSleep(Vm vm)
    {
        while (true)
        {
            WakeExpired(vm);
            if (TakeNext(Queue(vm)) is { } next)
                return next;
            var timers = Timers(vm);
            if (timers.Count == 0 || vm.Host.IsAskedToEnd)
                return null;
            if (timers[0].PayloadAs<ListPayload>() is { Count: 2 } timer)
                vm.Host.Clock.Sleep(Math.Max(0, timer[0].Num - vm.Host.Clock.Now), vm.Host);
            else
                timers.RemoveAt(0);
        }
    }

    /// <summary>Switches to a coroutine; one that has not begun gets the current one as its parent.</summary>
    public static Request SwitchTo(Vm vm, ControlFrame frame, IoObject coroutine, int state)
    {
        var payload = (CoroutinePayload)coroutine.Payload!;
        if (!payload.IsStarted)
        {
            vm.Journal.SavePayload(coroutine);
            vm.Slots.Set(coroutine, vm.Names.ParentCoroutine, vm.Coroutines.Current);
        }
        return frame.Switch(coroutine, state);
    }

    /// <summary>Leaves the current coroutine out of the queue and runs the next one; raises when there is none.</summary>
    public static Request Park(Vm vm, ControlFrame frame, int state)
    {
        var current = vm.Coroutines.Current;
        RemoveFromQueue(vm, current);
        var next = TakeNextOrSleep(vm);
        if (next is null)
        {
            return vm.Host.Interrupt && !vm.CheckInterrupt()
                ? Request.Unwind
                : vm.RaiseRequest("Scheduler: nothing left to resume so we are exiting", frame.Message);
        }
        if (!ReferenceEquals(next, current))
            return SwitchTo(vm, frame, next, state);
        frame.State = state;
        frame.Value = vm.Nil;
        return frame.Primitive.StepAgain(vm, frame);
    }
}
