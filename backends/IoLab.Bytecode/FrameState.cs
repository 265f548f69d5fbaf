using IoLab.Language;
using IoLab.Runtime.Control;

namespace IoLab.Bytecode;

/// <summary>
/// What surrounds a point in code, as portable frames would tell it: the inner part of the activation's continuation, newest first. Made by the compiler, one list for each site, and
/// read only when frames are captured or a stop unwinds.
/// </summary>
/// <param name="message">The message it is about.</param>
/// <param name="outer">What surrounds it; null at the end of the code.</param>
internal abstract class FrameState(Message message, FrameState? outer)
{
    /// <summary>The message it is about.</summary>
    public Message Message { get; } = message;
    /// <summary>What surrounds it.</summary>
    public FrameState? Outer { get; } = outer;
    /// <summary>In code in objects: is the chain's target the one of register 1, and not the locals?</summary>
    public bool HasOwnTarget { get; init; }
}

/// <summary>The message's result is awaited, and its chain goes on.</summary>
internal sealed class RestState(Message message, FrameState? outer) : FrameState(message, outer);

/// <summary>An argument of a call is being evaluated; the token of the callee is in <paramref name="register"/>, the receiver and the arguments so far follow.</summary>
internal sealed class ArgumentState(Message message, FrameState? outer, int register, int index) : FrameState(message, outer)
{
    /// <summary>The register of the callee's token.</summary>
    public int Register { get; } = register;
    /// <summary>Which argument.</summary>
    public int Index { get; } = index;
    /// <summary>Where code goes on when the call is over, its value in <see cref="Register"/>.</summary>
    public int NextPc { get; set; }
}

/// <summary>The value of an assignment is being evaluated, or that of a stop.</summary>
internal sealed class SetterState(Message message, FrameState? outer, int receiver) : FrameState(message, outer)
{
    /// <summary>The register of the receiver; -1: the locals.</summary>
    public int Receiver { get; } = receiver;
}

/// <summary>A control built-in that is compiled in place waits for what it evaluates.</summary>
internal sealed class ControlState(Message message, FrameState? outer, Builtin? builtin, int state, int receiver, params int[] operands) : FrameState(message, outer)
{
    /// <summary>Operands that are in no register: nil, 0, 1.</summary>
    public const int Nil = -1, Zero = -2, One = -3;

    /// <summary>The built-in; null: what the receiver answers the message with.</summary>
    public Builtin? Builtin { get; } = builtin;
    /// <summary>The state in which its control frame waits.</summary>
    public int State { get; } = state;
    /// <summary>The register of its receiver; -1: the locals.</summary>
    public int Receiver { get; } = receiver;
    /// <summary>The registers of its frame's operands.</summary>
    public int[] Operands { get; } = operands;
    /// <summary>Does it take breaks and continues, or all local stops (and, or)?</summary>
    public bool TakesLoopStops { get; init; }
    /// <summary>See <see cref="TakesLoopStops"/>.</summary>
    public bool TakesAllStops { get; init; }
    /// <summary>The register of the loop's value so far, or of what a stop gives.</summary>
    public int Result { get; init; }
    /// <summary>Where a break goes, or any stop that is taken.</summary>
    public Label? Break { get; init; }
    /// <summary>Where a continue goes.</summary>
    public Label? Continue { get; init; }
}
