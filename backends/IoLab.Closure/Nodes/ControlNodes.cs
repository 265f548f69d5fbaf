using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Closure.Nodes;

/// <summary>
/// A control built-in with a fused form. The inline cache is the guard: whatever else the name finds goes the general way. When something
/// inside suspends, the fused form leaves the same control frame the built-in's own steps would have.
/// </summary>
internal abstract class FusedNode<T>(Message message, Node? receiver, Node[] arguments, Place place, Builtin builtin)
    : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    /// <summary>The built-in this node fuses.</summary>
    protected Builtin Builtin { get; } = builtin;

    protected override Value CallControl(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder) =>
        ReferenceEquals(builtin, Builtin) ? Fused(m, ref r, target, holder) : base.CallControl(m, ref r, target, builtin, holder);

    /// <summary>Runs the fused form.</summary>
    protected abstract Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder);

    /// <summary>Goes on with the built-in's own steps, as if it had just received <paramref name="value"/> in <paramref name="state"/>.</summary>
    protected Value GoOn(ClosureMachine m, ref Value r, Value target, IoObject holder, int state, Value value, params Value[] operands)
    {
        var frame = NewFrame(m, ref r, target, Builtin, holder);
        frame.State = state;
        frame.Operands = operands;
        frame.Value = value;
        return AfterCall(m, ref r, m.RunControl(frame, Arguments, ref r));
    }

    /// <summary>Something inside is unwinding: leaves a frame if it is suspending.</summary>
    protected Value Suspended(ClosureMachine m, ref Value r, Value target, IoObject holder, int state, params Value[] operands) =>
        Suspended(m, ref r, target, Builtin, holder, state, operands);

    /// <summary>The same for another built-in.</summary>
    protected Value Suspended(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder, int state, params Value[] operands)
    {
        if (!m.IsSuspending)
            return m.Unwind;
        var frame = NewFrame(m, ref r, target, builtin, holder);
        frame.State = state;
        frame.Operands = operands;
        m.Capture(frame);
        return AfterCall(m, ref r, m.Unwind);
    }
}

/// <summary><c>if(condition, then, else)</c>.</summary>
internal sealed class IfNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, If)
    where T : IMode
{
    private static readonly Builtin If = Builtins.Find("Object", "if");

    public override Value Eval(ClosureMachine m, ref Value r) =>
        !T.IsInstrumented && FindsOnLocals(If) ? Fused(m, ref r, Sentinels.Absent, m.Vm.World.Locals) : base.Eval(m, ref r);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length == 0)
            return m.False;
        var test = Arguments[0].Test(m, ref r, out var condition);
        if (test == 2)
        {
            if (condition.IsUnwind)
                return Suspended(m, ref r, target, holder, 1);
            if (ControlFlow.Truth(m.Vm, condition) is not { } truth)
                return GoOn(m, ref r, target, holder, 1, condition);
            test = truth ? 1 : 0;
        }
        if (test == 1)
            return Arguments.Length > 1 ? AfterCall(m, ref r, Arguments[1].Get(m, ref r)) : m.True;
        return Arguments.Length > 2 ? AfterCall(m, ref r, Arguments[2].Get(m, ref r)) : m.False;
    }
}

/// <summary><c>while(condition, body)</c>.</summary>
internal sealed class WhileNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, While)
    where T : IMode
{
    private static readonly Builtin While = Builtins.Find("Object", "while");

    public override Value Eval(ClosureMachine m, ref Value r) =>
        !T.IsInstrumented && FindsOnLocals(While) ? Fused(m, ref r, Sentinels.Absent, m.Vm.World.Locals) : base.Eval(m, ref r);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length < 2)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        var last = m.Nil;
        while (true)
        {
            var test = Arguments[0].Test(m, ref r, out var condition);
            if (test == 2)
            {
                if (condition.IsUnwind)
                {
                    if (!m.ConsumeLoopStop(ref last, out var isBreak))
                        return Suspended(m, ref r, target, holder, 1, last);
                    if (isBreak)
                        return last;
                    if (!m.BackEdge())
                        return m.Unwind;
                    continue;
                }
                if (ControlFlow.Truth(m.Vm, condition) is not { } truth)
                    return GoOn(m, ref r, target, holder, 1, condition, last);
                test = truth ? 1 : 0;
            }
            if (test == 0)
                return last;
            var value = Arguments[1].Get(m, ref r);
            if (!value.IsUnwind)
                last = value;
            else if (!m.ConsumeLoopStop(ref last, out var isBreak))
                return Suspended(m, ref r, target, holder, 3, last);
            else if (isBreak)
                return last;
            if (!m.BackEdge())
                return m.Unwind;
        }
    }
}

/// <summary><c>loop(body)</c>.</summary>
internal sealed class LoopNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, Loop)
    where T : IMode
{
    private static readonly Builtin Loop = Builtins.Find("Object", "loop");

    public override Value Eval(ClosureMachine m, ref Value r) =>
        !T.IsInstrumented && FindsOnLocals(Loop) ? Fused(m, ref r, Sentinels.Absent, m.Vm.World.Locals) : base.Eval(m, ref r);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length < 1)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        var last = m.Nil;
        while (true)
        {
            var value = Arguments[0].Get(m, ref r);
            if (!value.IsUnwind)
                last = value;
            else if (!m.ConsumeLoopStop(ref last, out var isBreak))
                return Suspended(m, ref r, target, holder, 1, last);
            else if (isBreak)
                return last;
            if (!m.BackEdge())
                return m.Unwind;
        }
    }
}

/// <summary><c>for(i, from, to, [step,] body)</c>.</summary>
internal sealed class ForNode<T>(Message message, Node? receiver, Node[] arguments, Place place, int register)
    : FusedNode<T>(message, receiver, arguments, place, For)
    where T : IMode
{
    private static readonly Builtin For = Builtins.Find("Object", "for");

    public override Value Eval(ClosureMachine m, ref Value r) =>
        !T.IsInstrumented && FindsOnLocals(For) ? Fused(m, ref r, Sentinels.Absent, m.Vm.World.Locals) : base.Eval(m, ref r);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        var count = Arguments.Length;
        if (count < 4)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        var step = 1.0;
        var from = Arguments[1].Get(m, ref r);
        if (from.Ref is not null)
            return Bound(m, ref r, target, holder, 1, from, 0, 0, 1, m.Nil);
        var to = Arguments[2].Get(m, ref r);
        if (to.Ref is not null)
            return Bound(m, ref r, target, holder, 2, to, from, 0, 1, m.Nil);
        if (count > 4)
        {
            var by = Arguments[3].Get(m, ref r);
            if (by.Ref is not null)
                return Bound(m, ref r, target, holder, 3, by, from, to, 1, m.Nil);
            step = by.Num;
        }
        return Count(m, ref r, target, holder, from.Num, to.Num, step);
    }

    private Value Bound(ClosureMachine m, ref Value r, Value target, IoObject holder, int state, Value value, params Value[] operands) =>
        value.IsUnwind ? Suspended(m, ref r, target, holder, state, operands) : GoOn(m, ref r, target, holder, state, value, operands);

    private Value Count(ClosureMachine m, ref Value r, Value target, IoObject holder, double index, double bound, double step)
    {
        var body = Arguments[^1];
        var name = Message.Arguments[0].Name;
        var last = m.Nil;
        while (!(step > 0 ? index > bound : step < 0 && index < bound))
        {
            m.SetLoopVariable(ref r, InRegisters ? register : -1, name, index);
            var value = body.Get(m, ref r);
            if (!value.IsUnwind)
                last = value;
            else if (!m.ConsumeLoopStop(ref last, out var isBreak))
                return Suspended(m, ref r, target, holder, 4, m.Vm.Mutants.Has(Mutant.LoopCounter) ? index + step : index, bound, step, last);
            else if (isBreak)
                return last;
            if (!m.BackEdge())
                return m.Unwind;
            index += step;
        }
        return last;
    }
}

/// <summary><c>try(body)</c>: a child coroutine that exists only if somebody looks at it.</summary>
internal sealed class TryNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, Try)
    where T : IMode
{
    private static readonly Builtin Try = Builtins.Find("Object", "try");

    public override Value Eval(ClosureMachine m, ref Value r) =>
        !T.IsInstrumented && FindsOnLocals(Try) ? Fused(m, ref r, Sentinels.Absent, m.Vm.World.Locals) : base.Eval(m, ref r);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length == 0)
            return m.Nil;
        if (T.IsInstrumented)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        m.BeginTry(Message.Arguments[0], m.IndexOf(ref r));
        var value = Arguments[0].Get(m, ref r);
        if (!value.IsUnwind)
            return m.EndTry(value, null);
        switch (m.Vm.Stop)
        {
            case StopKind.Suspend when m.Vm.Mutants.Has(Mutant.BoundaryLost):
                m.DropTry();
                return AfterCall(m, ref r, value);
            case StopKind.Suspend:
                return Suspended(m, ref r, target, holder, 1, m.SplitTry());
            case StopKind.Abort:
                m.EndTry(m.Nil, null);
                return value;
            case StopKind.Raise:
                m.Vm.Stop = StopKind.None;
                return m.EndTry(m.Nil, m.Vm.StopValue.Ref);
            case StopKind.Break or StopKind.Continue when m.Vm.Mutants.Has(Mutant.BreakThroughTry):
                m.EndTry(m.Nil, null);
                return value;
            default:
                m.Vm.Stop = StopKind.None;
                return m.EndTry(m.Vm.StopValue, null);
        }
    }
}

/// <summary><c>a and(b)</c>, <c>a or(b)</c> where the built-in evaluates its argument.</summary>
internal sealed class AndNode<T>(Message message, Node? receiver, Node[] arguments, Place place, Builtin builtin)
    : FusedNode<T>(message, receiver, arguments, place, builtin)
    where T : IMode
{
    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length == 0)
            return m.False;
        var test = Arguments[0].Test(m, ref r, out var value);
        if (test != 2)
            return m.Bool(test == 1);
        if (value.IsUnwind && (m.Vm.Stop & StopKind.Local) != 0)
        {
            // Stops do not leave the argument: the built-in consumes them.
            m.Vm.Stop = StopKind.None;
            value = m.Vm.StopValue;
        }
        return value.IsUnwind ? Suspended(m, ref r, target, holder, 1) : GoOn(m, ref r, target, holder, 1, value);
    }
}

/// <summary><c>n repeat([i,] body)</c>.</summary>
internal sealed class RepeatNode<T>(Message message, Node? receiver, Node[] arguments, Place place, int register)
    : FusedNode<T>(message, receiver, arguments, place, Repeat)
    where T : IMode
{
    private static readonly Builtin Repeat = Builtins.Find("Number", "repeat");

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length == 0 || target.Ref is not null)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        var body = Arguments[^1];
        var name = Arguments.Length > 1 ? Message.Arguments[0].Name : null;
        var last = m.Nil;
        for (var index = 0.0; index < target.Num; index++)
        {
            if (name is not null)
                m.SetLoopVariable(ref r, InRegisters ? register : -1, name, index);
            var value = body.Get(m, ref r);
            if (!value.IsUnwind)
                last = value;
            else if (!m.ConsumeLoopStop(ref last, out var isBreak))
                return Suspended(m, ref r, target, holder, 1, index, last);
            else if (isBreak)
                return last;
            if (!m.BackEdge())
                return m.Unwind;
        }
        return last;
    }
}
