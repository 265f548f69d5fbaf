using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>The payload of Continuation objects: the frames that await a value.</summary>
public sealed class ContinuationPayload : Payload
{
    /// <summary>The coroutine it belongs to, and those that wait for it in a <c>try</c>; innermost first.</summary>
    public required ExtentPart[] Extent { get; init; }
    /// <summary>What else is put back when it is invoked, if it was read from bytes.</summary>
    public RestoredWorld? World { get; init; }
    /// <summary>Has it been used? Each may be invoked once; <c>copy</c> makes a fresh one.</summary>
    public bool IsInvoked { get; set; }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Continuation;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new ContinuationPayload { Extent = Extent, World = World };
}

/// <summary>The changed image objects of a world that was written to bytes.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="apply">Makes the objects what they were.</param>
public sealed class RestoredWorld(byte[] bytes, Action apply)
{
    /// <summary>The bytes it was read from.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <summary>Makes the image objects what they were. The journal remembers how to undo it.</summary>
    public void Apply() => apply();
}
