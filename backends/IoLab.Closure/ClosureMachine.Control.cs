using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure;

/// <summary>Control primitives and calls that come from data rather than from compiled code.</summary>
internal sealed partial class ClosureMachine
{
    private const int MaxNestedControls = 5000;

    private int _nestedControls;

    /// <summary>Runs a control primitive on the host stack, with its arguments compiled in the window <paramref name="r"/>.</summary>
    public Value RunControl(ControlFrame frame, Node[] arguments, ref Value r)
    {
        while (true)
        {
            var request = Invoke.Step(Vm, frame);
            Value value;
            switch (request)
            {
                case Request.Done:
                    return frame.Value;
                case Request.Eval when frame.RequestArgument >= 0:
                    value = arguments[frame.RequestArgument].Eval(this, ref r);
                    break;
                case Request.TailEval when frame.RequestArgument >= 0:
                    return arguments[frame.RequestArgument].Eval(this, ref r);
                case Request.Activate when frame.RequestValues is { } values && MayEnter:
                    value = CallValues(frame.RequestObject!, frame.RequestTarget, frame.RequestMessage ?? frame.Message, IndexOf(ref r), frame.RequestContext, values);
                    break;
                default:
                    if (Perform(frame, request, out value))
                        return value;
                    break;
            }
            if (!Accept(frame, value))
                return Unwind;
        }
    }

    /// <summary>The same with arguments evaluated in the locals object.</summary>
    private Value RunControlObject(ControlFrame frame)
    {
        while (true)
        {
            if (Perform(frame, Invoke.Step(Vm, frame), out var value))
                return value;
            if (!Accept(frame, value))
                return Unwind;
        }
    }

    /// <summary>Primitives may ask one another without end, as texts of nested lists do: when too many do on the host's stack, the stack is moved to the heap.</summary>
    private Value RunNested(ControlFrame frame, IoObject callee)
    {
        if (_nestedControls >= MaxNestedControls)
            return SuspendCall(frame.Message, frame.Self, callee, frame.SlotContext!, frame.Locals);
        _nestedControls++;
        var value = RunControlObject(frame);
        _nestedControls--;
        return value;
    }

    /// <summary>Takes a request's result into the frame; false when unwinding goes on (the frame is then captured if need be).</summary>
    private bool Accept(ControlFrame frame, Value value)
    {
        frame.Stopped = StopKind.None;
        if (value.IsUnwind)
        {
            if (IsSuspending)
            {
                Capture(frame);
                return false;
            }
            if ((frame.Primitive.Consumes & Vm.Stop) == 0)
                return false;
            frame.Stopped = Vm.Stop;
            value = Consume();
        }
        frame.Value = value;
        return true;
    }

    /// <summary>Performs a request. True: <paramref name="value"/> is the primitive's own answer; false: it is the request's result.</summary>
    private bool Perform(ControlFrame frame, Request request, out Value value)
    {
        switch (request)
        {
            case Request.Done:
                value = frame.Value;
                return true;
            case Request.Unwind:
                value = Unwind;
                return true;
            case Request.Eval:
                value = EvalChain(frame.RequestMessage, frame.EvalTarget, frame.EvalLocals);
                return false;
            case Request.TailEval:
                value = EvalChain(frame.RequestMessage, frame.EvalTarget, frame.EvalLocals);
                return true;
            case Request.Perform:
                value = Send(frame.RequestMessage!, frame.RequestTarget, frame.RequestLocals!);
                return false;
            case Request.TailPerform:
                value = Send(frame.RequestMessage!, frame.RequestTarget, frame.RequestLocals!);
                return true;
            case Request.Activate:
                value = ActivateRequest(frame);
                return false;
            case Request.TailActivate:
                value = ActivateRequest(frame);
                return true;
            case Request.Switch:
                _actionObject = frame.RequestObject;
                Capture(frame);
                value = Suspend(Action.Switch);
                return true;
            case Request.Capture:
                Capture(frame);
                value = Suspend(Action.StepAgain);
                return true;
            default:
                _actionObject = frame.RequestObject;
                _actionFrame = frame.ReinstateTop;
                _actionValue = frame.Value;
                value = Suspend(Action.Reinstate);
                return true;
        }
    }

    private Value ActivateRequest(ControlFrame frame)
    {
        var message = frame.RequestMessage ?? frame.Message;
        var callee = frame.RequestObject!;
        if (frame.RequestValues is not { } values)
            return Activate(message, frame.RequestTarget, callee, frame.RequestContext!, frame.RequestLocals!, frame.RequestLocals!, isSingle: true);
        return CallFromData(callee, frame.RequestTarget, message, frame.Locals, frame.RequestContext, values);
    }

    /// <summary>Calls a block with values, its sender being an object.</summary>
    private Value CallFromData(IoObject callee, Value self, Message message, IoObject sender, IoObject? slotContext, Value[] values)
    {
        if (!MayEnter)
            return SuspendValues(callee, self, message, sender, slotContext, values);
        var window = EnterObjectWindow(sender, sender);
        var value = CallValues(callee, self, message, window, slotContext, values);
        LeaveObjectWindow(window);
        return value;
    }

    /// <summary>Performs one message on a receiver, its arguments evaluated in an object.</summary>
    private Value Send(Message m, Value receiver, IoObject locals)
    {
        receiver = Vm.Resolve(receiver);
        if (!ReferenceEquals(m.Label, Prelude.Label) && Vm.IsInstrumented && !CountSend(m, receiver.Ref?.Kind ?? Kind.Number))
            return Unwind;
        while (true)
        {
            var start = Vm.LookupStart(receiver);
            if (Vm.Lookup.TryFind(start, m.Name, out var found))
                return Perform(m, receiver, Vm.ReadRaw(found), found.Holder, locals);
            if (!Vm.Lookup.TryFind(start, Vm.Names.Forward, out found))
                return Vm.Raise($"'{Vm.KindName(receiver)}' does not respond to message '{m.Name.Text}'", m);
            if ((start.Flags & ObjectFlags.Locals) == 0 || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return Perform(m, receiver, found.Raw, found.Holder, locals);
            receiver = Vm.ImplicitReceiver(start);
        }
    }

    private Value Perform(Message m, Value receiver, Value slot, IoObject holder, IoObject locals) =>
        slot.Ref is { } callee && (callee.Flags & ObjectFlags.Activatable) != 0
            ? Activate(m, receiver, callee, holder, locals, locals, isSingle: true)
            : slot;

    private Value Activate(Message m, Value receiver, IoObject callee, IoObject holder, Value target, IoObject locals, bool isSingle)
    {
        switch (callee.Payload)
        {
            case BlockPayload block:
                return Continue(new ArgsFrame(m, target, locals, receiver, callee, holder, new Value[block.Formals.Length], -1, isSingle));
            case CFunctionPayload { Builtin: var builtin }:
                if (!Invoke.CheckReceiver(Vm, builtin, receiver, m))
                    return Unwind;
                return builtin.Kind == BuiltinKind.Control
                    ? RunNested(new ControlFrame(builtin, m, receiver, locals, holder), callee)
                    : Continue(new ArgsFrame(m, target, locals, receiver, callee, holder, new Value[m.Arguments.Length], -1, isSingle));
            case MessagePayload { Message: var inline }:
                return EvalChain(inline, locals, locals);
            default:
                var standIn = Invoke.StandIn(Vm, callee, m, out var found);
                return found is { } place ? Perform(m, receiver, standIn, place.Holder, locals) : standIn;
        }
    }

    /// <summary>Evaluates the remaining arguments of a call, makes it, and goes on with the chain unless only the call was asked for.</summary>
    private Value Continue(ArgsFrame frame)
    {
        var m = frame.Message;
        while (++frame.Index < frame.Operands.Length)
        {
            if (frame.Index >= m.Arguments.Length)
            {
                frame.Operands[frame.Index] = Nil;
                continue;
            }
            var value = EvalChain(m.Arguments[frame.Index], frame.Locals, frame.Locals);
            if (!value.IsUnwind)
            {
                frame.Operands[frame.Index] = value;
                continue;
            }
            if (IsSuspending)
            {
                Capture(frame);
                return value;
            }
            if ((Vm.Stop & StopKind.Local) == 0 || frame.Callee.Payload is not BlockPayload { PassStops: false })
                return value;
            return AndRest(frame, Consume());
        }
        return AndRest(frame, CallWithOperands(frame));
    }

    private Value CallWithOperands(ArgsFrame frame)
    {
        var m = frame.Message;
        var callee = frame.Callee;
        if (callee.Payload is CFunctionPayload { Builtin: var builtin })
        {
            var value = Invoke.Eager(Vm, builtin, frame.Receiver, new Args(frame.Operands, m));
            if (Vm.IsInstrumented)
                Vm.NoteAnswer(builtin, m, frame.Receiver, frame.Operands, value);
            if (!value.IsUnwind || Vm.RedirectTo is not { } redirect)
                return value;
            Vm.RedirectTo = null;
            callee = redirect;
        }
        return CallFromData(callee, frame.Receiver, m, frame.Locals, frame.SlotContext, frame.Operands);
    }

    private Value AndRest(ArgsFrame frame, Value value)
    {
        if (frame.IsSingle)
            return value;
        if (!value.IsUnwind)
            return EvalRest(frame.Message.Next, value, frame.Target, frame.Locals);
        if (IsSuspending && frame.Message.Next is not null)
            Capture(new SendFrame(frame.Message, frame.Target, frame.Locals));
        return value;
    }
}
