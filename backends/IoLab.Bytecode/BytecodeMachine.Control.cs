using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>Between two runs of the loop: values are given to records, control built-ins are stepped, coroutines exchanged.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>Gives a value to whoever waits for it, until the newest record is code that can run. False when the run is over; then <see cref="_result"/> is what it came to.</summary>
    private bool Deliver(Value value)
    {
        while (true)
        {
            var strand = _strand;
            if (value.Is(PushedObject))
            {
                if (strand.Records[strand.Depth].Code is not null)
                    return true;
                value = StepItem(strand);
            }
            else if (value.IsUnwind)
            {
                if (Vm.Stop == StopKind.Abort)
                {
                    _result = value;
                    return false;
                }
                if (strand.Depth > 0)
                    value = Unwind(strand);
                else if (_frames is not null)
                    value = UnwindFrame();
                else if (!Finish(Vm.Stop == StopKind.Raise ? _nil : Consume(), Vm.Stop == StopKind.Raise ? Vm.StopValue.Ref : null, out value))
                    return End(value);
            }
            else if (_watch.IsTouched && AttendTo())
            {
                // All frames are portable now; the newest of them gets the value.
            }
            else if (strand.Depth > 0)
            {
                if (strand.Records[strand.Depth].Code is not null)
                {
                    strand.Registers[_resultPlace] = value;
                    return true;
                }
                value = GiveItem(strand, value);
            }
            else if (_frames is { } frame)
            {
                value = Give(frame, value);
            }
            else if (!Finish(value, null, out value))
            {
                return End(value);
            }
        }
    }

    private bool End(Value value)
    {
        _result = value;
        return false;
    }

    /// <summary>The value of a code record that has ended goes to what is below it.</summary>
    private Value ReturnTo(Value value)
    {
        if (_reifyEvery != 0 && --_untilReify <= 0)
        {
            _untilReify = _reifyEvery;
            _mustReify = _watch.IsTouched = true;
        }
        return value;
    }

    /// <summary>A built-in has ended while the watch was touched: the loop may go on with its value, or all frames have become portable and get it.</summary>
    private Value Attend(Value value)
    {
        _ = AttendTo();
        return value;
    }

    /// <summary>Looks why the watch was touched. True when all frames had to become portable: code is stale, or a stop was left for an activation.</summary>
    private bool AttendTo()
    {
        _watch.IsTouched = false;
        if (!AssumptionsHold())
        {
            _codeVersion++;
            _mustReify = true;
        }
        if (!_mustReify)
            return false;
        _mustReify = false;
        CaptureAll();
        return true;
    }

    /// <summary>Takes the next step of a record that is no code and waits for nothing.</summary>
    private Value StepItem(Strand strand) => strand.Records[strand.Depth].Item switch
    {
        ControlFrame control => StepControl(control),
        ArgsFrame args => StepArguments(args),
        _ => throw new InvalidOperationException("a frame that only waits cannot be stepped"),
    };

    private Value GiveItem(Strand strand, Value value)
    {
        switch (strand.Records[strand.Depth].Item)
        {
            case ControlFrame control:
                control.Value = value;
                control.Stopped = StopKind.None;
                return StepControl(control);
            case ArgsFrame args:
                args.Operands[args.Index] = value;
                return StepArguments(args);
            case SendFrame send:
                Pop();
                return EvalRest(send.Message.Next, value, send.Target, send.Locals);
            default:
                throw new InvalidOperationException("no such frame waits in a strand");
        }
    }

    /// <summary>Gives a value to the newest portable frame: it goes on in the strand.</summary>
    private Value Give(Frame frame, Value value)
    {
        switch (frame)
        {
            case SendFrame send:
                PopFrame();
                return EvalRest(send.Message.Next, value, send.Target, send.Locals);
            case ArgsFrame:
                var args = (ArgsFrame)frame.Own();
                PopFrame();
                args.Operands[args.Index] = value;
                return PushItem(args, _strand.Top);
            case ActivationFrame { Activation.PendingStop: var pending }:
                PopFrame();
                return pending == StopKind.None ? value : Vm.StopWith(pending, value);
            default:
                var control = (ControlFrame)frame.Own();
                PopFrame();
                control.Value = value;
                control.Stopped = StopKind.None;
                return PushItem(control, _strand.Top);
        }
    }

    private void PopFrame()
    {
        var frame = _frames!;
        if (frame.IsShared && frame.Parent is { } parent)
            parent.IsShared = true;
        _frames = frame.Parent;
    }

    /// <summary>Evaluates the remaining arguments of a call, makes it, and goes on with the chain unless only the call was asked for.</summary>
    private Value StepArguments(ArgsFrame frame)
    {
        var m = frame.Message;
        while (++frame.Index < frame.Operands.Length)
        {
            if (frame.Index >= m.Arguments.Length)
            {
                frame.Operands[frame.Index] = _nil;
                continue;
            }
            var argument = m.Arguments[frame.Index];
            if (argument.Cached is CachedValue cached && argument.Next is null)
            {
                frame.Operands[frame.Index] = cached.Value;
                continue;
            }
            return EvalChain(argument, frame.Locals, frame.Locals);
        }
        Pop();
        var place = _resultPlace;
        if (!frame.IsSingle && m.Next is not null)
        {
            if (PushItem(new SendFrame(m, frame.Target, frame.Locals), place).IsUnwind)
                return _unwind;
            place = _strand.Top;
        }
        var callee = frame.Callee;
        if (callee.Payload is not CFunctionPayload { Builtin: var builtin })
            return CallWith(callee, frame.Receiver, m, frame.Locals, frame.SlotContext, frame.Operands, place);
        var value = Invoke.Eager(Vm, builtin, frame.Receiver, new Args(frame.Operands, m));
        if (Vm.IsInstrumented)
            Vm.NoteAnswer(builtin, m, frame.Receiver, frame.Operands, value);
        if (!value.IsUnwind || Vm.RedirectTo is not { } redirect)
            return value;
        Vm.RedirectTo = null;
        return CallWith(redirect, frame.Receiver, m, frame.Locals, frame.SlotContext, frame.Operands, place);
    }

    /// <summary>Steps a control built-in that is the newest record.</summary>
    private Value StepControl(ControlFrame frame)
    {
        while (true)
        {
            var request = Invoke.Step(Vm, frame);
            Value value;
            switch (request)
            {
                case Request.Done:
                    Pop();
                    return frame.Value;
                case Request.Unwind:
                    Pop();
                    return _unwind;
                case Request.Eval:
                    value = Evaluate(frame, _strand.Top);
                    break;
                case Request.TailEval:
                    Pop();
                    return Evaluate(frame, _resultPlace);
                case Request.Perform:
                    value = SendData(frame.RequestMessage!, frame.RequestTarget, frame.RequestLocals!, _strand.Top);
                    break;
                case Request.TailPerform:
                    Pop();
                    return SendData(frame.RequestMessage!, frame.RequestTarget, frame.RequestLocals!, _resultPlace);
                case Request.Activate:
                    value = ActivateRequest(frame, _strand.Top, isTail: false);
                    break;
                case Request.TailActivate:
                    Pop();
                    return ActivateRequest(frame, _resultPlace, isTail: true);
                case Request.Switch:
                    return SwitchTo(frame.RequestObject!);
                case Request.Capture:
                    CaptureAll();
                    PopFrame();
                    if (PushItem(frame, 0).IsUnwind)
                        return _unwind;
                    continue;
                default:
                    Vm.Coroutines.Revive(frame.RequestObject!);
                    _strand.Depth = 0;
                    EnterCoroutine(frame.RequestObject!);
                    _strand.Depth = 0;
                    _frames = frame.ReinstateTop;
                    return frame.Value;
            }
            if (value.Is(PushedObject) || value.IsUnwind)
                return value;
            frame.Value = value;
            frame.Stopped = StopKind.None;
        }
    }

    private Value Evaluate(ControlFrame frame, int place)
    {
        var window = frame.RequestArgument >= 0 ? frame.Window : -1;
        return window > 0 && _strand.Registers[_strand.Records[window].Base].Ref is null
            ? EvalArgument(frame.RequestMessage!, window, place)
            : EvalOrSend(frame.RequestMessage, frame.EvalTarget, frame.EvalLocals, place);
    }

    private Value ActivateRequest(ControlFrame frame, int place, bool isTail)
    {
        var message = frame.RequestMessage ?? frame.Message;
        var callee = frame.RequestObject!;
        if (frame.RequestValues is not { } values)
            return ActivateData(message, frame.RequestTarget, callee, frame.RequestContext!, frame.RequestLocals!, place);
        // The record below tells the sender's locals, when it is the code that called.
        var isTold = !isTail || (frame.Window > 0 && _strand.Records[_strand.Depth] is { Code: not null, Owner: var owner } && owner == frame.Window);
        return CallWith(callee, frame.RequestTarget, message, isTold ? null : frame.Locals, frame.RequestContext, values, place);
    }

    /// <summary>Performs one message on a receiver, its arguments evaluated in an object.</summary>
    private Value SendData(Message m, Value receiver, IoObject locals, int place)
    {
        receiver = Vm.Resolve(receiver);
        if (!ReferenceEquals(m.Label, Prelude.Label) && Vm.IsInstrumented)
        {
            if (!Vm.CountStep())
                return _unwind;
            Vm.Tracer?.Send(m, KindOf(receiver));
        }
        while (true)
        {
            var start = Vm.LookupStart(receiver);
            if (Vm.Lookup.TryFind(start, m.Name, out var found))
                return PerformData(m, receiver, Vm.ReadRaw(found), found.Holder, locals, place);
            if (!Vm.Lookup.TryFind(start, Vm.Names.Forward, out found))
                return Vm.Raise($"'{Vm.KindName(receiver)}' does not respond to message '{m.Name.Text}'", m);
            if ((start.Flags & ObjectFlags.Locals) == 0 || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return PerformData(m, receiver, found.Raw, found.Holder, locals, place);
            receiver = Vm.ImplicitReceiver(start);
        }
    }

    private Value PerformData(Message m, Value receiver, Value slot, IoObject holder, IoObject locals, int place) =>
        slot.Ref is { } callee && (callee.Flags & ObjectFlags.Activatable) != 0 ? ActivateData(m, receiver, callee, holder, locals, place) : slot;

    private Value ActivateData(Message m, Value receiver, IoObject callee, IoObject holder, IoObject locals, int place)
    {
        switch (callee.Payload)
        {
            case BlockPayload block:
                return PushItem(new ArgsFrame(m, locals, locals, receiver, callee, holder, new Value[block.Formals.Length], -1, true), place);
            case CFunctionPayload { Builtin: var builtin }:
                if (!Invoke.CheckReceiver(Vm, builtin, receiver, m))
                    return _unwind;
                return builtin.Kind == BuiltinKind.Control
                    ? PushItem(new ControlFrame(builtin, m, receiver, locals, holder), place)
                    : PushItem(new ArgsFrame(m, locals, locals, receiver, callee, holder, new Value[m.Arguments.Length], -1, true), place);
            case MessagePayload { Message: var inline }:
                return EvalChain(inline, locals, locals, place);
            default:
                var standIn = Invoke.StandIn(Vm, callee, m, out var found);
                return found is { } activate ? PerformData(m, receiver, standIn, activate.Holder, locals, place) : standIn;
        }
    }

    private Value Consume()
    {
        Vm.Stop = StopKind.None;
        return Vm.StopValue;
    }

    /// <summary>The running coroutine has ended. False when it was the main one.</summary>
    private bool Finish(Value result, IoObject? exception, out Value value)
    {
        if (ReferenceEquals(_coroutine, Vm.World.MainCoroutine))
        {
            value = exception is null ? result : _unwind;
            return false;
        }
        Vm.Coroutines.Finish(_coroutine, result, exception);
        Vm.Stop = StopKind.None;
        if (!ReferenceEquals(_strand, _main))
            _spare = _strand;
        EnterCoroutine(Vm.Coroutines.LivingParent(_coroutine) ?? Vm.World.MainCoroutine);
        value = _nil;
        return true;
    }

    private Value SwitchTo(IoObject coroutine)
    {
        var strand = _strand;
        strand.Below = _frames;
        strand.SuspendedAt = Changes;
        var current = (CoroutinePayload)_coroutine.Payload!;
        if (strand.Depth > 0)
            current.Live = strand;
        else
            current.Top = _frames;
        var payload = (CoroutinePayload)coroutine.Payload!;
        if (payload.IsStarted)
        {
            EnterCoroutine(coroutine);
            return _nil;
        }
        Vm.Tracer?.Switch(coroutine);
        Vm.Coroutines.Begin(coroutine);
        _coroutine = coroutine;
        _frames = null;
        _strand = FreshStrand();
        Vm.Coroutines.ReadBody(coroutine, out var body, out var target, out var locals);
        return EvalChain(body, target, locals, 0);
    }

    private Strand FreshStrand()
    {
        var strand = _spare ?? new Strand(this, 48, 6);
        _spare = null;
        strand.Depth = 0;
        return strand;
    }

    private void EnterCoroutine(IoObject coroutine)
    {
        Vm.Tracer?.Switch(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        _coroutine = coroutine;
        if (payload.Live is Strand { } live && live.IsOf(this))
        {
            payload.Live = null;
            _strand = live;
            if (live.SuspendedAt != Changes)
            {
                // Its code may be stale, or a stop was given to one of its activations.
                _frames = live.ToFrames();
                _reifications++;
                return;
            }
            _frames = live.Below;
            live.Below = null;
            return;
        }
        _frames = payload.Top;
        payload.Top = null;
        if (_strand.Depth > 0 || ReferenceEquals(_strand, _spare))
            _strand = FreshStrand();
    }
}
