using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Which of the process's streams a File stands for.</summary>
internal enum StandardStream
{
    /// <summary>None: it has a path.</summary>
    None,
    /// <summary>Standard input.</summary>
    Input,
    /// <summary>Standard output.</summary>
    Output,
    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>The payload of files: a path, and a stream while it is open.</summary>
internal sealed class FilePayload : Payload, ISerializedPayload
{
    /// <summary>The path as given.</summary>
    public string Path { get; set; } = "";
    /// <summary>How it was or will be opened: read, update, append.</summary>
    public string Mode { get; set; } = "update";
    /// <summary>The open file, or null.</summary>
    public FileStream? Stream { get; set; }
    /// <summary>Has a read met the end?</summary>
    public bool IsAtEnd { get; set; }
    /// <summary>Which standard stream it is.</summary>
    public StandardStream Standard { get; init; }

    private BufferedStream? _input;
    private Stream? _inputSource;

    /// <inheritdoc/>
    public override Kind Kind => Kind.File;

    /// <summary>The host's standard input, buffered.</summary>
    public Stream InputOf(Vm vm)
    {
        if (_input is null || !ReferenceEquals(_inputSource, vm.Host.Input))
        {
            _inputSource = vm.Host.Input;
            _input = new BufferedStream(_inputSource);
            IsAtEnd = false;
        }
        return _input;
    }

    /// <summary>Can it be read from or written to now?</summary>
    public bool IsOpen => Stream is not null || Standard != StandardStream.None;

    /// <summary>A clone is the same path, not opened.</summary>
    public override Payload CloneFor(Vm vm) => new FilePayload { Path = Path, Mode = Mode, Standard = Standard };

    /// <inheritdoc/>
    public override Payload Snapshot() => CloneFor(null!);

    /// <inheritdoc/>
    public override void Restore(Payload snapshot)
    {
        var old = (FilePayload)snapshot;
        Path = old.Path;
        Mode = old.Mode;
        Stream = null;
        IsAtEnd = false;
    }

    /// <inheritdoc/>
    public PayloadTag Tag => PayloadTag.File;

    /// <summary>A closed file is a path; an open one is bound to its process.</summary>
    public bool TryWrite(BinaryWriter writer)
    {
        writer.Write(Path);
        writer.Write(Mode);
        writer.Write((byte)Standard);
        return Stream is null;
    }

    /// <summary>Reads what <see cref="TryWrite"/> wrote.</summary>
    public static FilePayload Read(BinaryReader reader) => new()
    {
        Path = reader.ReadString(), Mode = reader.ReadString(), Standard = (StandardStream)reader.ReadByte(),
    };
}
