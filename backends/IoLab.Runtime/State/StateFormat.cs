using IoLab.Runtime.Core;

namespace IoLab.Runtime.State;

/// <summary>The bytes of a serialised execution state: header, records in order of discovery, checksum. See docs/continuations.md.</summary>
internal static class StateFormat
{
    /// <summary>First four bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "IoLS"u8;

    /// <summary>Version of the format; another version is refused.</summary>
    public const byte Version = 2;

    /// <summary>How many bytes the checksum at the end takes.</summary>
    public const int ChecksumSize = 8;

    /// <summary>The flags of an object that are written.</summary>
    public const ObjectFlags Flags = PatchFlags | ObjectFlags.Locals;

    /// <summary>The flags of an image object that a patch sets.</summary>
    public const ObjectFlags PatchFlags = ObjectFlags.Activatable | ObjectFlags.Forwarder;

    /// <summary>FNV-1a, 64 bits: finds truncation and damage, not malice.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }
}

/// <summary>How a value is written.</summary>
internal enum ValueTag : byte
{
    Number,
    Object,
    Absent,
    LazyCall,
}

/// <summary>What an object record is.</summary>
internal enum ObjectTag : byte
{
    /// <summary>An image object by name.</summary>
    Image,
    /// <summary>A new object.</summary>
    New,
}

/// <summary>What a message record is.</summary>
internal enum MessageTag : byte
{
    /// <summary>An image message by place.</summary>
    Image,
    /// <summary>A node.</summary>
    Node,
    /// <summary>A node of the prelude's label.</summary>
    Opaque,
}

/// <summary>The payload of an object record.</summary>
internal enum PayloadTag : byte
{
    None,
    Seq,
    List,
    Map,
    Block,
    Message,
    CFunction,
    Activation,
    Call,
    Coroutine,
    Number,
    Forwarder,
    Continuation,
    Shared,
    Date,
    Duration,
    EvalFrame,
    Directory,
    File,
    Sandbox,
}

/// <summary>The kinds of frames.</summary>
internal enum FrameTag : byte
{
    Send,
    Args,
    Activation,
    Control,
}

/// <summary>A state that cannot be written or read; the text says why and is raised as an Io exception.</summary>
internal sealed class StateException(string message) : Exception(message);
