using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>One arithmetic operation on doubles.</summary>
internal interface IArithmetic
{
    static abstract double Apply(double a, double b);
}

/// <summary>One comparison of doubles.</summary>
internal interface IComparison
{
    static abstract bool Apply(double a, double b);
}

internal readonly struct Add : IArithmetic
{
    public static double Apply(double a, double b) => a + b;
}

internal readonly struct Subtract : IArithmetic
{
    public static double Apply(double a, double b) => a - b;
}

internal readonly struct Multiply : IArithmetic
{
    public static double Apply(double a, double b) => a * b;
}

internal readonly struct Divide : IArithmetic
{
    public static double Apply(double a, double b) => a / b;
}

internal readonly struct Remainder : IArithmetic
{
    public static double Apply(double a, double b)
    {
        // Integral operands of one sign, the common case, without the C library's fmod.
        if (a >= 0 && b > 0 && a <= 9007199254740992.0 && b <= 9007199254740992.0)
        {
            var x = (long)a;
            var y = (long)b;
            if (x == a && y == b)
                return x == 0 ? a : x % y; // Zero keeps its sign.
        }
        return a % b;
    }
}

internal readonly struct Less : IComparison
{
    public static bool Apply(double a, double b) => a < b;
}

internal readonly struct LessOrEqual : IComparison
{
    public static bool Apply(double a, double b) => a <= b;
}

internal readonly struct Greater : IComparison
{
    public static bool Apply(double a, double b) => a > b;
}

internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Apply(double a, double b) => a >= b;
}

internal readonly struct Equal : IComparison
{
    public static bool Apply(double a, double b) => a == b;
}

internal readonly struct NotEqual : IComparison
{
    public static bool Apply(double a, double b) => a != b;
}

/// <summary>A binary operator that has a fast path for two numbers while numbers' own operator is the built-in one.</summary>
internal abstract class NumberOperatorNode<T>(Message message, Node receiver, Node[] arguments, Place place)
    : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private int _epoch = -1;
    private IoObject? _holder;
    private Builtin? _builtin;

    /// <summary>Evaluates both operands. True: they are numbers and the operator is the built-in one. False: <paramref name="result"/> is the answer.</summary>
    protected bool Operands(ClosureMachine m, ref Value r, out double a, out double b, out Value result)
    {
        var left = Receiver!.Get(m, ref r);
        a = left.Num;
        b = 0;
        if (left.Ref is not null || (_epoch != Name.Epoch && !Recheck(m)))
        {
            result = left.IsUnwind ? left : Send(m, ref r, left);
            return false;
        }
        if (T.IsInstrumented && !Count(m, Kind.Number))
        {
            result = m.Unwind;
            return false;
        }
        var right = Arguments[0].Get(m, ref r);
        result = right;
        b = right.Num;
        return right.Ref is null || NotNumbers(m, ref r, left, right, ref result);
    }

    private bool Recheck(ClosureMachine m)
    {
        if (m.Vm.World.HasNumberSlots || !m.Vm.Lookup.TryFind(m.Vm.World.Number, Message.Name, out var found)
            || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is not { Proto: "Number" or "Object" } builtin || builtin.Name != Message.Name.Text)
            return false;
        _holder = found.Holder;
        _builtin = builtin;
        _epoch = Message.Name.Epoch;
        return true;
    }

    /// <summary>The operand is no number: the built-in was found before, so it is called with what there is.</summary>
    private bool NotNumbers(ClosureMachine m, ref Value r, Value left, Value right, ref Value result)
    {
        if (right.IsUnwind)
        {
            if (m.IsSuspending)
                m.CaptureOperator(Message, ref r, Code, left, m.FunctionOf(_holder!, _builtin!), _holder!);
            return false;
        }
        result = Runtime.Control.Invoke.Eager(m.Vm, _builtin!, left, new Args(new ReadOnlySpan<Value>(ref right), Message));
        if (T.IsInstrumented)
            Note(m, _builtin!, left, new ReadOnlySpan<Value>(ref right), result);
        return false;
    }

    /// <summary>Reports the answer of the fast path.</summary>
    protected Value Calculated(ClosureMachine m, double a, double b, Value answer) => Noted(m, _builtin!, a, answer, b);
}

/// <summary><c>a + b</c> and its like.</summary>
internal sealed class ArithmeticNode<T, TOp>(Message message, Node receiver, Node[] arguments, Place place)
    : NumberOperatorNode<T>(message, receiver, arguments, place)
    where T : IMode
    where TOp : struct, IArithmetic
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (!Operands(m, ref r, out var a, out var b, out var result))
            return result;
        return T.IsInstrumented ? Calculated(m, a, b, new Value(TOp.Apply(a, b))) : new Value(TOp.Apply(a, b));
    }
}

/// <summary><c>a &lt; b</c> and its like.</summary>
internal sealed class ComparisonNode<T, TOp>(Message message, Node receiver, Node[] arguments, Place place)
    : NumberOperatorNode<T>(message, receiver, arguments, place)
    where T : IMode
    where TOp : struct, IComparison
{
    private static readonly Builtin EqualObjects = Builtins.Find("Object", "=="), NotEqualObjects = Builtins.Find("Object", "!=");

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (!Operands(m, ref r, out var a, out var b, out var result))
            return result;
        return T.IsInstrumented ? Calculated(m, a, b, m.Bool(TOp.Apply(a, b))) : m.Bool(TOp.Apply(a, b));
    }

    /// <summary>What is no number is mostly compared with nil, or with itself: the built-in need not be called to know.</summary>
    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        if (T.IsInstrumented || !(builtin == EqualObjects || builtin == NotEqualObjects) || target.Ref is not { } left || (left.Flags & ObjectFlags.Forwarder) != 0)
            return base.CallEager(m, ref r, target, builtin, holder);
        var right = Arguments[0].Get(m, ref r);
        if (right.IsUnwind)
            return OperandUnwound(m, ref r, target, builtin, holder);
        if (right.Is(left))
            return m.Bool(builtin == EqualObjects);
        return right.Is(m.Nil) || (target.Is(m.Nil) && (right.Ref is null || (right.Ref.Flags & ObjectFlags.Forwarder) == 0))
            ? m.Bool(builtin == NotEqualObjects)
            : CallEager(m, ref r, target, builtin, holder, right);
    }

    public override int Test(ClosureMachine m, ref Value r, out Value value)
    {
        if (Operands(m, ref r, out var a, out var b, out value))
        {
            var holds = TOp.Apply(a, b);
            if (T.IsInstrumented)
                Calculated(m, a, b, m.Bool(holds));
            return holds ? 1 : 0;
        }
        if (value.Is(m.True))
            return 1;
        return value.Is(m.False) || value.Is(m.Nil) ? 0 : 2;
    }
}
