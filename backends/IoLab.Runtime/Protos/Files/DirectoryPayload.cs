using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Files;

/// <summary>The payload of directories: a path.</summary>
internal sealed class DirectoryPayload(string path) : Payload, ISerializedPayload
{
    /// <summary>The path as given.</summary>
    public string Path { get; set; } = path;

    /// <inheritdoc/>
    public override Kind Kind => Kind.Directory;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => new DirectoryPayload(Path);

    /// <inheritdoc/>
    public override Payload Snapshot() => new DirectoryPayload(Path);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => Path = ((DirectoryPayload)snapshot).Path;

    /// <inheritdoc/>
    public PayloadTag Tag => PayloadTag.Directory;

    /// <inheritdoc/>
    public bool TryWrite(BinaryWriter writer)
    {
        writer.Write(Path);
        return true;
    }
}
