using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>One active call in a back trace.</summary>
/// <param name="Target">The receiver.</param>
/// <param name="Message">The calling message.</param>
public readonly record struct TraceEntry(Value Target, IoLab.Language.Message Message);

/// <summary>Suspended frames in a machine's own form.</summary>
public interface ILiveFrames
{
    /// <summary>The same as portable frames, the newest first; this form is gone then.</summary>
    Frame? ToFrames();
}

/// <summary>The payload of Coroutine objects.</summary>
public sealed class CoroutinePayload : Payload
{
    private Frame? _top;

    /// <summary>The newest portable frame while it is suspended. To ask for it is to make what a machine holds in its own form portable.</summary>
    public Frame? Top
    {
        get
        {
            if (Live is { } live)
            {
                Live = null;
                _top = live.ToFrames();
            }
            return _top;
        }
        set
        {
            Live = null;
            _top = value;
        }
    }

    /// <summary>Its frames in a machine's own form, while it is suspended and nobody has looked; null: they are portable.</summary>
    public ILiveFrames? Live { get; set; }
    /// <summary>Has it begun and not ended?</summary>
    public bool IsStarted { get; set; }
    /// <summary>Has its body ended?</summary>
    public bool IsFinished { get; set; }
    /// <summary>How often the scheduler has put it into the run queue and not taken it out.</summary>
    public int Queued { get; set; }
    /// <summary>The child that was started last, whether or not it has ended; null when none was suspended.</summary>
    public IoObject? LastStarted { get; set; }
    /// <summary>The calls that were active when its exception was raised, innermost first, at most <see cref="MaxTrace"/>.</summary>
    public TraceEntry[] RaisedIn { get; set; } = [];

    /// <summary>How many calls a back trace holds.</summary>
    public const int MaxTrace = 40;

    /// <inheritdoc/>
    public override Kind Kind => Kind.Coroutine;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new CoroutinePayload();

    /// <inheritdoc/>
    public override Payload Snapshot() => new CoroutinePayload { Top = Top, IsStarted = IsStarted, IsFinished = IsFinished, Queued = Queued, RaisedIn = RaisedIn, LastStarted = LastStarted };

    /// <inheritdoc/>
    public override void Restore(Payload snapshot)
    {
        var old = (CoroutinePayload)snapshot;
        Top = old.Top;
        IsStarted = old.IsStarted;
        IsFinished = old.IsFinished;
        Queued = old.Queued;
        RaisedIn = old.RaisedIn;
        LastStarted = old.LastStarted;
    }
}

/// <summary>An object's own slot, by the shape it was last seen in.</summary>
internal struct SlotPlace
{
    /// <summary>The shape in which the index holds; null: not known.</summary>
    public Shape? Shape;
    /// <summary>The slot's index.</summary>
    public int Index;

    /// <summary>Reads what a lookup found, and remembers it if it is the object's own and its shape is never changed in place.</summary>
    public Value Read(IoObject o, SlotLocation found)
    {
        Shape = ReferenceEquals(found.Holder, o) && !o.Shape.IsUnique ? o.Shape : null;
        Index = found.Index;
        return found.Raw;
    }
}

/// <summary>What belongs to switching: which coroutine runs, and how a finished one hands over.</summary>
public sealed class CoroutineState(Vm vm)
{
    /// <summary>The proto Scheduler, which holds the run queue and the timers.</summary>
    public IoObject Scheduler { get; } = vm.World.Proto("Scheduler");

    /// <summary>Where its run queue is.</summary>
    internal SlotPlace QueuePlace;
    /// <summary>Where its timers are.</summary>
    internal SlotPlace TimersPlace;

    /// <summary>The running coroutine's object.</summary>
    public IoObject Current => vm.Machine.CurrentCoroutine;

    /// <summary>Marks a coroutine as ended, with its value or exception in its slots.</summary>
    public void Finish(IoObject coroutine, Value result, IoObject? exception)
    {
        vm.Journal.SavePayload(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        payload.Top = null;
        payload.LastStarted = null;
        payload.IsStarted = false;
        payload.IsFinished = true;
        if (exception is null)
            vm.Slots.Set(coroutine, vm.Names.Result, result);
        else
            vm.Slots.Set(coroutine, vm.Names.Exception, exception);
    }

    /// <summary>A coroutine that has not begun, with what it would evaluate.</summary>
    public IoObject NewChild(IoObject parent, IoLab.Language.Message body, IoObject locals)
    {
        var child = vm.Clone(vm.World.Coroutine);
        vm.Slots.Set(child, vm.Names.RunTarget, locals);
        vm.Slots.Set(child, vm.Names.RunLocals, locals);
        vm.Slots.Set(child, vm.Names.RunMessage, vm.Wrap(body));
        vm.Slots.Set(child, vm.Names.ParentCoroutine, parent);
        return child;
    }

    /// <summary>Marks a coroutine as running; its parent knows it as the last it started.</summary>
    public void Begin(IoObject coroutine)
    {
        vm.Journal.SavePayload(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        payload.IsStarted = true;
        payload.IsFinished = false;
        if (!vm.TryGetSlot(coroutine, vm.Names.ParentCoroutine, out var parent) || parent.Ref?.Payload is not CoroutinePayload starter)
            return;
        vm.Journal.SavePayload(parent.Ref);
        starter.LastStarted = coroutine;
    }

    /// <summary>
    /// Who runs or waits on a coroutine's behalf: the innermost of the coroutines it started, such as a <c>try</c>; itself when there is none;
    /// null before it has begun and when it has ended.
    /// </summary>
    public IoObject? RecentInChain(IoObject coroutine)
    {
        var current = Current;
        for (var ancestor = current; ancestor is not null; ancestor = LivingParent(ancestor))
        {
            if (ReferenceEquals(ancestor, coroutine))
                return current;
        }
        var recent = coroutine;
        while (((CoroutinePayload)recent.Payload!).LastStarted is { Payload: CoroutinePayload { IsStarted: true } } child)
            recent = child;
        return ((CoroutinePayload)recent.Payload!).IsStarted ? recent : null;
    }

    /// <summary>What a coroutine that has not begun would evaluate, from its slots.</summary>
    public void ReadBody(IoObject coroutine, out IoLab.Language.Message? body, out Value target, out IoObject locals)
    {
        body = vm.TryGetSlot(coroutine, vm.Names.RunMessage, out var message) ? message.PayloadAs<MessagePayload>()?.Message : null;
        target = vm.TryGetSlot(coroutine, vm.Names.RunTarget, out var t) && !t.Is(vm.World.Nil) ? t : vm.World.Lobby;
        locals = vm.TryGetSlot(coroutine, vm.Names.RunLocals, out var l) && l.Ref is { } o && !l.Is(vm.World.Nil) ? o : target.Ref ?? vm.World.Lobby;
    }

    /// <summary>Makes a coroutine a running one again, whatever it was: a continuation of it is invoked.</summary>
    public void Revive(IoObject coroutine)
    {
        vm.Journal.SavePayload(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        payload.IsStarted = true;
        payload.IsFinished = false;
    }

    /// <summary>Makes the main coroutine ready for a run: nothing of an earlier one is left.</summary>
    public IoObject StartMain()
    {
        var main = vm.World.MainCoroutine;
        Revive(main);
        if (!HandlersOf(main).Is(vm.World.Nil))
            SetHandlers(main, vm.World.NewList([]));
        return main;
    }

    /// <summary>Ends a coroutine that control has left for good.</summary>
    public void Abandon(IoObject coroutine)
    {
        vm.Journal.SavePayload(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        payload.Top = null;
        payload.LastStarted = null;
        payload.IsStarted = false;
        payload.IsFinished = true;
    }

    /// <summary>A coroutine's handlers: a List of pairs (kind, handler), the innermost last; nil before the first.</summary>
    public Value HandlersOf(IoObject coroutine) => Slots.TryGetOwn(coroutine, vm.Names.HandlerStack, out var handlers) ? handlers : vm.Nil;

    /// <summary>Replaces a coroutine's handlers. The lists are never changed in place, so whoever holds one can put it back.</summary>
    public void SetHandlers(IoObject coroutine, Value handlers)
    {
        if (!HandlersOf(coroutine).Is(handlers))
            vm.Slots.Set(coroutine, vm.Names.HandlerStack, handlers);
    }

    /// <summary>
    /// The nearest ancestor that can be resumed, or null. It becomes the parent of a coroutine that has ended: coroutines that start each other for
    /// ever are not kept, and the way is short.
    /// </summary>
    public IoObject? LivingParent(IoObject coroutine)
    {
        var ancestor = coroutine;
        for (var steps = 1; steps < 100_000; steps++)
        {
            if (!vm.TryGetSlot(ancestor, vm.Names.ParentCoroutine, out var parent) || parent.Ref?.Payload is not CoroutinePayload payload)
                return null;
            ancestor = parent.Ref;
            if (!payload.IsStarted)
                continue;
            if (steps > 1)
                vm.Slots.Set(coroutine, vm.Names.ParentCoroutine, ancestor);
            return ancestor;
        }
        return null;
    }
}
