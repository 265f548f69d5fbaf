using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Evaluating code in contexts, sending computed messages, making blocks (io-language.md 3.6 - 3.11).</summary>
internal static class Evaluation
{
    /// <summary>The object whose slots stand for a value while code is evaluated in it.</summary>
    public static IoObject AsLocals(Vm vm, Value target)
    {
        target = vm.Resolve(target);
        return target.Ref ?? new IoObject(Slots.CloneShapeOf(vm.World.Number), null, new NumberPayload(target.Num));
    }

    public static Request Group(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return vm.RaiseRequest("Io Assertion 'argument required'", frame.Message);
        if (frame.ArgCount == 1)
            return frame.TailArg(0);
        // The value is the first one's; the others are evaluated for what they do.
        if (frame.State == 1)
            frame.Operands = [frame.Value];
        return frame.State < frame.ArgCount ? frame.EvalArg(frame.State, frame.State + 1) : frame.Done(frame.Operands[0]);
    }

    public static Request Do(Vm vm, ControlFrame frame)
    {
        if (frame.State == 1 || frame.ArgCount == 0)
            return frame.Done(frame.Self);
        return frame.Eval(frame.Message.Arguments[0], frame.Self, AsLocals(vm, frame.Self), 1);
    }

    public static Request LexicalDo(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0 || frame.Self.Ref is not { } o)
            return frame.Done(frame.Self);
        if (frame.State == 0)
        {
            vm.Slots.SetProtos(o, [.. o.Shape.Protos, frame.Locals]);
            return frame.Eval(frame.Message.Arguments[0], o, o, 1);
        }
        var protos = o.Shape.Protos.ToList();
        var appended = protos.LastIndexOf(frame.Locals);
        if (appended >= 0)
            protos.RemoveAt(appended);
        vm.Slots.SetProtos(o, [.. protos]);
        if (frame.Stopped == StopKind.None)
            return frame.Done(o);
        vm.StopWith(frame.Stopped, frame.Value);
        return Request.Unwind;
    }

    // Operand of doString: 0 the text.
    public static Request DoString(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.Nil];
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : WrongArgument(vm, frame, 0, vm.Nil, "Sequence");
            case 1:
                if (frame.Value.PayloadAs<Seq>() is null)
                    return WrongArgument(vm, frame, 0, frame.Value, "Sequence");
                frame.Operands[0] = frame.Value;
                if (frame.ArgCount > 1)
                    return frame.EvalArg(1, 2);
                break;
        }
        var label = frame.State == 2 && frame.Value.PayloadAs<Seq>() is { } text ? text.ToText() : "doString";
        return Source.TryParse(vm, frame.Operands[0].PayloadAs<Seq>()!.ToText(), label, frame.Message, out var chain)
            ? frame.TailEval(chain, frame.Self, AsLocals(vm, frame.Self))
            : Request.Unwind;
    }

    /// <summary>The error "argument N to method 'M' must be a K, not a 'T'" as a request.</summary>
    public static Request WrongArgument(Vm vm, ControlFrame frame, int index, Value actual, string kind) => vm.RaiseRequest(
        $"argument {index} to method '{frame.Message.Name.Text}' must be a {kind}, not a '{vm.TypeName(actual)}'", frame.Message);

    // Operand of doMessage: 0 the message.
    public static Request DoMessage(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.Nil];
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : WrongArgument(vm, frame, 0, vm.Nil, "Message");
            case 1:
                if (frame.Value.PayloadAs<MessagePayload>() is null)
                    return WrongArgument(vm, frame, 0, frame.Value, "Message");
                frame.Operands[0] = frame.Value;
                if (frame.ArgCount > 1)
                    return frame.EvalArg(1, 2);
                break;
        }
        var locals = AsLocals(vm, frame.State == 2 ? frame.Value : frame.Self);
        return frame.TailEval(frame.Operands[0].PayloadAs<MessagePayload>()!.Message, frame.Self, locals);
    }

    public static Request Perform(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : PerformNeedsName(vm, frame);
        switch (frame.Value.Ref?.Payload)
        {
            case Seq name:
                return frame.TailPerform(Synthesize(frame, vm.SymbolOf(name), frame.Message.Arguments[1..]), frame.Self, frame.Locals);
            case MessagePayload message:
                return frame.TailPerform(message.Message, frame.Self, frame.Locals);
            default:
                return PerformNeedsName(vm, frame);
        }
    }

    private static Request PerformNeedsName(Vm vm, ControlFrame frame) =>
        vm.RaiseRequest("Io Assertion 'perform requires a Symbol or Message argument'", frame.Message);

    /// <summary>A message made at run time, at the position of the one that asked for it.</summary>
    public static Message Synthesize(ControlFrame frame, Symbol name, Message[] arguments) => new(name)
    {
        Arguments = arguments, Label = frame.Message.Label, Line = frame.Message.Line, Character = frame.Message.Character,
    };

    /// <summary>Argument messages that yield values.</summary>
    public static Message[] Literals(Vm vm, ReadOnlySpan<Value> values)
    {
        var arguments = new Message[values.Length];
        var name = vm.Names.Unnamed;
        for (var i = 0; i < values.Length; i++)
            arguments[i] = new Message(name) { Cached = new CachedValue(values[i]) };
        return arguments;
    }

    // Operand of performWithArgList: 0 the name.
    public static Request PerformWithArgList(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.Nil];
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : WrongArgument(vm, frame, 0, vm.Nil, "Sequence");
            case 1:
                if (frame.Value.PayloadAs<Seq>() is null)
                    return WrongArgument(vm, frame, 0, frame.Value, "Sequence");
                frame.Operands[0] = frame.Value;
                return frame.ArgCount > 1 ? frame.EvalArg(1, 2) : WrongArgument(vm, frame, 1, vm.Nil, "List");
        }
        if (frame.Value.PayloadAs<ListPayload>() is not { } list)
            return WrongArgument(vm, frame, 1, frame.Value, "List");
        var name = vm.SymbolOf(frame.Operands[0].PayloadAs<Seq>()!);
        return frame.TailPerform(Synthesize(frame, name, Literals(vm, list.Items)), frame.Self, frame.Locals);
    }

    public static Request IfResponds(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return frame.Done(vm.Nil);
        var chain = frame.Message.Arguments[0];
        return vm.TryGetSlot(frame.Self, chain.Name, out var slot) && !slot.Is(vm.World.Nil)
            ? frame.TailEval(chain, frame.Self, frame.Locals)
            : frame.Done(vm.Nil);
    }

    public static Request Method(Vm vm, ControlFrame frame) => frame.Done(vm.World.NewBlock(frame.Message, null));

    public static Request Block(Vm vm, ControlFrame frame) => frame.Done(vm.World.NewBlock(frame.Message, frame.Locals));

    public static Request MessageOf(Vm vm, ControlFrame frame) => frame.Done(vm.Wrap(frame.ArgCount > 0 ? frame.Message.Arguments[0] : null));

    public static Request ThisMessage(Vm vm, ControlFrame frame) => frame.Done(vm.Wrap(frame.Message));

    public static Request ThisLocalContext(Vm vm, ControlFrame frame) => frame.Done(frame.Locals);

    public static Request InlineMethod(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return frame.Done(vm.Nil);
        var payload = new MessagePayload(frame.Message.Arguments[0]);
        return frame.Done(new IoObject(Slots.CloneShapeOf(vm.World.Message), null, payload, ObjectFlags.Activatable));
    }

    /// <summary>Finds a slot in the ancestors of the object that held the current method.</summary>
    private static bool FindAbove(Vm vm, IoObject context, Symbol name, out SlotLocation found)
    {
        foreach (var ancestor in vm.Lookup.Ancestors(context).Skip(1))
        {
            if (ancestor.Shape.IndexOf(name) is >= 0 and var index)
            {
                found = new SlotLocation(ancestor, index);
                return true;
            }
        }
        found = default;
        return false;
    }

    private static Request PerformAbove(Vm vm, ControlFrame frame, Activation activation, Message message, IoObject sender)
    {
        if (activation.SlotContext is not { } context)
            return NoCall(vm, frame);
        if (!FindAbove(vm, context, message.Name, out var found) && !FindAbove(vm, context, vm.Names.Forward, out found))
            return vm.RaiseRequest($"{vm.TypeName(activation.Self)} does not respond to '{message.Name.Text}'", message);
        var value = vm.ReadRaw(found);
        return value.Ref is { } callee && (callee.Flags & ObjectFlags.Activatable) != 0
            ? frame.TailActivate(callee, activation.Self, message, sender, found.Holder)
            : frame.Done(value);
    }

    private static Request NoCall(Vm vm, ControlFrame frame) =>
        vm.RaiseRequest($"{vm.TypeName(frame.Self)} does not respond to 'call'", frame.Message);

    public static Request Resend(Vm vm, ControlFrame frame) => frame.Locals.Payload is Activation { Sender: { } sender } activation
        ? PerformAbove(vm, frame, activation, activation.Message, sender)
        : NoCall(vm, frame);

    public static Request Super(Vm vm, ControlFrame frame)
    {
        if (frame.Locals.Payload is not Activation activation)
            return NoCall(vm, frame);
        return frame.ArgCount == 0
            ? vm.RaiseRequest("Object super requires an argument", frame.Message)
            : PerformAbove(vm, frame, activation, frame.Message.Arguments[0], frame.Locals);
    }

    // Operand of list: 0 the list so far.
    public static Request List(Vm vm, ControlFrame frame)
    {
        if (frame.Stopped != StopKind.None)
            return frame.Done(frame.Value);
        if (frame.State == 0)
            frame.Operands = [vm.World.NewList(new ListPayload(frame.ArgCount))];
        else
            ((ListPayload)frame.Operands[0].Ref!.Payload!).Add(frame.Value);
        return frame.State < frame.ArgCount ? frame.EvalArg(frame.State, frame.State + 1) : frame.Done(frame.Operands[0]);
    }
}
