using System.Runtime.CompilerServices;
using IoLab.Closure.Nodes;
using IoLab.Runtime.Core;

namespace IoLab.Closure;

/// <summary>
/// A piece of compiled code. <c>r</c> is the first register of the current window on the machine's stack: register 0 holds the Locals
/// object, or the index of the activation's record while there is none; register 1 holds self (in register code) or the chain's target (in object code); then
/// come formals and locals. An answer of <see cref="Sentinels.Unwind"/> must be passed on at once, after adding the portable frames of this node when the
/// stop is <c>Suspend</c>.
/// </summary>
internal abstract class Node
{
    /// <summary>Register of the Locals object or record index.</summary>
    public const int LocalsRegister = 0;
    /// <summary>Register of self or target.</summary>
    public const int SelfRegister = 1;
    /// <summary>Register of the first formal, or of the current receiver in code that goes on in mid-chain.</summary>
    public const int FirstRegister = Runtime.Control.LocalNames.FirstRegister;

    /// <summary>What <see cref="Get"/> can answer by itself: the register of a local when above 0, a literal when below.</summary>
    protected int Quick { get; init; }

    /// <summary>Evaluates.</summary>
    public abstract Value Eval(ClosureMachine m, ref Value r);

    /// <summary>Evaluates, without a call when this is a literal or a local that holds plain data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Get(ClosureMachine m, ref Value r)
    {
        var quick = Quick;
        if (quick > 0)
        {
            ref var local = ref Unsafe.Add(ref r, quick);
            if (local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0)
                return local;
        }
        else if (quick < 0)
        {
            return Unsafe.As<ConstantNode>(this).Value;
        }
        return Eval(m, ref r);
    }

    /// <summary>
    /// Evaluates as a condition: 1 true, 0 false, 2 when <paramref name="value"/> must still be judged or is unwinding. Comparisons
    /// override it to avoid making a boolean.
    /// </summary>
    public virtual int Test(ClosureMachine m, ref Value r, out Value value)
    {
        value = Eval(m, ref r);
        if (value.Is(m.True))
            return 1;
        return value.Is(m.False) || value.Is(m.Nil) ? 0 : 2;
    }
}
