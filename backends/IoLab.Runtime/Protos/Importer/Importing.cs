using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos.Files;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Importer;

/// <summary>Finds a file for a capitalised name that nobody knows, runs it and answers the name again (io-language.md 5.17).</summary>
internal static class Importing
{
    private const string PathsSlot = "searchPaths";

    private static IoObject Proto(Vm vm) => vm.World.Proto("Importer");

    /// <summary>The initial paths of a run: as given, the launch directory, then IOIMPORT's.</summary>
    public static void SetPaths(Vm vm, string launchPath)
    {
        var paths = new ListPayload([vm.Text(""), vm.Text(launchPath)]);
        if (vm.Host.Environment.TryGetValue("IOIMPORT", out var more))
        {
            foreach (var path in more.Split(':', StringSplitOptions.RemoveEmptyEntries))
                paths.Add(vm.Text(path));
        }
        vm.Slots.Set(Proto(vm), vm.Symbols.Intern(PathsSlot), vm.World.NewList(paths));
    }

    private static IoObject? ListOf(Vm vm) =>
        vm.TryGetSlot(Proto(vm), vm.Symbols.Intern(PathsSlot), out var slot) && slot.Ref is { Payload: ListPayload } list ? list : null;

    public static Value Paths(Vm vm, Value self, in Args args) => ListOf(vm) is { } list ? list : vm.World.NewList(new ListPayload());

    /// <summary>Adds a path, made absolute, unless it is there.</summary>
    public static Value AddSearchPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var path, out var error))
            return error;
        if (ListOf(vm) is not { } list)
            return vm.Nil;
        var added = vm.Text(AbsoluteOrSame(vm, path.ToText()));
        var paths = (ListPayload)list.Payload!;
        foreach (var known in paths.Items)
        {
            if (Identity.AreEqual(vm, known, added))
                return list;
        }
        vm.Journal.SavePayload(list);
        paths.Add(added);
        return list;
    }

    public static Value RemoveSearchPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var path, out var error))
            return error;
        if (ListOf(vm) is not { } list)
            return vm.Nil;
        var removed = vm.Text(AbsoluteOrSame(vm, path.ToText()));
        var paths = (ListPayload)list.Payload!;
        vm.Journal.SavePayload(list);
        for (var i = paths.Count - 1; i >= 0; i--)
        {
            if (Identity.AreEqual(vm, paths[i], removed))
                paths.RemoveAt(i);
        }
        return list;
    }

    private static string AbsoluteOrSame(Vm vm, string path) => path.Length == 0 || path.Contains('\0') ? path : vm.Host.Absolute(path);

    /// <summary>The Lobby's forward. State 1: the file has run.</summary>
    public static Request Forward(Vm vm, ControlFrame frame)
    {
        var name = frame.Message.Name;
        if (frame.State == 0)
        {
            if (Find(vm, name, frame.Message) is not { } path)
                return NotFound(vm, frame);
            return Load(vm, frame, path);
        }
        return Slots.TryGetOwn(vm.World.Lobby, name, out _) ? frame.TailPerform(frame.Message, vm.World.Lobby, frame.Locals) : Missing(vm, frame, name);
    }

    private static Request Missing(Vm vm, ControlFrame frame, Symbol name) =>
        vm.RaiseRequest($"Importer slot '{name.Text}' missing after file load", frame.Message);

    /// <summary>Raises that nobody answers the message. The exception holds the failing call.</summary>
    private static Request NotFound(Vm vm, ControlFrame frame) => NotFound(vm, frame.Self, frame.Message.Name, CallOf(vm, frame));

    private static Request NotFound(Vm vm, Value target, Symbol name, Value call)
    {
        var exception = vm.Clone(vm.World.Exception);
        vm.Slots.Set(exception, vm.Names.Error, vm.Text($"{vm.TypeName(target)} does not respond to '{name.Text}'"));
        vm.Slots.Set(exception, vm.Names.OriginalCall, call);
        vm.Raise(exception);
        return Request.Unwind;
    }

    private static IoObject CallOf(Vm vm, ControlFrame frame)
    {
        var forward = vm.World.NewBlock(new BlockPayload([], null, null));
        var activation = new Activation { Block = forward, Self = frame.Self, Message = frame.Message, SlotContext = frame.SlotContext, Sender = frame.Locals };
        return new IoObject(Slots.CloneShapeOf(vm.World.Call), null, new CallPayload(activation));
    }

    /// <summary>Runs a file for the name that a Call's message has; the global of that name. States: 1 the call is evaluated, 2 the file has run.</summary>
    public static Request Import(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Call");
            case 1:
                if (frame.Value.PayloadAs<CallPayload>() is not { Activation: var activation })
                    return Evaluation.WrongArgument(vm, frame, 0, frame.Value, "Call");
                frame.Operands = [frame.Value];
                return Find(vm, activation.Message.Name, activation.Message) is { } path
                    ? Load(vm, frame, path, 2)
                    : NotFound(vm, activation.Target, activation.Message.Name, frame.Value);
            default:
                var name = ((CallPayload)frame.Operands[0].Ref!.Payload!).Activation.Message.Name;
                return Slots.TryGetOwn(vm.World.Lobby, name, out var imported) ? frame.Done(imported) : Missing(vm, frame, name);
        }
    }

    private static Request Load(Vm vm, ControlFrame frame, string path, int state = 1) =>
        Loading.TryCompile(vm, path, frame.Message, out var chain)
            ? frame.Eval(chain, vm.World.Lobby, vm.World.Lobby, state)
            : Request.Unwind;

    /// <summary>The file for a capitalised name, or null; a file does not import itself.</summary>
    private static string? Find(Vm vm, Symbol name, Message message)
    {
        if (name.Text is not [>= 'A' and <= 'Z', ..] || name.Text.Contains('/') || (vm.Host.Permissions & HostPermissions.Files) == 0)
            return null;
        if (ListOf(vm)?.Payload is not ListPayload paths)
            return null;
        foreach (var path in paths.Items)
        {
            if (vm.Resolve(path).PayloadAs<Seq>() is not { } directory)
                continue;
            var candidate = Files.Paths.Join(directory.ToText(), name.Text + ".io");
            if (vm.Host.Files.Find(candidate) is FileInfo found && found.FullName != AbsoluteOrSame(vm, message.Label))
                return candidate;
        }
        return null;
    }
}
