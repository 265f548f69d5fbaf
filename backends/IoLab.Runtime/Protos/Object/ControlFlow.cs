using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Conditionals, loops and stops (io-language.md 3.12, 4.6, 9).</summary>
public static class ControlFlow
{
    /// <summary>Judges a value as <c>if</c> does. Null: it must be asked <c>asBoolean</c> first.</summary>
    public static bool? Truth(Vm vm, Value value)
    {
        value = vm.Resolve(value);
        if (value.Is(vm.World.True))
            return true;
        if (value.Is(vm.World.False) || value.Is(vm.World.Nil))
            return false;
        if (!vm.TryGetSlot(value, vm.Names.AsBoolean, out var slot))
            return true;
        if (slot.PayloadAs<CFunctionPayload>()?.Builtin == AsBoolean)
            return true;
        return slot.Ref is { } o && (o.Flags & ObjectFlags.Activatable) != 0 ? null : Judge(vm, slot);
    }

    private static Builtin AsBoolean { get; } = ObjectSlots.Table["asBoolean"];

    /// <summary>Judges what <c>asBoolean</c> answered.</summary>
    public static bool Judge(Vm vm, Value value) => !value.Is(vm.World.False) && !value.Is(vm.World.Nil);

    private static Message AskBoolean(Vm vm, ControlFrame frame) => new(vm.Names.AsBoolean) { Label = frame.Message.Label, Line = frame.Message.Line };

    public static Request If(Vm vm, ControlFrame frame)
    {
        bool? truth;
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount == 0 ? frame.Done(vm.False) : frame.EvalArg(0, 1);
            case 1:
                truth = Truth(vm, frame.Value);
                if (truth is null)
                    return frame.Perform(AskBoolean(vm, frame), frame.Value, frame.Locals, 2);
                break;
            default:
                truth = Judge(vm, frame.Value);
                break;
        }
        if (truth.Value)
            return frame.ArgCount > 1 ? frame.TailArg(1) : frame.Done(vm.True);
        return frame.ArgCount > 2 ? frame.TailArg(2) : frame.Done(vm.False);
    }

    public static Request While(Vm vm, ControlFrame frame)
    {
        bool? truth;
        switch (frame.State)
        {
            case 0:
                if (frame.ArgCount < 2)
                    return vm.RaiseRequest("[Object while] requires 2 arguments\n", frame.Message);
                frame.Operands = [vm.Nil];
                return frame.EvalArg(0, 1);
            case 1:
                if (frame.Stopped != StopKind.None)
                    return AfterTurn(vm, frame, 0, 0, 1);
                truth = Truth(vm, frame.Value);
                if (truth is null)
                    return frame.Perform(AskBoolean(vm, frame), frame.Value, frame.Locals, 2);
                break;
            case 2:
                if (frame.Stopped != StopKind.None)
                    return AfterTurn(vm, frame, 0, 0, 1);
                truth = Judge(vm, frame.Value);
                break;
            default:
                return AfterTurn(vm, frame, 0, 0, 1);
        }
        return truth.Value ? frame.EvalArg(1, 3) : frame.Done(frame.Operands[0]);
    }

    /// <summary>A turn of a loop has ended: leaves the loop on break, else notes the value and evaluates an argument for the next turn.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="frame">The loop.</param>
    /// <param name="last">The operand that holds the last turn's value.</param>
    /// <param name="argument">The argument to evaluate next.</param>
    /// <param name="state">The state to step in with its value.</param>
    private static Request AfterTurn(Vm vm, ControlFrame frame, int last, int argument, int state)
    {
        if (!EndTurn(vm, frame, last))
            return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
        return frame.EvalArg(argument, state);
    }

    /// <summary>Notes a turn's value. False when the loop must end: on break, or because the run must (then the stop state is set).</summary>
    public static bool EndTurn(Vm vm, ControlFrame frame, int last)
    {
        if (frame.Stopped == StopKind.Break)
            return false;
        frame.Operands[last] = frame.Stopped == StopKind.Continue ? vm.Nil : frame.Value;
        frame.Stopped = StopKind.None;
        return vm.BackEdge();
    }

    public static Request Loop(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0)
            return AfterTurn(vm, frame, 0, 0, 1);
        if (frame.ArgCount < 1)
            return vm.RaiseRequest("[Object loop] requires 1 arguments\n", frame.Message);
        frame.Operands = [vm.Nil];
        return frame.EvalArg(0, 1);
    }

    // Operands of for: 0 next index, 1 bound, 2 step, 3 last value.
    public static Request For(Vm vm, ControlFrame frame)
    {
        var hasStep = frame.ArgCount > 4;
        switch (frame.State)
        {
            case 0:
                if (frame.ArgCount < 4)
                    return vm.RaiseRequest("[Object for] requires 4 arguments\n", frame.Message);
                frame.Operands = [0, 0, 1, vm.Nil];
                return frame.EvalArg(1, 1);
            case 1:
                if (!TakeNumber(vm, frame, 0, 1))
                    return Request.Unwind;
                return frame.EvalArg(2, 2);
            case 2:
                if (!TakeNumber(vm, frame, 1, 2))
                    return Request.Unwind;
                if (hasStep)
                    return frame.EvalArg(3, 3);
                break;
            case 3:
                if (!TakeNumber(vm, frame, 2, 3))
                    return Request.Unwind;
                break;
            default:
                if (!EndTurn(vm, frame, 3))
                    return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
                frame.Operands[0] = frame.Operands[0].Num + frame.Operands[2].Num;
                break;
        }
        var index = frame.Operands[0].Num;
        var bound = frame.Operands[1].Num;
        var step = frame.Operands[2].Num;
        var overrun = vm.Mutants.Has(Mutant.ForOverrun) && step < 0 ? 1 : 0;
        if (step > 0 ? index > bound : step < 0 && index < bound - overrun)
            return frame.Done(frame.Operands[3]);
        frame.SetLocal(vm, frame.Message.Arguments[0].Name, index);
        return frame.EvalArg(hasStep ? 4 : 3, 4);
    }

    private static bool TakeNumber(Vm vm, ControlFrame frame, int operand, int argument)
    {
        if (frame.Stopped != StopKind.None)
        {
            vm.StopWith(frame.Stopped, frame.Value);
            return false;
        }
        var value = vm.Resolve(frame.Value);
        if (value.Ref is not null)
        {
            vm.Raise($"argument {argument} to method '{frame.Message.Name.Text}' must be a Number, not a '{vm.TypeName(value)}'", frame.Message);
            return false;
        }
        frame.Operands[operand] = value;
        return true;
    }

    public static Value Break(Vm vm, Value self, in Args args) => vm.StopWith(StopKind.Break, args.Get(vm, 0));

    public static Value Continue(Vm vm, Value self, in Args args) => vm.StopWith(StopKind.Continue, vm.Nil);

    public static Value Return(Vm vm, Value self, in Args args) => vm.StopWith(StopKind.Return, args.Get(vm, 0));

    public static Value ReturnIfNonNil(Vm vm, Value self, in Args args) => self.Is(vm.World.Nil) ? self : vm.StopWith(StopKind.Return, self);

    /// <summary>Answers the receiver and leaves the argument alone.</summary>
    public static Request Self(Vm vm, ControlFrame frame) => frame.Done(frame.Self);

    public static Request RunAndSelf(Vm vm, ControlFrame frame) =>
        frame.State == 0 && frame.ArgCount > 0 ? frame.EvalArg(0, 1) : frame.Done(frame.Self);

    public static Request RunAndNil(Vm vm, ControlFrame frame) =>
        frame.State == 0 && frame.ArgCount > 0 ? frame.EvalArg(0, 1) : frame.Done(vm.Nil);

    public static Request RunArgument(Vm vm, ControlFrame frame) => frame.ArgCount > 0 ? frame.TailArg(0) : frame.Done(vm.Nil);

    /// <summary>The truth (<c>isTrue</c>) of the argument: <c>and</c> on anything true, <c>or</c> on nil and false.</summary>
    public static Request And(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount == 0 ? frame.Done(vm.False) : frame.EvalArg(0, 1);
            case 1:
                if (frame.Value.Ref is null || frame.Value.Is(vm.World.True))
                    return frame.Done(vm.True);
                if (frame.Value.Is(vm.World.False) || frame.Value.Is(vm.World.Nil))
                    return frame.Done(vm.False);
                var ask = new Message(vm.Symbols.Intern("isTrue")) { Label = frame.Message.Label, Line = frame.Message.Line };
                return frame.Perform(ask, frame.Value, frame.Locals, 2);
            default:
                return frame.Done(frame.Value);
        }
    }

    public static Request Switch(Vm vm, ControlFrame frame)
    {
        // State 2i+1: key i was evaluated.
        var count = frame.ArgCount;
        if (frame.State > 0)
        {
            var key = frame.State - 1;
            if (Identity.AreEqual(vm, frame.Value, frame.Self))
                return frame.TailArg(key + 1);
            return NextKey(vm, frame, key + 2, count);
        }
        return NextKey(vm, frame, 0, count);
    }

    private static Request NextKey(Vm vm, ControlFrame frame, int key, int count)
    {
        if (key + 1 < count)
            return frame.EvalArg(key, key + 1);
        return key < count ? frame.TailArg(key) : frame.Done(vm.Nil);
    }

    public static Request StopStatus(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        return frame.Done(Protos.StopStatus.StopStatusSlots.ObjectOf(vm, frame.Stopped));
    }

    // Operand of try: 0 the child coroutine.
    public static Request Try(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
                return frame.Done(vm.Nil);
            var child = vm.Coroutines.NewChild(vm.Coroutines.Current, frame.Message.Arguments[0], frame.Locals);
            frame.Operands = [child];
            return frame.Switch(child, 1);
        }
        // Another coroutine ended and handed over to this one, its starter, while the body waits for its turn.
        if (frame.Operands[0].Ref is { Payload: CoroutinePayload { IsFinished: false } } && Coroutine.Scheduling.TakeNextOrSleep(vm) is { } next)
            return Coroutine.Scheduling.SwitchTo(vm, frame, next, 1);
        return frame.Done(vm.TryGetSlot(frame.Operands[0], vm.Names.Exception, out var exception) ? exception : vm.Nil);
    }
}
