namespace IoLab.Runtime.Core;

/// <summary>Planted bugs, switched on for one session, that prove the harness finds what it must. Each is asked for at exactly one place.</summary>
public enum Mutant
{
    /// <summary>Number <c>+</c> is off by one when the sum is 1000.</summary>
    AddOffByOne,
    /// <summary><c>for</c> runs once too often when the step is negative.</summary>
    ForOverrun,
    /// <summary>A cached lookup is not invalidated when a proto gains a shadowing slot.</summary>
    StaleCache,
    /// <summary>A resumed coroutine loses one evaluated operand.</summary>
    LostOperand,
    /// <summary><c>List removeAt</c> answers the next item.</summary>
    RemoveAtWrongItem,
}
