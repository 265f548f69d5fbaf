using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using static IoLab.Runtime.Protos.Files.DirectoryItems;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Names of directories, making and removing them, and the working directory.</summary>
internal static class DirectoryFacts
{
    public static Value SetPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var path, out var error))
            return error;
        vm.Journal.SavePayload(self.Ref!);
        ((DirectoryPayload)self.Ref!.Payload!).Path = path.ToText();
        return self;
    }

    public static Value GetPath(Vm vm, Value self, in Args args) => vm.Text(PathOf(self));

    public static Value Name(Vm vm, Value self, in Args args) => vm.Text(Paths.LastComponent(PathOf(self)));

    /// <summary>The directory around a path; null for the root and for ".".</summary>
    private static string? ParentOf(string path)
    {
        if (path is "." or "/" or "")
            return null;
        var parent = Paths.Parent(path);
        return parent.Length == 0 ? "." : parent;
    }

    public static Value ParentDirectory(Vm vm, Value self, in Args args) => ParentOf(PathOf(self)) is { } parent ? Make(vm, parent) : vm.Nil;

    public static Value AncestorDirectories(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        for (var parent = ParentOf(PathOf(self)); parent is not null; parent = ParentOf(parent))
            list.Insert(0, Make(vm, parent));
        return vm.World.NewList(list);
    }

    public static Value AccessibleAncestors(Vm vm, Value self, in Args args)
    {
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        var list = new ListPayload();
        for (var parent = ParentOf(PathOf(self)); parent is not null; parent = ParentOf(parent))
        {
            if (vm.Host.Files.List(parent) is not null)
                list.Insert(0, Make(vm, parent));
        }
        return vm.World.NewList(list);
    }

    public static Value Parents(Vm vm, Value self, in Args args) =>
        Deprecated.Warn(vm, args.Message, "ancestorDirectories") ? AncestorDirectories(vm, self, args) : vm.Unwind;

    public static Value AccessibleParents(Vm vm, Value self, in Args args) =>
        Deprecated.Warn(vm, args.Message, "accessibleAncestors") ? AccessibleAncestors(vm, self, args) : vm.Unwind;

    public static Value Exists(Vm vm, Value self, in Args args) =>
        Permission.Check(vm, HostPermissions.Files, args.Message) ? vm.Bool(vm.Host.Files.Find(PathOf(self)) is DirectoryInfo) : vm.Unwind;

    public static Value IsAccessible(Vm vm, Value self, in Args args) =>
        Permission.Check(vm, HostPermissions.Files, args.Message) ? vm.Bool(vm.Host.Files.List(PathOf(self)) is not null) : vm.Unwind;

    /// <summary>Makes the directory in one that exists; nil when that fails.</summary>
    public static Value Create(Vm vm, Value self, in Args args)
    {
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        return vm.Host.Files.CreateDirectory(PathOf(self), isDeep: false) ? self : vm.Nil;
    }

    /// <summary>Makes the directory and those around it.</summary>
    public static Value CreateIfAbsent(Vm vm, Value self, in Args args)
    {
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        vm.Host.Files.CreateDirectory(PathOf(self), isDeep: true);
        return self;
    }

    public static Value CreateSubdirectory(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var name, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        var path = Paths.Join(PathOf(self), name.ToText());
        if (vm.Host.Files.Find(path) is FileInfo)
            return vm.Raise($"Attempt to create directory {name.ToText()} on top of existing file", args.Message);
        return vm.Host.Files.CreateDirectory(path, isDeep: false) ? Make(vm, path) : vm.Nil;
    }

    public static Value FileNamed(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var name, out var error) ? FileFacts.Make(vm, Paths.Join(PathOf(self), name.ToText())) : error;

    public static Value DirectoryNamed(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var name, out var error) ? Make(vm, Paths.Join(PathOf(self), name.ToText())) : error;

    public static Value FolderNamed(Vm vm, Value self, in Args args) =>
        Deprecated.Warn(vm, args.Message, "directoryNamed(name)") ? DirectoryNamed(vm, self, args) : vm.Unwind;

    public static Value FolderNamedCreateIfAbsent(Vm vm, Value self, in Args args)
    {
        if (!Deprecated.Warn(vm, args.Message, "directoryNamed(name) create"))
            return vm.Unwind;
        var directory = DirectoryNamed(vm, self, args);
        return directory.PayloadAs<DirectoryPayload>() is null ? directory : CreateIfAbsent(vm, directory, args);
    }

    public static Value CreateFileNamed(Vm vm, Value self, in Args args)
    {
        if (!Deprecated.Warn(vm, args.Message, "fileNamed(name) create"))
            return vm.Unwind;
        var file = FileNamed(vm, self, args);
        return file.PayloadAs<FilePayload>() is null ? file : FileFacts.Create(vm, file, args);
    }

    /// <summary>Removes the directory and all that is in it.</summary>
    public static Value Remove(Vm vm, Value self, in Args args)
    {
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        if (vm.Host.Files.Find(PathOf(self)) is not DirectoryInfo)
            return vm.Raise($"Unable to open directory {PathOf(self)}", args.Message);
        return vm.Host.Files.RemoveDirectory(PathOf(self)) ? self : vm.Raise($"error removing directory '{PathOf(self)}'", args.Message);
    }

    /// <summary>Renames the directory; the receiver follows.</summary>
    public static Value MoveTo(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var target, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        return vm.Host.Files.Move(PathOf(self), target.ToText())
            ? SetPath(vm, self, args)
            : vm.Raise($"error moving file '{PathOf(self)}' to '{target.ToText()}'", args.Message);
    }

    public static Value CurrentWorkingDirectory(Vm vm, Value self, in Args args) => vm.Text(vm.Host.WorkingDirectoryPath);

    /// <summary>Moves the guest's working directory until the session is reset; the process stays where it is.</summary>
    public static Value SetCurrentWorkingDirectory(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var path, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        var old = vm.Host.WorkingDirectoryPath;
        if (!vm.Host.Files.ChangeDirectory(path.ToText()))
            return vm.False;
        vm.Journal.OnReset(() => vm.Host.WorkingDirectoryPath = old);
        return vm.True;
    }
}
