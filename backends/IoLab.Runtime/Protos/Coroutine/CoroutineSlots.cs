using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>The slots of Coroutine (io-language.md 10).</summary>
internal static unsafe class CoroutineSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Coroutine", Kind.Coroutine)
        .Data("type", vm => vm.Text("Coroutine"), "The kind's name.")
        .Data("parentCoroutine", vm => vm.Nil, "Who started it.")
        .Data("result", vm => vm.Nil, "The value its body ended with.")
        .Data("exception", vm => vm.Nil, "The exception its body ended with.")
        .Data("runTarget", vm => vm.Nil, "The target of its body.")
        .Data("runLocals", vm => vm.Nil, "The locals of its body.")
        .Data("runMessage", vm => vm.Nil, "Its body.")
        .Data("handlerStack", vm => vm.Nil, "A list of pairs (kind, handler), the innermost last; nil before the first.")
        .Data("inException", vm => vm.False, "Is it handling an exception?")
        .Data("ignoredCoroutineMethodNames", vm => vm.World.NewList([]), "Names left out of back traces.")
        .Data("stackSize", _ => 0, "No fixed stack.")
        .Data("debugWriteln", vm => vm.Nil, "Nothing is written about switches.")
        .Eager("init", "", &Object.Identity.Self, "Called on clones.")
        .Prelude("label", "", "A name for people.")
        .Prelude("setLabel", "text: Sequence", "Names it, with its identity behind; the receiver.")
        .Prelude("typeId", "", "Its type and its identity.")
        .Control("callStack", "", &CallStack.Of, "A list of the Calls of its activations, the newest first.")
        .Prelude("showYielding", "", "Writes the labels of the coroutines in the run queue.")
        .Eager("currentCoroutine", "", &Current, "The running coroutine.", anyReceiver: true)
        .Control("currentFrame", "", &EvalFrames.EvalFrameSlots.Current, "The newest frame, as an EvalFrame.", anyReceiver: true)
        .Eager("isCurrent", "", &IsCurrent, "Is it the running one?")
        .Eager("isFinished", "", &IsFinished, "Has its body ended?")
        .Eager("recentInChain", "", &RecentInChain, "Who runs or waits on its behalf: the innermost coroutine it started, or itself; nil when it has not begun or has ended.")
        .Eager("isYielding", "", &IsYielding, "Is it in the run queue?")
        .Eager("main", "", &Main, "The coroutine scripts run on.", anyReceiver: true)
        .Eager("implementation", "", &Implementation, "How coroutines are made.", anyReceiver: true)
        .Eager("resumeLater", "", &ResumeLater, "Puts it at the front of the run queue.")
        .Eager("yieldingCoros", "", &YieldingCoros, "The run queue.", anyReceiver: true)
        .Eager("setYieldingCoros", "list", &SetYieldingCoros, "Replaces the run queue.", anyReceiver: true)
        .Eager("setRunTarget", "object", &SetField, "Sets the target of its body.")
        .Eager("setRunLocals", "object", &SetField, "Sets the locals of its body.")
        .Eager("setRunMessage", "message", &SetField, "Sets its body.")
        .Eager("setParentCoroutine", "coroutine", &SetField, "Sets who it returns to.")
        .Eager("setResult", "value", &SetField, "Sets the result.")
        .Eager("setException", "exception", &SetField, "Sets the exception.")
        .Eager("setInException", "boolean", &SetField, "Notes that it handles an exception.")
        .Eager("setRecentInChain", "coroutine", &SetField, "Sets recentInChain.")
        .Eager("setStackSize", "bytes: Number", &SetField, "Sets stackSize; nothing depends on it.")
        .Eager("setHandlerStack", "list", &SetField, "Sets the handlers.")
        .Eager("backTraceString", "", &BackTraceString, "The trace of its exception.")
        .Eager("showStack", "", &ShowStack, "Writes the trace of its exception; the receiver.")
        .Eager("rawSignalException", "exception", &RawSignal, "Raises an exception in the running coroutine.", anyReceiver: true)
        .Control("run", "", &Resume, "Starts it; its value when control comes back.")
        .Control("resume", "", &Resume, "Switches to it.")
        .Control("yield", "", &Yield, "Lets the next coroutine run.", anyReceiver: true)
        .Control("pause", "", &PauseSelf, "Runs others until somebody resumes it; takes it out of the queue when it is not running.", anyReceiver: true)
        .Control("pauseCurrentAndResumeSelf", "", &Handover.PauseCurrent, "Switches to it; the current one is not queued.")
        .Control("yieldCurrentAndResumeSelf", "", &Handover.YieldCurrent, "Switches to it; the current one is queued.")
        .Control("resumeParentCoroutine", "", &Handover.ResumeParent, "Switches to its parent; the current one is not queued.")
        .Control("raiseException", "exception", &RaiseException, "Ends it with an exception.");

    public static Value Current(Vm vm, Value self, in Args args) => vm.Coroutines.Current;

    private static Value IsCurrent(Vm vm, Value self, in Args args) => vm.Bool(self.Is(vm.Coroutines.Current));

    private static Value IsFinished(Vm vm, Value self, in Args args) => vm.Bool(((CoroutinePayload)self.Ref!.Payload!).IsFinished);

    private static Value Main(Vm vm, Value self, in Args args) => vm.World.MainCoroutine;

    private static Value Implementation(Vm vm, Value self, in Args args) => vm.Text("frame-based");

    private static Value RecentInChain(Vm vm, Value self, in Args args) => vm.Coroutines.RecentInChain(self.Ref!) is { } recent ? recent : vm.Nil;

    private static Value IsYielding(Vm vm, Value self, in Args args) => vm.Bool(Scheduling.IsQueued(vm, self.Ref!));

    private static Value ResumeLater(Vm vm, Value self, in Args args)
    {
        Scheduling.PutFirst(vm, self.Ref!);
        return self;
    }

    private static Value YieldingCoros(Vm vm, Value self, in Args args) =>
        vm.TryGetSlot(vm.Coroutines.Scheduler, vm.Names.YieldingCoros, out var queue) ? queue : vm.Nil;

    private static Value SetYieldingCoros(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(vm.Coroutines.Scheduler, vm.Names.YieldingCoros, args.Get(vm, 0));
        return self;
    }

    /// <summary>The setter of a data slot: <c>setRunTarget</c> sets <c>runTarget</c>.</summary>
    public static Value SetField(Vm vm, Value self, in Args args)
    {
        var name = args.Message.Name.Text;
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern(char.ToLowerInvariant(name[3]) + name[4..]), args.Get(vm, 0));
        return self;
    }

    private static Value BackTraceString(Vm vm, Value self, in Args args) => vm.Text(TraceOf(vm, self));

    private static Value ShowStack(Vm vm, Value self, in Args args) => Object.Printing.Emit(vm, Seq.FromText(TraceOf(vm, self))) ? self : vm.Unwind;

    private static string TraceOf(Vm vm, Value coroutine) =>
        vm.TryGetSlot(coroutine, vm.Names.Exception, out var exception) && exception.Ref is { } found && !exception.Is(vm.World.Nil)
            ? BackTrace.Format(vm, found)
            : "  ---------\n  nothing on stack\n\n";

    private static Value RawSignal(Vm vm, Value self, in Args args) => vm.Raise(args.Get(vm, 0).Ref ?? vm.World.Exception);

    private static Request Resume(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0)
            return frame.Done(vm.TryGetSlot(frame.Self, vm.Names.Result, out var result) ? result : vm.Nil);
        return frame.Self.Is(vm.Coroutines.Current) ? frame.Done(frame.Self) : Scheduling.SwitchTo(vm, frame, frame.Self.Ref!, 1);
    }

    /// <summary>Also Object's <c>yield</c>.</summary>
    public static Request Yield(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0)
            return frame.Done(frame.Self);
        Scheduling.WakeExpired(vm);
        var current = vm.Coroutines.Current;
        var next = Scheduling.Rotate(Scheduling.Queue(vm), current);
        return next is null || ReferenceEquals(next, current) ? frame.Done(frame.Self) : Scheduling.SwitchTo(vm, frame, next, 1);
    }

    /// <summary>Also Object's <c>pause</c>.</summary>
    public static Request Pause(Vm vm, ControlFrame frame) =>
        frame.State != 0 ? frame.Done(frame.Self) : Scheduling.Park(vm, frame, 1);

    /// <summary>A coroutine that is not the running one is only taken out of the queue.</summary>
    private static Request PauseSelf(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0 || frame.Self.Is(vm.Coroutines.Current) || frame.Self.Ref is not { Payload: CoroutinePayload } other)
            return Pause(vm, frame);
        Scheduling.RemoveFromQueue(vm, other);
        return frame.Done(frame.Self);
    }

    private static Request RaiseException(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0 when frame.ArgCount > 0:
                return frame.EvalArg(0, 1);
            case 0:
                return frame.Done(frame.Self);
            default:
                if (frame.Value.Ref is not { } exception)
                    return frame.Done(frame.Self);
                if (frame.Self.Is(vm.Coroutines.Current))
                {
                    vm.Raise(exception);
                    return Request.Unwind;
                }
                vm.Coroutines.Finish(frame.Self.Ref!, vm.Nil, exception);
                return frame.Done(frame.Self);
        }
    }
}
