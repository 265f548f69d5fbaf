using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Sandbox;

/// <summary>The payload of sandboxes: limits; 0 is none.</summary>
internal sealed class SandboxPayload : Payload, ISerializedPayload
{
    /// <summary>How many messages a run may send.</summary>
    public double MessageCount { get; set; }
    /// <summary>How many seconds a run may take.</summary>
    public double TimeLimit { get; set; }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Sandbox;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new SandboxPayload { MessageCount = MessageCount, TimeLimit = TimeLimit };

    /// <inheritdoc/>
    public override Payload Snapshot() => CloneFor(null!);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => (MessageCount, TimeLimit) = (((SandboxPayload)snapshot).MessageCount, ((SandboxPayload)snapshot).TimeLimit);

    /// <inheritdoc/>
    public PayloadTag Tag => PayloadTag.Sandbox;

    /// <inheritdoc/>
    public bool TryWrite(BinaryWriter writer)
    {
        writer.Write(MessageCount);
        writer.Write(TimeLimit);
        return true;
    }
}
