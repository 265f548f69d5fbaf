using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos.Number;

namespace IoLab.Runtime.Protos.SystemProto;

/// <summary>Ending the run, waiting, the environment, child processes.</summary>
internal static class SystemCalls
{
    /// <summary>Ends the run. What is not a number counts as 0; of a number, a process shows the low byte.</summary>
    public static Value Exit(Vm vm, Value self, in Args args)
    {
        var code = args.Get(vm, 0);
        vm.Host.ExitCode = code.IsNumber ? NumberBits.ToInt32(code.Num) & 0xFF : 0;
        return vm.Abort(RunEnd.Exit);
    }

    public static Value Sleep(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var seconds, out var error))
            return error;
        vm.Host.Clock.Sleep(seconds > 0 ? seconds : 0, vm.Host);
        return self;
    }

    public static Value GetEnvironmentVariable(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var name, out var error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Environment, args.Message))
            return vm.Unwind;
        return vm.Host.Environment.TryGetValue(name.ToText(), out var value) ? vm.Text(value) : vm.Nil;
    }

    /// <summary>Changes the guest's own environment; the process keeps its.</summary>
    public static Value SetEnvironmentVariable(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 1, out var value, out var error) || !args.TrySeq(vm, 0, out var name, out error))
            return error;
        if (!Permission.Check(vm, HostPermissions.Environment, args.Message))
            return vm.Unwind;
        vm.Host.Environment[name.ToText()] = value.ToText();
        return self;
    }

    public static Value ThisProcessPid(Vm vm, Value self, in Args args) =>
        Permission.Check(vm, HostPermissions.Processes, args.Message) ? Environment.ProcessId : vm.Unwind;

    public static Value Daemon(Vm vm, Value self, in Args args) => vm.Raise("daemon is not supported.", args.Message);

    public static Value SystemCommand(Vm vm, Value self, in Args args)
    {
        if (!TryRun(vm, args, out var outcome))
            return vm.Unwind;
        if (!Object.Printing.Emit(vm, outcome.Output))
            return vm.Unwind;
        vm.Host.Error.Write(outcome.Error);
        return outcome.ExitCode;
    }

    /// <summary>An object with exitStatus, succeeded, failed, stdout, stderr.</summary>
    public static Value RunCommand(Vm vm, Value self, in Args args)
    {
        double success = 0;
        if (args.Count > 1 && !args.TryNumber(vm, 1, out success, out var error))
            return error;
        if (!TryRun(vm, args, out var outcome))
            return vm.Unwind;
        var result = vm.Clone(vm.World.Object);
        Set("exitStatus", outcome.ExitCode);
        Set("succeeded", vm.Bool(outcome.ExitCode == success));
        Set("failed", vm.Bool(outcome.ExitCode != success));
        Set("stdout", vm.World.NewSequence(Seq.FromBytes(outcome.Output)));
        Set("stderr", vm.World.NewSequence(Seq.FromBytes(outcome.Error)));
        return result;

        void Set(string name, Value value) => vm.Slots.Set(result, vm.Symbols.Intern(name), value);
    }

    private static bool TryRun(Vm vm, in Args args, out ProcessOutcome outcome)
    {
        outcome = null!;
        if (!args.TrySeq(vm, 0, out var command, out _) || !Permission.Check(vm, HostPermissions.Processes, args.Message))
            return false;
        if (HostProcess.Run(vm.Host, command.ToText()) is { } ran)
        {
            outcome = ran;
            return true;
        }
        vm.Raise($"unable to run '{command.ToText()}'", args.Message);
        return false;
    }

    /// <summary>All names known so far.</summary>
    public static Value Symbols(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        foreach (var symbol in vm.Symbols.All.ToList())
        {
            if (symbol.Text is not ['`', ..])
                list.Add(vm.SymbolObject(symbol));
        }
        return vm.World.NewList(list);
    }

    /// <summary>Command-line words as a map: <c>--name=value</c> and <c>name</c>.</summary>
    public static Value GetOptions(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var words, out var error))
            return error;
        var map = new MapPayload();
        foreach (var word in words.Items)
        {
            if (vm.Resolve(word).PayloadAs<Seq>() is not { } seq)
                continue;
            var text = seq.ToText();
            if (text.StartsWith("--", StringComparison.Ordinal))
                text = text[2..];
            var at = text.IndexOf('=', StringComparison.Ordinal);
            map.Entries[vm.Symbols.Intern(at < 0 ? text : text[..at])] = vm.Text(at < 0 ? "" : text[(at + 1)..]);
        }
        return vm.World.NewMap(map);
    }

    public static Value Self(Vm vm, Value self, in Args args) => self;

    public static Value One(Vm vm, Value self, in Args args) => 1;

    public static Value Zero(Vm vm, Value self, in Args args) => 0;

    public static Value Platform(Vm vm, Value self, in Args args) =>
        vm.Text(OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Darwin" : OperatingSystem.IsLinux() ? "Linux" : "unknown");

    public static Value PlatformVersion(Vm vm, Value self, in Args args) => vm.Text(Environment.Version.ToString());

    public static Value ErrorNumber(Vm vm, Value self, in Args args) => vm.Text("Success");
}
