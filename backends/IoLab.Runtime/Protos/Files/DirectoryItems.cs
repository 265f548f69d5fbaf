using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Files;

/// <summary>What is in a directory. Entries come in order of name, so that programs repeat.</summary>
internal static class DirectoryItems
{
    /// <summary>The receiver's path.</summary>
    public static string PathOf(Value self) => ((DirectoryPayload)self.Ref!.Payload!).Path;

    /// <summary>A Directory of a path.</summary>
    public static Value Make(Vm vm, string path) =>
        new IoObject(Slots.CloneShapeOf(vm.World.Proto("Directory")), null, new DirectoryPayload(path));

    /// <summary>The entries; null without permission or directory, an exception is then being raised.</summary>
    private static List<FileSystemInfo>? Entries(Vm vm, string path, Message message)
    {
        if (!Permission.Check(vm, HostPermissions.Files, message))
            return null;
        if (vm.Host.Files.List(path) is { } entries)
            return entries;
        vm.Raise($"Unable to open directory {path}", message);
        return null;
    }

    private static Value Item(Vm vm, string directory, FileSystemInfo entry)
    {
        var path = Paths.Join(directory, entry.Name);
        return entry is DirectoryInfo ? Make(vm, path) : FileFacts.Make(vm, path);
    }

    /// <summary>A list of the entries that pass a test, made into values.</summary>
    private static Value Collect(Vm vm, Value self, in Args args, Func<FileSystemInfo, bool> test, bool asNames = false)
    {
        if (Entries(vm, PathOf(self), args.Message) is not { } entries)
            return vm.Unwind;
        var list = new ListPayload();
        foreach (var entry in entries)
        {
            if (test(entry))
                list.Add(asNames ? vm.Text(entry.Name) : Item(vm, PathOf(self), entry));
        }
        return vm.World.NewList(list);
    }

    public static Value Items(Vm vm, Value self, in Args args) => Collect(vm, self, args, _ => true);

    public static Value Files(Vm vm, Value self, in Args args) => Collect(vm, self, args, e => e is FileInfo);

    public static Value Directories(Vm vm, Value self, in Args args) => Collect(vm, self, args, e => e is DirectoryInfo);

    public static Value FileNames(Vm vm, Value self, in Args args) => Collect(vm, self, args, e => e is FileInfo, asNames: true);

    public static Value Folders(Vm vm, Value self, in Args args) =>
        Deprecated.Warn(vm, args.Message, "directories()") ? Directories(vm, self, args) : vm.Unwind;

    public static Value Size(Vm vm, Value self, in Args args) => Entries(vm, PathOf(self), args.Message) is { } entries ? entries.Count : vm.Unwind;

    private static string Suffix(Seq extension) => extension.ToText() is ['.', ..] text ? text : "." + extension.ToText();

    public static Value FilesWithExtension(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var extension, out var error))
            return error;
        var suffix = Suffix(extension);
        return Collect(vm, self, args, e => e is FileInfo && e.Name.EndsWith(suffix, StringComparison.Ordinal));
    }

    /// <summary>Files of these extensions here and in all directories below.</summary>
    public static Value RecursiveFilesOfTypes(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var types, out var error))
            return error;
        var suffixes = new List<string>();
        foreach (var type in types.Items)
        {
            if (vm.Resolve(type).PayloadAs<Seq>() is { } seq)
                suffixes.Add(Suffix(seq));
        }
        if (Entries(vm, PathOf(self), args.Message) is null)
            return vm.Unwind;
        var found = new ListPayload();
        var pending = new Stack<string>([PathOf(self)]);
        while (pending.TryPop(out var directory))
        {
            var entries = vm.Host.Files.List(directory) ?? [];
            foreach (var entry in entries)
            {
                if (entry is FileInfo && suffixes.Exists(s => entry.Name.EndsWith(s, StringComparison.Ordinal)))
                    found.Add(Item(vm, directory, entry));
            }
            for (var i = entries.Count - 1; i >= 0; i--)
            {
                if (entries[i] is DirectoryInfo { LinkTarget: null })
                    pending.Push(Paths.Join(directory, entries[i].Name));
            }
        }
        return vm.World.NewList(found);
    }

    public static Value At(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var name, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Files, args.Message))
            return vm.Unwind;
        var path = Paths.Join(PathOf(self), name.ToText());
        return vm.Host.Files.Find(path) switch
        {
            null => vm.Nil,
            DirectoryInfo => Make(vm, path),
            _ => FileFacts.Make(vm, path),
        };
    }

    // Operands: 0 the directory's items, 1 index among them, 2 List of directories still to visit.
    public static Request Walk(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
                return vm.RaiseRequest("missing argument", frame.Message);
            frame.Operands = [vm.World.NewList(new ListPayload()), 0, vm.World.NewList([frame.Self]), vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 3))
                return frame.Stopped == StopKind.Break ? frame.Done(vm.Nil) : Request.Unwind;
            frame.Operands[1] = frame.Operands[1].Num + 1;
        }
        var pending = (ListPayload)frame.Operands[2].Ref!.Payload!;
        while (true)
        {
            var items = (ListPayload)frame.Operands[0].Ref!.Payload!;
            if (frame.Operands[1].Num < items.Count)
            {
                if (frame.ArgCount > 1)
                    vm.Slots.Set(frame.Locals, frame.Message.Arguments[0].Name, items[(int)frame.Operands[1].Num]);
                return frame.EvalArg(frame.ArgCount > 1 ? 1 : 0, 1);
            }
            if (pending.Count == 0)
                return frame.Done(vm.Nil);
            if (!Enter(vm, frame, pending))
                return Request.Unwind;
        }
    }

    /// <summary>Takes the next directory's items and remembers its directories. Links are not followed.</summary>
    private static bool Enter(Vm vm, ControlFrame frame, ListPayload pending)
    {
        var path = PathOf(pending.RemoveAt(pending.Count - 1));
        if (Entries(vm, path, frame.Message) is not { } entries)
            return false;
        var items = new ListPayload();
        foreach (var entry in entries)
            items.Add(Item(vm, path, entry));
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i] is DirectoryInfo { LinkTarget: null })
                pending.Add(items[i]);
        }
        frame.Operands[0] = vm.World.NewList(items);
        frame.Operands[1] = 0;
        return true;
    }
}
