namespace IoLab.Runtime.Control;

/// <summary>Why evaluation is unwinding. The reason travels in the VM, the fact as the <c>Unwind</c> sentinel.</summary>
[Flags]
public enum StopKind
{
    /// <summary>Not unwinding.</summary>
    None = 0,
    /// <summary>To the nearest loop of this activation.</summary>
    Break = 1,
    /// <summary>To the nearest loop of this activation, which goes on.</summary>
    Continue = 2,
    /// <summary>To the nearest activation.</summary>
    Return = 4,
    /// <summary>To the base of the coroutine, with an exception.</summary>
    Raise = 8,
    /// <summary>Host frames are being written as portable frames; the reason is a switch, a capture or host depth.</summary>
    Suspend = 16,
    /// <summary>The whole run ends: a limit, <c>System exit</c>, cancellation.</summary>
    Abort = 32,

    /// <summary>What loops consume.</summary>
    Loop = Break | Continue,
    /// <summary>What activations consume.</summary>
    Local = Break | Continue | Return,
}
