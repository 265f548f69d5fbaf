using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using static IoLab.Runtime.Protos.Files.FileAccessing;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Writing files and moving in them.</summary>
internal static class FileWriting
{
    public static Value Write(Vm vm, Value self, in Args args)
    {
        var file = Of(self);
        if (file.Standard == StandardStream.None && Opened(vm, file, args.Message, toWrite: true) is null)
            return vm.Unwind;
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TrySeq(vm, i, out var seq, out var error))
                return error;
            if (!Put(vm, file, seq, args.Message))
                return vm.Unwind;
        }
        return self;
    }

    private static bool Put(Vm vm, FilePayload file, Seq seq, Message message)
    {
        switch (file.Standard)
        {
            case StandardStream.Output:
                return Object.Printing.Emit(vm, seq);
            case StandardStream.Error:
                if (vm.Host.Error.Write(Raw(seq)))
                    return true;
                vm.Abort(RunEnd.OutputLimit, $"wrote more than {vm.Host.Error.Limit} bytes");
                return false;
            case StandardStream.Input:
                vm.Raise($"file '{file.Path}' not open for write", message);
                return false;
        }
        var stream = file.Stream!;
        var bytes = Raw(seq);
        var reason = HostFiles.Attempt(() =>
        {
            if (file.Mode == "append")
                stream.Seek(0, SeekOrigin.End);
            stream.Write(bytes);
        });
        if (reason.Length > 0)
            vm.Raise($"unable to write file '{file.Path}': {reason}", message);
        return reason.Length == 0;
    }

    /// <summary>What is written of a sequence: its bytes, or UTF-8 of wide text.</summary>
    private static byte[] Raw(Seq seq) => seq.Encoding == SeqEncoding.Number ? seq.Bytes.ToArray() : seq.ToUtf8();

    public static Value SetContents(Vm vm, Value self, in Args args) => WriteWhole(vm, self, args, FileMode.Create);

    public static Value AppendToContents(Vm vm, Value self, in Args args) => WriteWhole(vm, self, args, FileMode.Append);

    private static Value WriteWhole(Vm vm, Value self, in Args args, FileMode mode)
    {
        var file = Of(self);
        if (args.Get(vm, 0).PayloadAs<Seq>() is not { } seq)
            return vm.Raise($"argument 0 to method 'write' must be a Sequence, not a '{vm.TypeName(args.Get(vm, 0))}'", args.Message);
        if (file.Standard != StandardStream.None)
            return Put(vm, file, seq, args.Message) ? self : vm.Unwind;
        if (!MayUse(vm, file, args.Message))
            return vm.Unwind;
        CloseStream(vm, file);
        if (vm.Host.Files.Open(file.Path, mode, FileAccess.Write, out var reason) is not { } stream)
            return vm.Raise($"unable to create file '{file.Path}': {reason}", args.Message);
        var bytes = Raw(seq);
        reason = HostFiles.Attempt(() => stream.Write(bytes));
        vm.Host.Files.Close(stream);
        return reason.Length == 0 ? self : vm.Raise($"unable to write file '{file.Path}': {reason}", args.Message);
    }

    public static Value AtPut(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var index, out var error) || !args.TryNumber(vm, 1, out var value, out error))
            return error;
        var file = Of(self);
        if (Opened(vm, file, args.Message, toWrite: true) is not { } stream || !Seek(vm, file, stream, index, args.Message))
            return vm.Unwind;
        var reason = HostFiles.Attempt(() => stream.WriteByte((byte)(long)value));
        return reason.Length == 0 ? self : vm.Raise($"unable to write file '{file.Path}': {reason}", args.Message);
    }

    /// <summary>Moves the position. False when an exception is being raised.</summary>
    public static bool Seek(Vm vm, FilePayload file, FileStream stream, double position, Message message)
    {
        if (position > -1 && position < 1e15 && HostFiles.Attempt(() => stream.Seek((long)position, SeekOrigin.Begin)).Length == 0)
        {
            file.IsAtEnd = false;
            return true;
        }
        vm.Raise($"unable to set position {Number.NumberText.Format(position)} file path '{file.Path}'", message);
        return false;
    }

    public static Value Position(Vm vm, Value self, in Args args) =>
        Opened(vm, Of(self), args.Message, toWrite: false) is { } stream ? stream.Position : vm.Unwind;

    public static Value SetPosition(Vm vm, Value self, in Args args)
    {
        if (Opened(vm, Of(self), args.Message, toWrite: false) is not { } stream)
            return vm.Unwind;
        if (!args.TryNumber(vm, 0, out var position, out var error))
            return error;
        return Seek(vm, Of(self), stream, position, args.Message) ? self : vm.Unwind;
    }

    public static Value Rewind(Vm vm, Value self, in Args args) =>
        Opened(vm, Of(self), args.Message, toWrite: false) is { } stream && Seek(vm, Of(self), stream, 0, args.Message) ? self : vm.Unwind;

    public static Value PositionAtEnd(Vm vm, Value self, in Args args) =>
        Opened(vm, Of(self), args.Message, toWrite: false) is { } stream && Seek(vm, Of(self), stream, stream.Length, args.Message) ? self : vm.Unwind;

    /// <summary>Cuts the file; a size that is not one changes nothing.</summary>
    public static Value TruncateToSize(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var size, out var error))
            return error;
        var file = Of(self);
        if (!MayUse(vm, file, args.Message))
            return vm.Unwind;
        if (!(size > -1 && size < 1e15))
            return self;
        if (file.Stream is { CanWrite: true } stream)
            HostFiles.Attempt(() => stream.SetLength((long)size));
        else
            vm.Host.Files.Truncate(file.Path, (long)size);
        return self;
    }
}
