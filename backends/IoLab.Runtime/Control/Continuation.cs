using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>The payload of Continuation objects: the frames that await a value.</summary>
public sealed class ContinuationPayload : Payload
{
    /// <summary>The newest frame; null when nothing is left to do.</summary>
    public Frame? Top { get; init; }
    /// <summary>The coroutine the frames belong to.</summary>
    public required IoObject Coroutine { get; init; }
    /// <summary>Has it been used? Each may be invoked once; <c>copy</c> makes a fresh one.</summary>
    public bool IsInvoked { get; set; }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Continuation;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new ContinuationPayload { Top = Top, Coroutine = Coroutine };
}
