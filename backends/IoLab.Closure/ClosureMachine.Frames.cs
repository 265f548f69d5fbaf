using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure;

/// <summary>Reify and resume: the run loop, the portable frames of the running coroutine, and what happens once the host stack is empty.</summary>
internal sealed partial class ClosureMachine
{
    /// <summary>What to do when all host frames have become portable.</summary>
    private enum Action
    {
        Answer,
        Chain,
        Rest,
        Call,
        Values,
        Switch,
        Stop,
        StepAgain,
        Reinstate,
    }

    /// <summary>What has been captured since the host stack began to unwind, linked from the newest to the oldest.</summary>
    private Frame? _newestCaptured;
    private Frame? _oldestCaptured;
    private int _captured;
    /// <summary>How many activations in a row have left no frame.</summary>
    private int _replacedInRow;
    private readonly List<TryScope> _tryScopes = [];
    private Frame? _frames;
    private IoObject _coroutine;
    private bool _splitsCoroutine;

    private Action _action;
    private Value _actionValue;
    private Value[] _actionValues = [];
    private Value _actionTarget;
    private Message? _actionMessage;
    private IoObject? _actionLocals;
    private IoObject? _actionObject;
    private IoObject? _actionContext;
    private Frame? _actionFrame;
    private StopKind _actionStop;
    /// <summary>Of a call: is it the end of a body, and begun without evaluating anything first?</summary>
    private bool _actionReplaces;
    /// <summary>Of a call or stop: does the block that is called, or has ended, let stops through?</summary>
    private bool _actionPassesStops;
    private bool _actionIsSingle;
    private Value _actionChainTarget;

    /// <summary>The activation that was given a stop since the last reification.</summary>
    private Activation? _stopGiven;

    /// <summary>A <c>try</c> on the host stack; its coroutine is made only if somebody looks.</summary>
    internal sealed class TryScope
    {
        /// <summary>The child coroutine, once made.</summary>
        public IoObject? Coroutine;
        /// <summary>What it evaluates.</summary>
        public required Message Message;
        /// <summary>The place of the window it evaluates in.</summary>
        public required int Window;
        /// <summary>How many records there were: those above are of its coroutine.</summary>
        public required int Depth;
    }

    /// <inheritdoc/>
    public override IoObject CurrentCoroutine
    {
        get
        {
            var current = _coroutine;
            foreach (var scope in _tryScopes)
                current = scope.Coroutine ??= MakeChild(scope, current);
            return current;
        }
    }

    private IoObject MakeChild(TryScope scope, IoObject parent)
    {
        var locals = MaterializeLocals(scope.Window);
        var child = Vm.Coroutines.NewChild(parent, scope.Message, locals);
        Vm.Coroutines.Begin(child);
        return child;
    }

    /// <inheritdoc/>
    public override bool IsInTry(IoObject coroutine)
    {
        if (_tryScopes.Count == 0)
            return false;
        for (var i = _tryScopes.Count - 2; i >= 0; i--)
        {
            if (ReferenceEquals(_tryScopes[i].Coroutine, coroutine))
                return true;
        }
        return ReferenceEquals(_coroutine, coroutine);
    }

    /// <summary>A try begins.</summary>
    public TryScope BeginTry(Message body, int window)
    {
        var scope = new TryScope { Message = body, Window = window, Depth = _depth };
        _tryScopes.Add(scope);
        return scope;
    }

    /// <summary>
    /// A try ended without suspending: its coroutine, if it was made, is finished. Answers what the try does: the exception that the coroutine has then, which a program may have given to it
    /// or to its proto.
    /// </summary>
    public Value EndTry(Value result, IoObject? exception)
    {
        var scope = _tryScopes[^1];
        _tryScopes.RemoveAt(_tryScopes.Count - 1);
        if (scope.Coroutine is { } coroutine)
            Vm.Coroutines.Finish(coroutine, result, exception);
        else if (exception is not null)
            return exception;
        return Vm.TryGetSlot(scope.Coroutine ?? Vm.World.Coroutine, Vm.Names.Exception, out var answer) ? answer : Nil;
    }

    /// <summary>A try is forgotten: what it evaluates belongs to whoever evaluates the try.</summary>
    public void DropTry() => _tryScopes.RemoveAt(_tryScopes.Count - 1);

    /// <summary>A try is suspending: what was captured so far belongs to its coroutine.</summary>
    public IoObject SplitTry()
    {
        var child = CurrentCoroutine;
        _tryScopes.RemoveAt(_tryScopes.Count - 1);
        ((CoroutinePayload)child.Payload!).Top = Link(null);
        if (!_splitsCoroutine)
        {
            _splitsCoroutine = true;
            _innermost = child;
        }
        return child;
    }

    private IoObject? _innermost;

    /// <summary>Adds the portable frame of one host frame; newest first.</summary>
    public void Capture(Frame frame)
    {
        if (frame is ControlFrame control)
            _ = (control.Locals, control.Self);
        AddCaptured(frame);
    }

    private void AddCaptured(Frame frame)
    {
        if (_oldestCaptured is { } newer)
            newer.Parent = frame;
        else
            _newestCaptured = frame;
        _oldestCaptured = frame;
        _captured++;
        _replacedInRow = 0;
    }

    private void DropCaptured()
    {
        _newestCaptured = _oldestCaptured = null;
        _captured = 0;
    }

    private void CaptureActivation(int depth)
    {
        ref var record = ref _records[depth];
        // An activation directly under another one was in tail position: it leaves nothing behind.
        if (_oldestCaptured is ActivationFrame { Activation: var newer } ? !newer.PassStops || record.Target!.Block.PassStops : _captured == 0 && IsReplacedByAction(record.Target!.Block))
        {
            KeepSender(ref record);
            return;
        }
        AddCaptured(new ActivationFrame(WithSender(ref record)));
    }

    /// <summary>The locals of a record; those of its caller are theirs to tell from now on.</summary>
    private IoObject WithSender(ref Record record)
    {
        var locals = LocalsOf(ref WindowAt(record.Window));
        var activation = (Activation)locals.Payload!;
        if (activation.SenderSource is not null)
            activation.Sender = LocalsOf(ref WindowAt(record.CallerWindow));
        return locals;
    }

    /// <summary>Somebody may hold the locals of an activation that leaves no frame, and ask for its caller: the last of a row of tail calls still know.</summary>
    private void KeepSender(ref Record record)
    {
        if (WindowAt(record.Window).Ref is null || _replacedInRow++ >= Activation.MaxSenderChain)
            return;
        MarkReplaced((Activation)WithSender(ref record).Payload!);
    }

    private static void MarkReplaced(Activation replaced)
    {
        replaced.IsReplaced = true;
        for (var known = 0; replaced.Sender?.Payload is Activation { IsReplaced: true } older; replaced = older)
        {
            if (++known <= Activation.MaxSenderChain)
                continue;
            replaced.Sender = null;
            return;
        }
    }

    /// <summary>Does what happens once the host stack is empty take the place of a caller's activation directly below it?</summary>
    private bool IsReplacedByAction(BlockPayload caller) =>
        (_action is Action.Values or Action.Stop || (_action == Action.Call && _actionReplaces)) && (!_actionPassesStops || caller.PassStops);

    /// <summary>
    /// Takes away the newest heap frame if it is an activation whose end a tail call has been: one that was given its stop before that call is still there, one that
    /// was given it from there is not.
    /// </summary>
    private void DropReplaced(bool passesStops)
    {
        if (_frames is ActivationFrame { Activation: var older } && (older.PendingStop == StopKind.None || ReferenceEquals(older, _stopGiven))
            && (!passesStops || older.PassStops))
        {
            MarkReplaced(older);
            Pop();
        }
    }

    /// <summary>Links what was captured on top of older frames.</summary>
    private Frame? Link(Frame? older)
    {
        if (_oldestCaptured is null)
            return older;
        _oldestCaptured.Parent = older;
        var newest = _newestCaptured!;
        var depth = (older?.Depth ?? 0) + _captured;
        for (var frame = newest; !ReferenceEquals(frame, older); frame = frame.Parent!)
            frame.Depth = depth--;
        DropCaptured();
        return newest;
    }

    private Value Suspend(Action action)
    {
        _reifications++;
        _action = action;
        _replacedInRow = 0;
        _untilReify = _reifyEvery + 1;
        IsReifyRequested = false;
        Vm.Stop = StopKind.Suspend;
        return Unwind;
    }

    /// <summary>Reifies, then goes on as if this value had just been answered.</summary>
    public Value SuspendWith(Value value)
    {
        _actionValue = value;
        return Suspend(Action.Answer);
    }

    /// <summary>Reifies, then stops as an activation was told to when it ended with a value.</summary>
    private Value SuspendStop(StopKind stop, Value value, bool passesStops)
    {
        _actionStop = stop;
        _actionValue = value;
        _actionPassesStops = passesStops;
        return Suspend(Action.Stop);
    }

    private Value SuspendChain(Message chain, Value target, IoObject locals)
    {
        if (!Poll())
            return Unwind;
        _actionMessage = chain;
        _actionTarget = target;
        _actionLocals = locals;
        return Suspend(Action.Chain);
    }

    private Value SuspendRest(Message rest, Value receiver, Value target, IoObject locals)
    {
        _actionValue = receiver;
        SuspendChain(rest, target, locals);
        if (Vm.Stop == StopKind.Suspend)
            _action = Action.Rest;
        return Unwind;
    }

    /// <summary>Reifies, then makes this call and goes on with the chain it is in.</summary>
    public Value SuspendCallInChain(Message message, Value target, IoObject callee, IoObject slotContext, Value chainTarget, IoObject locals)
    {
        SuspendCall(message, target, callee, slotContext, locals);
        var block = (BlockPayload)callee.Payload!;
        _actionIsSingle = false;
        _actionReplaces = message.Next is null && (block.Formals.Length == 0 || message.Arguments.Length == 0);
        _actionPassesStops = block.PassStops;
        _actionChainTarget = chainTarget;
        return Unwind;
    }

    /// <summary>Reifies, then makes this call.</summary>
    private Value SuspendCall(Message message, Value target, IoObject callee, IoObject slotContext, IoObject locals)
    {
        _actionIsSingle = true;
        _actionReplaces = false;
        _actionChainTarget = locals;
        if (!Poll())
            return Unwind;
        _actionMessage = message;
        _actionTarget = target;
        _actionObject = callee;
        _actionContext = slotContext;
        _actionLocals = locals;
        return Suspend(Action.Call);
    }

    /// <summary>Reifies, then calls a block with values.</summary>
    private Value SuspendValues(IoObject callee, Value self, Message message, IoObject sender, IoObject? slotContext, Value[] values)
    {
        SuspendCall(message, self, callee, slotContext!, sender);
        if (Vm.Stop == StopKind.Suspend)
            _action = Action.Values;
        _actionValues = values;
        _actionPassesStops = ((BlockPayload)callee.Payload!).PassStops;
        return Unwind;
    }

    private bool Poll() => !Vm.Host.Interrupt || Vm.CheckInterrupt();

    /// <inheritdoc/>
    public override Value Run(Message? program, Value target, IoObject locals)
    {
        Clear();
        Vm.Coroutines.StartMain();
        return Loop(EvalChain(program, target, locals));
    }

    /// <inheritdoc/>
    public override Value Resume(IoObject coroutine, Value value)
    {
        Clear();
        EnterCoroutine(coroutine);
        return Loop(value);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Clear();
        _coroutine = Vm.World.MainCoroutine;
    }

    private void Clear()
    {
        Vm.Stop = StopKind.None;
        _coroutine = Vm.World.MainCoroutine;
        _frames = null;
        _innermost = null;
        _splitsCoroutine = false;
        DropCaptured();
        _tryScopes.Clear();
        _depth = 0;
        _nestedControls = 0;
        _top = 0;
        _lastCall = null;
        _stopGiven = null;
        IsReifyRequested = false;
    }

    /// <summary>Runs until the main coroutine ends. Between turns the host stack is empty.</summary>
    private Value Loop(Value value)
    {
        while (true)
        {
            if (value.IsUnwind)
            {
                if (Vm.Stop == StopKind.Abort)
                    return value;
                if (Vm.Stop == StopKind.Suspend)
                {
                    value = Act();
                    continue;
                }
                if (!UnwindFrames(out value))
                    return value;
                continue;
            }
            if (_frames is not { } frame)
            {
                if (!FinishCoroutine(value, null, out value))
                    return value;
                continue;
            }
            value = Give(frame, value);
        }
    }

    private Value Act()
    {
        Settle();
        if (_frames is { } top && top.Depth > Vm.FrameLimit)
            return Vm.Raise($"Stack overflow: frame depth exceeded {Vm.FrameLimit}", top.Origin);
        switch (_action)
        {
            case Action.Answer:
                return _actionValue;
            case Action.Chain:
                return EvalChain(_actionMessage, _actionTarget, _actionLocals!);
            case Action.Rest:
                return EvalRest(_actionMessage, _actionValue, _actionTarget, _actionLocals!);
            case Action.Call:
                if (_actionReplaces)
                    DropReplaced(_actionPassesStops);
                return Activate(_actionMessage!, _actionTarget, _actionObject!, _actionContext!, _actionChainTarget, _actionLocals!, _actionIsSingle);
            case Action.Values:
                DropReplaced(_actionPassesStops);
                return CallFromData(_actionObject!, _actionTarget, _actionMessage!, _actionLocals!, _actionContext, _actionValues);
            case Action.Stop:
                return Vm.StopWith(_actionStop, _actionValue);
            case Action.Switch:
                return SwitchTo(_actionObject!);
            case Action.StepAgain:
                return StepHeap((ControlFrame)_frames!);
            default:
                Vm.Coroutines.Revive(_actionObject!);
                EnterCoroutine(_actionObject!);
                _frames = _actionFrame;
                return _actionValue;
        }
    }

    /// <summary>The host stack is empty: links the captured frames and enters the innermost coroutine.</summary>
    private void Settle()
    {
        Vm.Stop = StopKind.None;
        _depth = 0;
        _top = 0;
        if (_oldestCaptured is ActivationFrame { Activation.PassStops: var passesStops })
            DropReplaced(passesStops);
        else if (_captured == 0 && _action == Action.Stop)
            DropReplaced(_actionPassesStops);
        _stopGiven = null;
        _frames = Link(_frames);
        if (!_splitsCoroutine)
            return;
        _splitsCoroutine = false;
        ((CoroutinePayload)_coroutine.Payload!).Top = _frames;
        _coroutine = _innermost!;
        var payload = (CoroutinePayload)_coroutine.Payload!;
        _frames = payload.Top;
        payload.Top = null;
    }

    private void Pop()
    {
        var frame = _frames!;
        if (frame.IsShared && frame.Parent is { } parent)
            parent.IsShared = true;
        _frames = frame.Parent;
    }

    /// <summary>Gives a value to the newest heap frame and goes on there on the host stack.</summary>
    private Value Give(Frame frame, Value value)
    {
        switch (frame)
        {
            case SendFrame send:
                Pop();
                return EvalRest(send.Message.Next, value, send.Target, send.Locals);
            case ArgsFrame:
                var args = (ArgsFrame)frame.Own();
                Pop();
                args.Operands[args.Index] = value;
                return Continue(args);
            case ActivationFrame { Activation.PendingStop: var pending }:
                Pop();
                return pending == StopKind.None ? value : Vm.StopWith(pending, value);
            default:
                var control = (ControlFrame)frame.Own();
                Pop();
                control.Value = value;
                control.Stopped = StopKind.None;
                return RunControlObject(control);
        }
    }

    /// <summary>Steps a control frame that is the newest heap frame: takes it off and runs it on the host stack.</summary>
    private Value StepHeap(ControlFrame control)
    {
        _frames = control;
        Pop();
        return RunControlObject(control);
    }

    /// <summary>Gives the stop to heap frames until one consumes it. False when the run is over.</summary>
    private bool UnwindFrames(out Value value)
    {
        _depth = 0;
        _top = 0;
        _tryScopes.Clear();
        while (_frames is { } frame)
        {
            var isLocal = (Vm.Stop & StopKind.Local) != 0;
            switch (frame)
            {
                case ActivationFrame { Activation: { PassStops: false, PendingStop: var pending } } when isLocal:
                    Pop();
                    if (pending != StopKind.None)
                    {
                        Vm.Stop = pending;
                        break;
                    }
                    value = Consume();
                    return true;
                case ArgsFrame { Callee.Payload: BlockPayload { PassStops: false } } args when isLocal:
                    Pop();
                    value = Consume();
                    if (!args.IsSingle)
                        value = EvalRest(args.Message.Next, value, args.Target, args.Locals);
                    return true;
                case ControlFrame control when (control.Primitive.Consumes & Vm.Stop) != 0:
                    control = (ControlFrame)control.Own();
                    control.Stopped = Vm.Stop;
                    control.Value = Consume();
                    _frames = control;
                    value = StepHeap(control);
                    return true;
                default:
                    Pop();
                    break;
            }
        }
        return Vm.Stop == StopKind.Raise
            ? FinishCoroutine(Nil, Vm.StopValue.Ref, out value)
            : FinishCoroutine(Consume(), null, out value);
    }

    private Value Consume()
    {
        Vm.Stop = StopKind.None;
        return Vm.StopValue;
    }

    /// <summary>The running coroutine has ended. False when it was the main one.</summary>
    private bool FinishCoroutine(Value result, IoObject? exception, out Value value)
    {
        if (ReferenceEquals(_coroutine, Vm.World.MainCoroutine))
        {
            value = exception is null ? result : Unwind;
            return false;
        }
        Vm.Coroutines.Finish(_coroutine, result, exception);
        Vm.Stop = StopKind.None;
        EnterCoroutine(Vm.Coroutines.LivingParent(_coroutine) ?? Vm.World.MainCoroutine);
        value = Nil;
        return true;
    }

    private Value SwitchTo(IoObject coroutine)
    {
        ((CoroutinePayload)_coroutine.Payload!).Top = _frames;
        var payload = (CoroutinePayload)coroutine.Payload!;
        if (payload.IsStarted)
        {
            EnterCoroutine(coroutine);
            return Nil;
        }
        Vm.Tracer?.Switch(coroutine);
        Vm.Coroutines.Begin(coroutine);
        _coroutine = coroutine;
        _frames = null;
        Vm.Coroutines.ReadBody(coroutine, out var body, out var target, out var locals);
        return EvalChain(body, target, locals);
    }

    private void EnterCoroutine(IoObject coroutine)
    {
        Vm.Tracer?.Switch(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        _coroutine = coroutine;
        _frames = payload.Top;
        payload.Top = null;
    }

    /// <inheritdoc/>
    public override void NoteRaise(IoObject exception)
    {
        var entries = new List<TraceEntry>();
        // What is below a try belongs to the coroutine that waits for it.
        var isInTry = _tryScopes.Count > 0;
        var bottom = isInTry ? _tryScopes[^1].Depth : 0;
        for (var depth = _depth; depth > bottom && entries.Count < CoroutinePayload.MaxTrace; depth--)
        {
            ref var record = ref _records[depth];
            if (record.Target is { Block.IsOpaque: false } target)
                entries.Add(new TraceEntry(WindowAt(record.Window).Ref?.Payload is Activation made ? made.Self : WindowAt(record.Window + Node.SelfRegister), target.Message));
        }
        for (var frame = isInTry ? null : _frames; frame is not null && entries.Count < CoroutinePayload.MaxTrace; frame = frame.Parent)
        {
            if (frame is ActivationFrame { Activation: var a } && !((BlockPayload)a.Block.Payload!).IsOpaque)
                entries.Add(new TraceEntry(a.Self, a.Message));
        }
        ((CoroutinePayload)CurrentCoroutine.Payload!).RaisedIn = [.. entries];
    }
}
