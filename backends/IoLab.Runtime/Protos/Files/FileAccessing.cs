using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Opening and closing files, and what all file primitives check first.</summary>
internal static class FileAccessing
{
    /// <summary>The receiver's data.</summary>
    public static FilePayload Of(Value self) => (FilePayload)self.Ref!.Payload!;

    /// <summary>May the guest use files? Standard streams are always allowed.</summary>
    public static bool MayUse(Vm vm, FilePayload file, Message message) =>
        file.Standard != StandardStream.None || Permission.Check(vm, HostPermissions.Files, message);

    /// <summary>The stream to read from; null when the file is not open, an exception is then being raised.</summary>
    public static Stream? Reading(Vm vm, FilePayload file, Message message)
    {
        if (file.Standard == StandardStream.Input)
        {
            vm.Host.Output.Flush(); // Who types must see what they are asked.
            return file.InputOf(vm);
        }
        if (file.Stream is { CanRead: true } stream)
            return stream;
        vm.Raise(file.IsOpen ? $"file '{file.Path}' not open for read" : $"file '{file.Path}' not yet open", message);
        return null;
    }

    /// <summary>The stream to write to or seek in; null when there is none, an exception is then being raised.</summary>
    public static FileStream? Opened(Vm vm, FilePayload file, Message message, bool toWrite)
    {
        if (file.Stream is { } stream && (!toWrite || stream.CanWrite))
            return stream;
        vm.Raise(file.IsOpen ? $"file '{file.Path}' not open for write" : $"file '{file.Path}' not yet open", message);
        return null;
    }

    public static Value Open(Vm vm, Value self, in Args args) => OpenAs(vm, self, Of(self).Mode, args.Message);

    public static Value OpenForReading(Vm vm, Value self, in Args args) => OpenAs(vm, self, "read", args.Message);

    public static Value OpenForUpdating(Vm vm, Value self, in Args args) => OpenAs(vm, self, "update", args.Message);

    public static Value OpenForAppending(Vm vm, Value self, in Args args) => OpenAs(vm, self, "append", args.Message);

    /// <summary>Opens the receiver's path. A file that is open that way stays where it is; one that is open otherwise is closed before.</summary>
    public static Value OpenAs(Vm vm, Value self, string mode, Message message)
    {
        var file = Of(self);
        if (file.Standard != StandardStream.None)
            return self;
        if (!MayUse(vm, file, message))
            return vm.Unwind;
        if (file.Stream is not null && file.Mode == mode)
            return self;
        vm.Journal.SavePayload(self.Ref!);
        CloseStream(vm, file);
        file.Mode = mode;
        if (vm.Host.Files.Find(file.Path) is DirectoryInfo)
            return vm.Raise($"unable to open file path '{file.Path}': Is a directory", message);
        var stream = mode == "read"
            ? vm.Host.Files.Open(file.Path, FileMode.Open, FileAccess.Read, out var reason)
            : vm.Host.Files.Open(file.Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, out reason);
        if (stream is null)
            return vm.Raise(mode == "read" ? $"unable to open file path '{file.Path}': {reason}" : $"unable to create file '{file.Path}': {reason}", message);
        file.Stream = stream;
        return self;
    }

    /// <summary>Closes the stream, if any.</summary>
    public static void CloseStream(Vm vm, FilePayload file)
    {
        if (file.Stream is { } stream)
            vm.Host.Files.Close(stream);
        file.Stream = null;
        file.IsAtEnd = false;
    }

    public static Value Close(Vm vm, Value self, in Args args)
    {
        CloseStream(vm, Of(self));
        return self;
    }

    /// <summary>Opens the receiver's path in the place of another open file.</summary>
    public static Value Reopen(Vm vm, Value self, in Args args)
    {
        if (args.Get(vm, 0) is not { Ref.Payload: FilePayload other } target)
            return vm.Raise("Io Assertion 'arg must be a File'", args.Message);
        var file = Of(self);
        var mode = file.Mode;
        if (OpenAs(vm, self, mode, args.Message).Is(vm.Unwind.Ref!))
            return vm.Unwind;
        vm.Journal.SavePayload(target.Ref!);
        CloseStream(vm, other);
        (other.Stream, other.Mode, file.Stream) = (file.Stream, mode, null);
        return target;
    }

    /// <summary>Opens a new file that is in nobody's way.</summary>
    public static Value TemporaryFile(Vm vm, Value self, in Args args)
    {
        var file = new IoObject(Slots.CloneShapeOf(vm.World.Proto("File")), null, new FilePayload { Path = HostFiles.NewTemporaryPath() });
        return OpenAs(vm, file, "update", args.Message);
    }

    public static Value Flush(Vm vm, Value self, in Args args)
    {
        var file = Of(self);
        if (file.Stream is { CanWrite: true } stream && HostFiles.Attempt(stream.Flush) is { Length: > 0 } reason)
            return vm.Raise($"unable to write file '{file.Path}': {reason}", args.Message);
        if (file.Standard == StandardStream.Output)
            vm.Host.Output.Flush();
        else if (file.Standard == StandardStream.Error)
            vm.Host.Error.Flush();
        return self;
    }

    public static Value IsOpen(Vm vm, Value self, in Args args) => vm.Bool(Of(self).IsOpen);

    public static Value Mode(Vm vm, Value self, in Args args) =>
        Of(self).Standard is StandardStream.Output or StandardStream.Error ? vm.Nil : vm.Text(Of(self).Standard == StandardStream.Input ? "read" : Of(self).Mode);

    public static Value Descriptor(Vm vm, Value self, in Args args) => Of(self) switch
    {
        { Standard: not StandardStream.None and var standard } => (int)standard - 1,
        { Stream: { } stream } => (double)stream.SafeFileHandle.DangerousGetHandle(),
        _ => vm.Nil,
    };

    public static Value Popen(Vm vm, Value self, in Args args) => vm.Raise($"error executing file path '{Of(self).Path}'", args.Message);
}
