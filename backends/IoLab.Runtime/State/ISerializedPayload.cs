using IoLab.Runtime.Core;

namespace IoLab.Runtime.State;

/// <summary>A payload that is a few plain numbers and can write itself.</summary>
internal interface ISerializedPayload
{
    /// <summary>How its record begins.</summary>
    PayloadTag Tag { get; }

    /// <summary>Writes its content.</summary>
    void Write(BinaryWriter writer);
}

/// <summary>Readers of <see cref="ISerializedPayload"/>s by tag.</summary>
internal static class SerializedPayloads
{
    /// <summary>Reads one.</summary>
    public static Payload Read(PayloadTag tag, BinaryReader reader)
    {
        _ = reader;
        throw new StateException($"a damaged serialised continuation: unknown payload {tag}");
    }
}
