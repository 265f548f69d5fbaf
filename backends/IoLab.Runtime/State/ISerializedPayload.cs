using IoLab.Runtime.Protos.Date;
using IoLab.Runtime.Protos.Duration;
using IoLab.Runtime.Protos.Files;
using IoLab.Runtime.Protos.Sandbox;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.State;

/// <summary>A payload that is a few plain members and can write itself.</summary>
internal interface ISerializedPayload
{
    /// <summary>How its record begins.</summary>
    PayloadTag Tag { get; }

    /// <summary>Writes its content. False when it is bound to this process just now.</summary>
    bool TryWrite(BinaryWriter writer);
}

/// <summary>Readers of <see cref="ISerializedPayload"/>s by tag.</summary>
internal static class SerializedPayloads
{
    /// <summary>Reads one.</summary>
    public static Payload Read(PayloadTag tag, BinaryReader reader) => tag switch
    {
        PayloadTag.Date => new DatePayload(reader.ReadDouble()),
        PayloadTag.Duration => new DurationPayload(reader.ReadDouble()),
        PayloadTag.Directory => new DirectoryPayload(reader.ReadString()),
        PayloadTag.File => FilePayload.Read(reader),
        PayloadTag.Sandbox => new SandboxPayload { MessageCount = reader.ReadDouble(), TimeLimit = reader.ReadDouble() },
        _ => throw new StateException($"a damaged serialised continuation: unknown payload {tag}"),
    };
}
