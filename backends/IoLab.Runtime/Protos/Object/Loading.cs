using System.Text;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Running files (io-language.md 3.10).</summary>
internal static class Loading
{
    /// <summary>Reads and compiles a file. False when an exception is being raised.</summary>
    public static bool TryCompile(Vm vm, string path, Message at, out Message? chain)
    {
        chain = null;
        if (!Permission.Check(vm, HostPermissions.Files, at))
            return false;
        if (vm.Host.Files.ReadAll(path) is { } bytes)
            return Source.TryParse(vm, Encoding.UTF8.GetString(bytes), path, at, out chain);
        vm.Raise($"unable to read file '{path}'", at);
        return false;
    }

    // State 1: the path is evaluated; 2: also the list of arguments, which the file does not see; 3: the file has run.
    public static Request DoFile(Vm vm, ControlFrame frame) => Run(vm, frame, path => path);

    /// <summary>A path is relative to the file of the calling message.</summary>
    public static Request DoRelativeFile(Vm vm, ControlFrame frame) => Run(vm, frame, path => Files.Paths.Join(Files.Paths.Parent(frame.Message.Label), path));

    private static Request Run(Vm vm, ControlFrame frame, Func<string, string> locate)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.Nil];
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Sequence");
            case 1:
                if (frame.Value.PayloadAs<Seq>() is null)
                    return Evaluation.WrongArgument(vm, frame, 0, frame.Value, "Sequence");
                frame.Operands[0] = frame.Value;
                if (frame.ArgCount > 1)
                    return frame.EvalArg(1, 2);
                break;
            case 3:
                return frame.Done(frame.Value);
        }
        return TryCompile(vm, locate(frame.Operands[0].PayloadAs<Seq>()!.ToText()), frame.Message, out var chain)
            ? frame.Eval(chain, frame.Self, Evaluation.AsLocals(vm, frame.Self), 3)
            : Request.Unwind;
    }

    /// <summary>Runs a file as if the program had been started with it: System's launch slots tell of it.</summary>
    public static Request LaunchFile(Vm vm, ControlFrame frame)
    {
        if (frame.State is 1 or 2 && frame.ArgCount == frame.State && LaunchPath(vm, frame) is { } path)
        {
            var arguments = frame.State == 2 && frame.Value.PayloadAs<ListPayload>() is { } list
                ? new ListPayload(list.Items)
                : new ListPayload([vm.Text(path)]);
            Launch.Point(vm, path, isFile: true);
            vm.Slots.Set(vm.World.Proto("System"), vm.Names.Args, vm.World.NewList(arguments));
        }
        return Run(vm, frame, p => p);
    }

    private static string? LaunchPath(Vm vm, ControlFrame frame) =>
        (frame.State == 1 ? frame.Value : frame.Operands[0]).PayloadAs<Seq>()?.ToText();

    public static Request IsLaunchScript(Vm vm, ControlFrame frame)
    {
        var script = vm.TryGetSlot(vm.World.Proto("System"), vm.Names.LaunchScript, out var slot) ? slot.PayloadAs<Seq>()?.ToText() : null;
        return frame.Done(vm.Bool(script == frame.Message.Label));
    }
}
