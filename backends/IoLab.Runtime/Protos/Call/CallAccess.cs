using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;
using IoLab.Runtime.Protos.StopStatus;

namespace IoLab.Runtime.Protos.Call;

/// <summary>What a Call tells about an activation (io-language.md 3.7).</summary>
internal static class CallAccess
{
    private static Activation? Of(Value self) => self.PayloadAs<CallPayload>()?.Activation;

    private static Value OrNil(Vm vm, IoObject? o) => o is null ? vm.Nil : o;

    public static Value Target(Vm vm, Value self, in Args args) => Of(self)?.Target ?? vm.Nil;

    public static Value Message(Vm vm, Value self, in Args args) => vm.Wrap(Of(self)?.Message);

    public static Value Activated(Vm vm, Value self, in Args args) => OrNil(vm, Of(self)?.Block);

    public static Value SlotContext(Vm vm, Value self, in Args args) => OrNil(vm, Of(self)?.SlotContext);

    public static Value Coroutine(Vm vm, Value self, in Args args) => OrNil(vm, Of(self)?.Coroutine ?? vm.Coroutines.Current);

    /// <summary>The caller's locals. Library code written in Io does not count as a caller.</summary>
    public static Value Sender(Vm vm, Value self, in Args args)
    {
        var sender = Of(self)?.Sender;
        while (sender?.Payload is Activation { Block.Payload: BlockPayload { IsOpaque: true } } opaque)
            sender = opaque.Sender;
        return OrNil(vm, sender);
    }

    public static Value ArgCount(Vm vm, Value self, in Args args) => Of(self)?.Message.Arguments.Length ?? 0;

    public static Value HasArgs(Vm vm, Value self, in Args args) => vm.Bool(Of(self)?.Message.Arguments.Length > 0);

    public static Value ArgAt(Vm vm, Value self, in Args args) =>
        args.TryNumber(vm, 0, out var index, out var error) ? vm.Wrap(Argument(Of(self), index)) : error;

    /// <summary>An argument of the calling message; negative indexes count from the end.</summary>
    private static Message? Argument(Activation? activation, double number)
    {
        var arguments = activation?.Message.Arguments ?? [];
        var index = List.Lists.Index(number);
        if (index < 0)
            index += arguments.Length;
        return (uint)index < (uint)arguments.Length ? arguments[index] : null;
    }

    public static Request EvalArgAt(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Number");
        var number = vm.Resolve(frame.Value);
        if (number.Ref is not null)
            return Evaluation.WrongArgument(vm, frame, 0, number, "Number");
        var activation = Of(frame.Self);
        return Argument(activation, number.Num) is { } argument && activation?.Sender is { } sender
            ? frame.TailEval(argument, sender, sender)
            : frame.Done(vm.Nil);
    }

    // Operand: 0 the values so far.
    public static Request EvalArgs(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            frame.Operands = [vm.World.NewList(new ListPayload())];
        var values = List.Lists.Of(vm, frame.Operands[0]);
        if (frame.State != 0)
            values.Add(frame.Value);
        var activation = Of(frame.Self);
        if (activation?.Sender is not { } sender || values.Count >= activation.Message.Arguments.Length)
            return frame.Done(frame.Operands[0]);
        return frame.Eval(activation.Message.Arguments[values.Count], sender, sender, 1);
    }

    // Operands: 0 the target, 1 the name or nil, 2 the sender.
    public static Request DelegateTo(Vm vm, ControlFrame frame) => Delegate(vm, frame, named: false);

    public static Request DelegateToMethod(Vm vm, ControlFrame frame) => Delegate(vm, frame, named: true);

    private static Request Delegate(Vm vm, ControlFrame frame, bool named)
    {
        if (Of(frame.Self) is not { Sender: { } sender } activation)
            return frame.Done(vm.Nil);
        if (frame.State == 0)
            frame.Operands = [vm.Nil, vm.Nil, sender];
        else
            frame.Operands[frame.State == 2 && !named ? 2 : frame.State - 1] = frame.Value;
        if (frame.State < Math.Min(2, frame.ArgCount))
            return frame.EvalArg(frame.State, frame.State + 1);
        var message = activation.Message;
        if (named)
        {
            if (frame.Operands[1].PayloadAs<Seq>() is not { } name)
                return Evaluation.WrongArgument(vm, frame, 1, frame.Operands[1], "Sequence");
            message = new Message(vm.SymbolOf(name))
            {
                Arguments = message.Arguments, Label = message.Label, Line = message.Line, Character = message.Character,
            };
        }
        return frame.TailPerform(message, frame.Operands[0], Evaluation.AsLocals(vm, frame.Operands[2]));
    }

    public static Value StopStatus(Vm vm, Value self, in Args args) =>
        StopStatusSlots.ObjectOf(vm, Of(self)?.PendingStop ?? StopKind.None);

    public static Value SetStopStatus(Vm vm, Value self, in Args args)
    {
        if (Of(self) is { } activation && StopStatusSlots.KindOf(vm, args.Get(vm, 0)) is { } kind)
            SetPendingStop(vm, activation, kind);
        return self;
    }

    public static Value ResetStopStatus(Vm vm, Value self, in Args args)
    {
        if (Of(self) is { } activation)
            activation.PendingStop = StopKind.None;
        return self;
    }

    public static Request RelayStopStatus(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : frame.Done(vm.Nil);
        if (frame.Stopped != StopKind.None && Of(frame.Self) is { } activation)
            SetPendingStop(vm, activation, frame.Stopped);
        return frame.Done(frame.Value);
    }

    private static void SetPendingStop(Vm vm, Activation activation, StopKind kind)
    {
        activation.PendingStop = kind;
        if (kind != StopKind.None)
            vm.Machine.NotePendingStop(activation);
    }

    public static Value Description(Vm vm, Value self, in Args args) =>
        Of(self) is { } activation ? vm.Text(BackTrace.Describe(vm, activation.Target, activation.Message)) : vm.Nil;
}
