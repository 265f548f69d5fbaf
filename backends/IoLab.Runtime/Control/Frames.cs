using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>
/// One record of a suspended computation, linked to what it returns to. Frames of a captured continuation are shared: whoever wants to
/// change one copies it first (<see cref="Own"/>), so that capturing costs nothing per frame.
/// </summary>
public abstract class Frame
{
    /// <summary>The frame this one returns to; null at the base of a coroutine.</summary>
    public Frame? Parent;

    /// <summary>How many frames lie below, this one included.</summary>
    public int Depth;

    /// <summary>Is it also part of a captured continuation?</summary>
    public bool IsShared;

    /// <summary>The message this frame is about, for positions and traces.</summary>
    public abstract Message? Origin { get; }

    /// <summary>The locals arguments are evaluated in, or null.</summary>
    public abstract IoObject? Context { get; }

    /// <summary>Do its members fit together, so that a machine can go on with it? Asked of frames that come from outside.</summary>
    public abstract bool IsSound { get; }

    /// <summary>This frame, or a private copy if it is shared. The parent of a shared frame becomes shared.</summary>
    public Frame Own()
    {
        if (!IsShared)
            return this;
        if (Parent is { } parent)
            parent.IsShared = true;
        var copy = Copy();
        copy.IsShared = false;
        return copy;
    }

    /// <summary>A copy that shares nothing mutable.</summary>
    protected virtual Frame Copy() => (Frame)MemberwiseClone();
}

/// <summary>The result of <see cref="Message"/> is awaited; the chain goes on at its next message.</summary>
public sealed class SendFrame(Message message, Value target, IoObject locals) : Frame
{
    /// <summary>The message whose result is awaited.</summary>
    public readonly Message Message = message;
    /// <summary>Where <c>;</c> goes back to.</summary>
    public readonly Value Target = target;
    /// <summary>The locals of the chain.</summary>
    public readonly IoObject Locals = locals;

    /// <inheritdoc/>
    public override Message Origin => Message;
    /// <inheritdoc/>
    public override IoObject Context => Locals;
    /// <inheritdoc/>
    public override bool IsSound => Message is not null && Locals is not null;
}

/// <summary>The callee of <see cref="Message"/> is known and its argument number <see cref="Index"/> is being evaluated.</summary>
public sealed class ArgsFrame(Message message, Value target, IoObject locals, Value receiver, IoObject callee, IoObject slotContext, Value[] operands, int index, bool isSingle)
    : Frame
{
    /// <summary>The message being performed.</summary>
    public readonly Message Message = message;
    /// <summary>The chain's target.</summary>
    public readonly Value Target = target;
    /// <summary>The locals of the chain, in which arguments are evaluated.</summary>
    public readonly IoObject Locals = locals;
    /// <summary>The receiver.</summary>
    public readonly Value Receiver = receiver;
    /// <summary>The CFunction or block that was found.</summary>
    public readonly IoObject Callee = callee;
    /// <summary>The object whose slot it was.</summary>
    public readonly IoObject SlotContext = slotContext;
    /// <summary>Values so far.</summary>
    public Value[] Operands = operands;
    /// <summary>Which argument is being evaluated.</summary>
    public int Index = index;
    /// <summary>Was only this message to be performed, not the rest of its chain?</summary>
    public readonly bool IsSingle = isSingle;

    /// <inheritdoc/>
    public override Message Origin => Message;
    /// <inheritdoc/>
    public override IoObject Context => Locals;
    /// <inheritdoc/>
    public override bool IsSound => Message is not null && Locals is not null && SlotContext is not null && (uint)Index < (uint)Operands.Length
        && Callee?.Payload is BlockPayload or CFunctionPayload { Builtin.Kind: not BuiltinKind.Control };

    /// <inheritdoc/>
    protected override Frame Copy()
    {
        var copy = (ArgsFrame)base.Copy();
        copy.Operands = [.. Operands];
        return copy;
    }
}

/// <summary>A block's body is running.</summary>
public sealed class ActivationFrame(IoObject locals) : Frame
{
    /// <summary>The locals, whose payload is the <see cref="Core.Activation"/>.</summary>
    public readonly IoObject Locals = locals;

    /// <summary>What is known of the call.</summary>
    public Activation Activation => (Activation)Locals.Payload!;

    /// <inheritdoc/>
    public override Message? Origin => Activation.Message;
    /// <inheritdoc/>
    public override IoObject Context => Locals;
    /// <inheritdoc/>
    public override bool IsSound => Locals?.Payload is Activation;
}

/// <summary>
/// A control primitive and its state. Everything that must survive a suspension is in <see cref="State"/> and <see cref="Operands"/>; the
/// <c>Request…</c> fields are only read by the machine between a step and the next.
/// </summary>
public sealed class ControlFrame : Frame
{
    private readonly ILocalsSource? _source;
    private readonly int _window;
    private readonly Value _self;
    private IoObject? _locals;

    /// <summary>A frame whose sender's locals are an object.</summary>
    public ControlFrame(Builtin primitive, Message message, Value self, IoObject locals, IoObject slotContext)
    {
        Primitive = primitive;
        Message = message;
        _self = self;
        _locals = locals;
        SlotContext = slotContext;
    }

    /// <summary>
    /// A frame whose sender keeps its locals in registers; the object is made when something asks. A receiver of
    /// <see cref="Sentinels.Absent"/> means those locals themselves.
    /// </summary>
    public ControlFrame(Builtin primitive, Message message, Value self, ILocalsSource source, int window, IoObject slotContext)
    {
        Primitive = primitive;
        Message = message;
        _self = self;
        _source = source;
        _window = window;
        SlotContext = slotContext;
    }

    /// <summary>The primitive.</summary>
    public readonly Builtin Primitive;
    /// <summary>The message that was sent.</summary>
    public readonly Message Message;
    /// <summary>The receiver.</summary>
    public Value Self => _self.Is(Sentinels.Absent) ? Locals : _self;
    /// <summary>The object whose slot the primitive was.</summary>
    public readonly IoObject SlotContext;

    /// <summary>
    /// The sender's locals, as an object. To evaluate an argument use <see cref="EvalArg"/>, to set a loop variable <see cref="SetLocal"/>: they
    /// leave locals that are in registers there.
    /// </summary>
    public IoObject Locals => _locals ??= _source!.MaterializeLocals(_window);

    /// <summary>The sender's window, while nobody has asked for its locals as an object; -1: they are one.</summary>
    public int Window => _locals is null ? _window : -1;

    /// <summary>Sets a slot of the sender's locals.</summary>
    public void SetLocal(Vm vm, Symbol name, Value value)
    {
        if (_locals is { } locals)
            vm.Slots.Set(locals, name, value);
        else
            _source!.SetLocal(_window, name, value);
    }

    /// <summary>The primitive's own state; 0 at the first step.</summary>
    public int State;
    /// <summary>Values that survive between steps; sized by the primitive.</summary>
    public Value[] Operands = [];
    /// <summary>In: the result of the last request. Out: the primitive's value when it answers <see cref="Request.Done"/>.</summary>
    public Value Value;
    /// <summary>The stop status the last request ended with, if the primitive consumes it (<see cref="Builtin.Consumes"/>).</summary>
    public StopKind Stopped;

    /// <summary>The argument an Eval or TailEval is about, or -1; then target and locals are the sender's.</summary>
    public int RequestArgument = -1;
    /// <summary>What to evaluate or perform.</summary>
    public Message? RequestMessage;
    /// <summary>The object to activate, or the coroutine to switch to.</summary>
    public IoObject? RequestObject;
    /// <summary>The target of the evaluation, or the receiver.</summary>
    public Value RequestTarget => _request!.Target;
    /// <summary>The locals of the evaluation, or the sender of the send.</summary>
    public IoObject? RequestLocals => _request!.Locals;
    /// <summary>The slot context of an activation.</summary>
    public IoObject? RequestContext => _request!.Context;
    /// <summary>Values for the formals of an activation; null when they come from the message's arguments.</summary>
    public Value[]? RequestValues => _request!.Values;
    /// <summary>The frames to reinstate.</summary>
    public Frame? ReinstateTop => _request!.Top;

    /// <summary>What most requests do not need: kept apart, so that frames are small.</summary>
    private RequestDetails? _request;

    private sealed class RequestDetails
    {
        public Value Target;
        public IoObject? Locals;
        public IoObject? Context;
        public Value[]? Values;
        public Frame? Top;
    }

    /// <inheritdoc/>
    public override Message Origin => Message;
    /// <inheritdoc/>
    public override IoObject Context => Locals;
    /// <inheritdoc/>
    public override bool IsSound =>
        Primitive.Kind == BuiltinKind.Control && Message is not null && (_locals ?? (object?)_source) is not null && SlotContext is not null && State >= 0;

    /// <summary>How many arguments the message has.</summary>
    public int ArgCount => Message.Arguments.Length;

    /// <inheritdoc/>
    protected override Frame Copy()
    {
        var copy = (ControlFrame)base.Copy();
        copy.Operands = [.. Operands];
        copy._request = null;
        return copy;
    }

    /// <summary>Finished with a value.</summary>
    public Request Done(Value value)
    {
        Value = value;
        return Request.Done;
    }

    /// <summary>Evaluate a chain; step again in <paramref name="state"/> with its value.</summary>
    public Request Eval(Message? chain, Value target, IoObject locals, int state)
    {
        RequestArgument = -1;
        RequestMessage = chain;
        var request = _request ??= new RequestDetails();
        request.Target = target;
        request.Locals = locals;
        State = state;
        return Request.Eval;
    }

    /// <summary>The target of the requested evaluation; the sender's locals for an argument.</summary>
    public Value EvalTarget => RequestArgument >= 0 ? Locals : RequestTarget;

    /// <summary>The locals of the requested evaluation.</summary>
    public IoObject EvalLocals => RequestArgument >= 0 ? Locals : RequestLocals!;

    /// <summary>Evaluate an argument in the sender; step again in <paramref name="state"/> with its value.</summary>
    public Request EvalArg(int index, int state)
    {
        RequestArgument = index;
        RequestMessage = Message.Arguments[index];
        State = state;
        return Request.Eval;
    }

    /// <summary>Evaluate a chain as this primitive's own value.</summary>
    public Request TailEval(Message? chain, Value target, IoObject locals)
    {
        Eval(chain, target, locals, -1);
        return Request.TailEval;
    }

    /// <summary>Evaluate an argument in the sender as this primitive's own value.</summary>
    public Request TailArg(int index)
    {
        EvalArg(index, -1);
        return Request.TailEval;
    }

    /// <summary>Perform one message (its <c>Next</c> is ignored) on a receiver, arguments evaluated in <paramref name="locals"/>.</summary>
    public Request Perform(Message message, Value receiver, IoObject locals, int state)
    {
        Eval(message, receiver, locals, state);
        return Request.Perform;
    }

    /// <summary>The same as this primitive's own value.</summary>
    public Request TailPerform(Message message, Value receiver, IoObject locals)
    {
        Eval(message, receiver, locals, -1);
        return Request.TailPerform;
    }

    /// <summary>Activate a callee that is already found, with arguments from a message.</summary>
    public Request TailActivate(IoObject callee, Value receiver, Message message, IoObject locals, IoObject slotContext)
    {
        Eval(message, receiver, locals, -1);
        RequestObject = callee;
        _request!.Context = slotContext;
        _request.Values = null;
        return Request.TailActivate;
    }

    /// <summary>Activate a block with values for its formals; step again with its value.</summary>
    public Request Call(IoObject block, Value self, Value[] values, Message message, int state)
    {
        Eval(message, self, null!, state);
        RequestObject = block;
        _request!.Context = null;
        _request.Values = values;
        return Request.Activate;
    }

    /// <summary>The same as this primitive's own value.</summary>
    public Request TailCall(IoObject block, Value self, Value[] values, Message message)
    {
        Call(block, self, values, message, -1);
        return Request.TailActivate;
    }

    /// <summary>Switch to a coroutine; this one goes on in <paramref name="state"/> when somebody switches back.</summary>
    public Request Switch(IoObject coroutine, int state)
    {
        RequestObject = coroutine;
        State = state;
        return Request.Switch;
    }

    /// <summary>Step again in <paramref name="state"/> when all host frames are portable: <see cref="Frame.Parent"/> is then the rest of the computation.</summary>
    public Request Capture(int state)
    {
        State = state;
        return Request.Capture;
    }

    /// <summary>Go on in a coroutine with the frames of <paramref name="top"/>, giving them <paramref name="value"/>.</summary>
    public Request Reinstate(Frame? top, Value value, IoObject coroutine)
    {
        (_request ??= new RequestDetails()).Top = top;
        RequestObject = coroutine;
        Value = value;
        return Request.Reinstate;
    }

    /// <summary>Unwind: the primitive has set the VM's stop state.</summary>
    public static Request Unwinding => Request.Unwind;
}

/// <summary>A machine that keeps locals in registers, as seen by control frames. A window is the place of one activation's registers.</summary>
public interface ILocalsSource
{
    /// <summary>The Locals object of a window, made on first use; from then on it owns the locals.</summary>
    IoObject MaterializeLocals(int window);

    /// <summary>Sets a local.</summary>
    void SetLocal(int window, Symbol name, Value value);
}
