using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Tree;

/// <summary>
/// The reference machine: one loop steps over message trees and keeps its whole continuation in portable frames. Nothing here is
/// fast on purpose; it is meant to be read. Registers: the chain being evaluated (message, target, locals, current receiver) and the
/// newest frame.
/// </summary>
public sealed class TreeMachine(Vm vm) : Machine(vm)
{
    private enum Mode
    {
        /// <summary>Evaluate the message in the register.</summary>
        Chain,
        /// <summary>Send the message in the register, and nothing after it: what a control primitive asks for.</summary>
        Send,
        /// <summary>Give the value to the newest frame.</summary>
        Return,
        /// <summary>The VM's stop state is set: give it to the newest frame.</summary>
        Unwind,
        /// <summary>The run is over.</summary>
        End,
    }

    private Message? _message;
    private Value _target;
    private IoObject _locals = null!;
    private Value _receiver;
    private Value _value;
    private Frame? _top;
    private IoObject _coroutine = vm.World.MainCoroutine;

    /// <inheritdoc/>
    public override IoObject CurrentCoroutine => _coroutine;

    /// <inheritdoc/>
    public override Value Run(Message? program, Value target, IoObject locals)
    {
        _coroutine = Vm.Coroutines.StartMain();
        _top = null;
        Vm.Stop = StopKind.None;
        return Loop(Begin(program, target, locals));
    }

    /// <inheritdoc/>
    public override Value Resume(IoObject coroutine, Value value)
    {
        Vm.Stop = StopKind.None;
        EnterCoroutine(coroutine);
        _value = value;
        return Loop(Mode.Return);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _top = null;
        _message = null;
        _coroutine = Vm.World.MainCoroutine;
    }

    private Value Loop(Mode mode)
    {
        while (mode != Mode.End)
        {
            mode = mode switch
            {
                Mode.Chain => StepChain(),
                Mode.Send => Send(_message!, _receiver, _locals, isSingle: true),
                Mode.Return => StepReturn(),
                _ => StepUnwind(),
            };
        }
        return _value;
    }

    private Mode Begin(Message? chain, Value target, IoObject locals)
    {
        _message = chain;
        _target = _receiver = target;
        _locals = locals;
        _value = Vm.Nil;
        return Mode.Chain;
    }

    private Mode StepChain()
    {
        var m = _message;
        if (m is null)
            return Mode.Return;
        if (m.IsTerminator)
        {
            _receiver = _target;
            _message = m.Next;
            return Mode.Chain;
        }
        if (m.Cached is { } cached)
            return Continue(m, ((CachedValue)cached).Value);
        return Send(m, Vm.Resolve(_receiver), _locals, isSingle: false);
    }

    private Mode Continue(Message m, Value value)
    {
        _value = _receiver = value;
        _message = m.Next;
        return Mode.Chain;
    }

    /// <summary>The value of a message is known: go on with its chain, or return it if only this message was asked for.</summary>
    private Mode Answer(Message m, Value value, bool isSingle)
    {
        _value = value;
        return isSingle ? Mode.Return : Continue(m, value);
    }

    private Mode Send(Message m, Value receiver, IoObject locals, bool isSingle)
    {
        if (!ReferenceEquals(m.Label, Prelude.Label))
        {
            if (Vm.IsInstrumented)
            {
                if (!Vm.CountStep())
                    return Mode.Unwind;
                Vm.Tracer?.Send(m, receiver.Ref?.Kind ?? Kind.Number);
            }
            else if (Vm.Host.Interrupt && !Vm.CheckInterrupt())
            {
                return Mode.Unwind;
            }
        }
        var name = m.Name;
        while (true)
        {
            var start = Vm.LookupStart(receiver);
            if (Vm.Lookup.TryFind(start, name, out var found))
            {
                Vm.SlotUses?.Note(m, found.Holder, name);
                return Perform(m, receiver, Vm.ReadRaw(found), found.Holder, locals, isSingle);
            }
            if (!Vm.Lookup.TryFind(start, Vm.Names.Forward, out found))
            {
                Vm.Edges?.Missing(receiver);
                Vm.Raise($"'{Vm.KindName(receiver)}' does not respond to message '{name.Text}'", m);
                return Mode.Unwind;
            }
            Vm.SlotUses?.Note(m, found.Holder, Vm.Names.Forward);
            // The locals of an activation pass on what they do not know to self: the implicit receiver.
            var forward = found.Raw;
            if ((start.Flags & ObjectFlags.Locals) == 0 || forward.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return Perform(m, receiver, forward, found.Holder, locals, isSingle);
            receiver = Vm.ImplicitReceiver(start);
        }
    }

    /// <summary>A slot was found: answer its value, or activate it.</summary>
    private Mode Perform(Message m, Value receiver, Value slot, IoObject holder, IoObject locals, bool isSingle)
    {
        if (slot.Ref is not { } callee || (callee.Flags & ObjectFlags.Activatable) == 0)
            return Answer(m, slot, isSingle);
        return Activate(m, receiver, callee, holder, locals, isSingle);
    }

    private Mode Activate(Message m, Value receiver, IoObject callee, IoObject holder, IoObject locals, bool isSingle)
    {
        switch (callee.Payload)
        {
            case BlockPayload block:
                if (!ReferenceEquals(m.Label, Prelude.Label))
                    Vm.Edges?.Activated(block, m, receiver);
                return Arguments(new ArgsFrame(m, _target, locals, receiver, callee, holder, new Value[block.Formals.Length], -1, isSingle));
            case CFunctionPayload { Builtin: var builtin }:
                if (!Invoke.CheckReceiver(Vm, builtin, receiver, m))
                    return Mode.Unwind;
                if (builtin.Kind != BuiltinKind.Control)
                    return Arguments(new ArgsFrame(m, _target, locals, receiver, callee, holder, new Value[m.Arguments.Length], -1, isSingle));
                if (!AwaitRest(m, locals, isSingle))
                    return Mode.Unwind;
                return StepControl(new ControlFrame(builtin, m, receiver, locals, holder), push: true);
            case MessagePayload { Message: var inline }:
                return AwaitRest(m, locals, isSingle) ? Begin(inline, locals, locals) : Mode.Unwind;
            default:
                // An object flagged activatable: its slot "activate" runs in its place.
                var standIn = Invoke.StandIn(Vm, callee, m, out var found);
                if (standIn.IsUnwind)
                    return Mode.Unwind;
                return found is { } place ? Perform(m, receiver, standIn, place.Holder, locals, isSingle) : Answer(m, standIn, isSingle);
        }
    }

    /// <summary>Leaves a frame for the rest of the chain; in tail position there is no rest and no frame.</summary>
    private bool AwaitRest(Message m, IoObject locals, bool isSingle) =>
        isSingle || m.Next is null || Push(new SendFrame(m, _target, locals));

    private bool Push(Frame frame)
    {
        frame.Parent = _top;
        frame.Depth = _top is null ? 1 : _top.Depth + 1;
        _top = frame;
        if (frame.Depth <= Vm.FrameLimit)
            return true;
        Vm.Raise($"Stack overflow: frame depth exceeded {Vm.FrameLimit}", frame.Origin);
        return false;
    }

    private void Pop()
    {
        var frame = _top!;
        if (frame.IsShared && frame.Parent is { } parent)
            parent.IsShared = true;
        _top = frame.Parent;
    }

    /// <summary>Makes the newest frame private before it is changed.</summary>
    private Frame OwnTop() => _top = _top!.Own();

    /// <summary>Evaluates the next argument of a call, or makes the call when all are there. The frame is not on the stack.</summary>
    private Mode Arguments(ArgsFrame frame)
    {
        var m = frame.Message;
        while (++frame.Index < frame.Operands.Length)
        {
            if (frame.Index >= m.Arguments.Length)
            {
                frame.Operands[frame.Index] = Vm.Nil;
                continue;
            }
            var argument = m.Arguments[frame.Index];
            if (argument.Cached is { } cached && argument.Next is null)
            {
                frame.Operands[frame.Index] = ((CachedValue)cached).Value;
                continue;
            }
            return Push(frame) ? Begin(argument, frame.Locals, frame.Locals) : Mode.Unwind;
        }
        _target = frame.Target;
        _locals = frame.Locals;
        if (frame.Callee.Payload is CFunctionPayload { Builtin: var builtin })
        {
            var value = Invoke.Eager(Vm, builtin, frame.Receiver, new Args(frame.Operands, m));
            if (Vm.IsInstrumented)
                Vm.NoteAnswer(builtin, m, frame.Receiver, frame.Operands, value);
            if (!value.IsUnwind)
                return Answer(m, value, frame.IsSingle);
            if (Vm.RedirectTo is not { } redirect)
                return Mode.Unwind;
            Vm.RedirectTo = null;
            return AwaitRest(m, frame.Locals, frame.IsSingle)
                ? EnterBlock(redirect, frame.Receiver, m, frame.Locals, frame.SlotContext, frame.Operands)
                : Mode.Unwind;
        }
        return AwaitRest(m, frame.Locals, frame.IsSingle)
            ? EnterBlock(frame.Callee, frame.Receiver, m, frame.Locals, frame.SlotContext, frame.Operands)
            : Mode.Unwind;
    }

    private Mode EnterBlock(IoObject callee, Value target, Message m, IoObject sender, IoObject? slotContext, Value[] values)
    {
        var block = (BlockPayload)callee.Payload!;
        var activation = new Activation
        {
            Block = callee, Self = block.Scope is { } scope ? scope : target, OwnTarget = block.Scope is not null && target.Is(sender) ? (Value?)null : target,
            Message = m, Sender = sender, SlotContext = block.Scope is not null && ReferenceEquals(slotContext, sender) ? null : slotContext, Coroutine = _coroutine,
            PassStops = block.PassStops,
        };
        var locals = Vm.World.NewLocals(block, activation);
        for (var i = 0; i < block.Formals.Length; i++)
            Vm.Slots.Set(locals, block.Formals[i], i < values.Length ? values[i] : Vm.Nil);
        // A call in tail position replaces its caller's activation.
        if (_top is ActivationFrame { Activation: { PendingStop: StopKind.None } caller } && (!block.PassStops || caller.PassStops))
        {
            Pop();
            activation.TailCalls = caller.TailCalls + 1;
            if (activation.TailCalls % Activation.MaxSenderChain == 0)
                ForgetOldSenders(caller);
        }
        return Push(new ActivationFrame(locals)) ? Begin(block.Body, locals, locals) : Mode.Unwind;
    }

    /// <summary>Of a row of tail calls the last still know who called them, and no others: so it takes constant space.</summary>
    private static void ForgetOldSenders(Activation replaced)
    {
        for (var known = 1; known < Activation.MaxSenderChain && replaced.Sender?.Payload is Activation older; known++)
            replaced = older;
        replaced.Sender = null;
    }

    private Mode StepReturn()
    {
        switch (_top)
        {
            case null:
                return FinishCoroutine(_value, null);
            case SendFrame send:
                Pop();
                if (!Vm.Mutants.Has(Mutant.TargetAfterCall))
                    _target = send.Target;
                _locals = send.Locals;
                return Continue(send.Message, _value);
            case ArgsFrame:
                var args = (ArgsFrame)OwnTop();
                Pop();
                args.Operands[args.Index] = _value;
                return Arguments(args);
            case ActivationFrame { Activation.PendingStop: var pending }:
                Pop();
                if (pending == StopKind.None)
                    return Mode.Return;
                Vm.StopWith(pending, _value);
                return Mode.Unwind;
            default:
                var control = (ControlFrame)(Vm.Mutants.Has(Mutant.SharedLoop) ? _top : OwnTop());
                control.Value = _value;
                control.Stopped = StopKind.None;
                return StepControl(control, push: false);
        }
    }

    private Mode StepControl(ControlFrame frame, bool push)
    {
        if (push && !Push(frame))
            return Mode.Unwind;
        while (true)
        {
            var state = frame.State;
            var request = Invoke.Step(Vm, frame);
            if (!ReferenceEquals(frame.Message.Label, Prelude.Label))
                Vm.Edges?.Stepped(frame, state, request);
            switch (request)
            {
                case Request.Done:
                    Pop();
                    _value = frame.Value;
                    return Mode.Return;
                case Request.Unwind:
                    return Mode.Unwind;
                case Request.Eval:
                    return Begin(frame.RequestMessage, frame.EvalTarget, frame.EvalLocals);
                case Request.TailEval:
                    Pop();
                    return Begin(frame.RequestMessage, frame.EvalTarget, frame.EvalLocals);
                case Request.TailPerform:
                    Pop();
                    return SendNext(frame);
                case Request.Perform:
                    return SendNext(frame);
                case Request.TailActivate:
                    Pop();
                    return ActivateRequest(frame);
                case Request.Activate:
                    return ActivateRequest(frame);
                case Request.Switch:
                    return SwitchTo(frame.RequestObject!);
                case Request.Capture:
                    continue;
                case Request.Reinstate:
                    Vm.Coroutines.Revive(frame.RequestObject!);
                    EnterCoroutine(frame.RequestObject!);
                    _top = frame.ReinstateTop;
                    _value = frame.Value;
                    return Mode.Return;
                default:
                    throw new InvalidOperationException($"{frame.Primitive} made an unknown request");
            }
        }
    }

    /// <summary>The loop sends it: primitives that ask one another, as texts of nested lists do, must not nest on the host's stack.</summary>
    private Mode SendNext(ControlFrame frame)
    {
        _message = frame.RequestMessage;
        _receiver = Vm.Resolve(frame.RequestTarget);
        _locals = frame.RequestLocals!;
        return Mode.Send;
    }

    private Mode ActivateRequest(ControlFrame frame)
    {
        var m = frame.RequestMessage ?? frame.Message;
        if (frame.RequestValues is { } values)
            return EnterBlock(frame.RequestObject!, frame.RequestTarget, m, frame.RequestLocals ?? frame.Locals, frame.RequestContext, values);
        return Activate(m, frame.RequestTarget, frame.RequestObject!, frame.RequestContext!, frame.RequestLocals!, isSingle: true);
    }

    private Mode StepUnwind()
    {
        if (Vm.Stop == StopKind.Abort)
        {
            _value = Vm.Unwind;
            return Mode.End;
        }
        while (_top is { } frame)
        {
            switch (frame)
            {
                case ActivationFrame { Activation: { PassStops: false, PendingStop: var pending } } when (Vm.Stop & StopKind.Local) != 0:
                    Pop();
                    if (pending == StopKind.None)
                        return Consume();
                    Vm.Stop = pending;
                    break;
                case ArgsFrame { Callee.Payload: BlockPayload { PassStops: false } } args when (Vm.Stop & StopKind.Local) != 0 && !Vm.Mutants.Has(Mutant.ReturnInArgument):
                    // A stop while a formal is evaluated ends at the method that was about to be called.
                    Pop();
                    _target = args.Target;
                    _locals = args.Locals;
                    Consume();
                    return Answer(args.Message, _value, args.IsSingle);
                case ControlFrame control when (control.Primitive.Consumes & Vm.Stop) != 0:
                    control = (ControlFrame)OwnTop();
                    control.Stopped = Vm.Stop;
                    Consume();
                    control.Value = _value;
                    return StepControl(control, push: false);
                default:
                    Pop();
                    break;
            }
        }
        if (Vm.Stop == StopKind.Raise)
            return FinishCoroutine(Vm.Nil, Vm.StopValue.Ref);
        Consume();
        return FinishCoroutine(_value, null);
    }

    private Mode Consume()
    {
        Vm.Stop = StopKind.None;
        _value = Vm.StopValue;
        return Mode.Return;
    }

    private Mode FinishCoroutine(Value result, IoObject? exception)
    {
        if (ReferenceEquals(_coroutine, Vm.World.MainCoroutine))
        {
            _value = exception is null ? result : Vm.Unwind;
            return Mode.End;
        }
        Vm.Coroutines.Finish(_coroutine, result, exception);
        Vm.Stop = StopKind.None;
        var next = Vm.Coroutines.LivingParent(_coroutine) ?? Vm.World.MainCoroutine;
        EnterCoroutine(next);
        _value = Vm.Nil;
        return Mode.Return;
    }

    private Mode SwitchTo(IoObject coroutine)
    {
        var payload = (CoroutinePayload)coroutine.Payload!;
        ((CoroutinePayload)_coroutine.Payload!).Top = _top;
        if (payload.IsStarted)
        {
            EnterCoroutine(coroutine);
            _value = Vm.Nil;
            return Mode.Return;
        }
        Vm.Tracer?.Switch(coroutine);
        Vm.Coroutines.Begin(coroutine);
        _coroutine = coroutine;
        _top = null;
        Vm.Coroutines.ReadBody(coroutine, out var body, out var target, out var locals);
        return Begin(body, target, locals);
    }

    private void EnterCoroutine(IoObject coroutine)
    {
        Vm.Tracer?.Switch(coroutine);
        var payload = (CoroutinePayload)coroutine.Payload!;
        _coroutine = coroutine;
        _top = payload.Top;
        payload.Top = null;
    }

    /// <inheritdoc/>
    public override void NoteRaise(IoObject exception)
    {
        var entries = new List<TraceEntry>();
        for (var frame = _top; frame is not null && entries.Count < CoroutinePayload.MaxTrace; frame = frame.Parent)
        {
            if (frame is ActivationFrame { Activation: var a } && !((BlockPayload)a.Block.Payload!).IsOpaque)
                entries.Add(new TraceEntry(a.Target, a.Message));
        }
        ((CoroutinePayload)_coroutine.Payload!).RaisedIn = [.. entries];
    }
}
