using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using static IoLab.Runtime.Protos.Files.FileAccessing;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Names of files, what the file system knows of them, and moving them about.</summary>
internal static class FileFacts
{
    public static Value SetPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var path, out var error))
            return error;
        vm.Journal.SavePayload(self.Ref!);
        Of(self).Path = path.ToText();
        return self;
    }

    public static Value GetPath(Vm vm, Value self, in Args args) => vm.Text(Of(self).Path);

    public static Value Name(Vm vm, Value self, in Args args) => vm.Text(Paths.LastComponent(Of(self).Path));

    public static Value BaseName(Vm vm, Value self, in Args args)
    {
        var name = Paths.LastComponent(Of(self).Path);
        return vm.Text(name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name);
    }

    public static Value ParentDirectory(Vm vm, Value self, in Args args) => DirectoryItems.Make(vm, Paths.Parent(Of(self).Path));

    public static Value ContainingDirectory(Vm vm, Value self, in Args args) =>
        Deprecated.Warn(vm, args.Message, "parentDirectory") ? ParentDirectory(vm, self, args) : vm.Unwind;

    /// <summary>What stands at the path; null without permission or file, an exception is then being raised.</summary>
    private static FileSystemInfo? Stat(Vm vm, Value self, Message message)
    {
        var file = Of(self);
        if (!Permission.Check(vm, HostPermissions.Files, message))
            return null;
        if (file.Stream is { CanWrite: true } stream)
            HostFiles.Attempt(stream.Flush);
        if (vm.Host.Files.Find(file.Path) is { } found)
            return found;
        vm.Raise($"unable to stat '{file.Path}': No such file or directory", message);
        return null;
    }

    public static Value Exists(Vm vm, Value self, in Args args) =>
        Permission.Check(vm, HostPermissions.Files, args.Message) ? vm.Bool(vm.Host.Files.Find(Of(self).Path) is not null) : vm.Unwind;

    public static Value Size(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? (found as FileInfo)?.Length ?? 4096 : vm.Unwind;

    public static Value CheckStat(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is not null ? self : vm.Unwind;

    public static Value IsDirectory(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? vm.Bool(found is DirectoryInfo) : vm.Unwind;

    public static Value IsRegularFile(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? vm.Bool(found is FileInfo) : vm.Unwind;

    /// <summary>Links are followed, so nothing is one; nor are pipes and sockets told apart.</summary>
    public static Value IsSpecial(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is not null ? vm.False : vm.Unwind;

    public static Value IsUserExecutable(Vm vm, Value self, in Args args) =>
        Stat(vm, self, args.Message) is { } found ? vm.Bool((HostFiles.Mode(found) & 0x40) != 0) : vm.Unwind;

    public static Value ProtectionMode(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? HostFiles.Mode(found) : vm.Unwind;

    public static Value OwnerId(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is not null ? 0 : vm.Unwind;

    public static Value LastAccessDate(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? Moment(vm, found.LastAccessTimeUtc) : vm.Unwind;

    public static Value LastChangeDate(Vm vm, Value self, in Args args) => Stat(vm, self, args.Message) is { } found ? Moment(vm, found.LastWriteTimeUtc) : vm.Unwind;

    private static Value Moment(Vm vm, DateTime time) => Date.DateMoments.Make(vm, (time - DateTime.UnixEpoch).TotalSeconds);

    /// <summary>Makes an empty file unless there is one.</summary>
    public static Value Create(Vm vm, Value self, in Args args)
    {
        var file = Of(self);
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        if (vm.Host.Files.Open(file.Path, FileMode.OpenOrCreate, FileAccess.Write, out var reason) is not { } stream)
            return vm.Raise($"unable to create file '{file.Path}': {reason}", args.Message);
        vm.Host.Files.Close(stream);
        return self;
    }

    public static Value Remove(Vm vm, Value self, in Args args)
    {
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        return vm.Host.Files.Find(Of(self).Path) is null || vm.Host.Files.Remove(Of(self).Path)
            ? self
            : vm.Raise($"error removing file '{Of(self).Path}'", args.Message);
    }

    public static Value MoveTo(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var target, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        return vm.Host.Files.Move(Of(self).Path, target.ToText())
            ? self
            : vm.Raise($"error moving file '{Of(self).Path}' to '{target.ToText()}'", args.Message);
    }

    public static Value CopyToPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var target, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        var reason = vm.Host.Files.Copy(Of(self).Path, target.ToText());
        return reason.Length == 0 ? self : vm.Raise($"unable to open file path '{Of(self).Path}': {reason}", args.Message);
    }

    /// <summary>A File of a standard stream.</summary>
    public static Value MakeStandard(Vm vm, StandardStream stream) => new IoObject(
        Slots.CloneShapeOf(vm.World.Proto("File")), null,
        new FilePayload { Standard = stream, Path = $"<standard {stream.ToString().ToLowerInvariant()}>" });

    public static Request ThisSourceFile(Vm vm, ControlFrame frame) => frame.Done(Make(vm, frame.Message.Label));

    /// <summary>A File of a path.</summary>
    public static Value Make(Vm vm, string path) => new IoObject(Slots.CloneShapeOf(vm.World.Proto("File")), null, new FilePayload { Path = path });
}
