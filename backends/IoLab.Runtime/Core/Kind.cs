namespace IoLab.Runtime.Core;

/// <summary>The primitive kinds, in the order in which values of different kinds compare. The name is what <c>type</c> answers without a <c>type</c> slot.</summary>
public enum Kind
{
    Map,
    List,
    Number,
    Nil,
    True,
    Sequence,
    False,
    Object,
    Locals,
    Block,
    Message,
    Call,
    CFunction,
    Coroutine,
    EvalFrame,
    Continuation,
    Date,
    Duration,
    File,
    Directory,
    WeakLink,
    Sandbox,
    Sentinel,
}
