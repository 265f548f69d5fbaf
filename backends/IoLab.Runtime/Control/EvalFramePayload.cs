using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>The payload of EvalFrame objects: a frame somebody looks at. It is shared, so that the computation goes on with a copy.</summary>
/// <param name="frame">The frame.</param>
public sealed class EvalFramePayload(Frame frame) : Payload
{
    /// <summary>The frame, as it was when somebody looked.</summary>
    public Frame Frame { get; } = frame;

    /// <inheritdoc/>
    public override Kind Kind => Kind.EvalFrame;
}
