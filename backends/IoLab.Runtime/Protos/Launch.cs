using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>Tells a world how it was started: <c>System args</c>, <c>launchScript</c>, <c>launchPath</c>.</summary>
public static class Launch
{
    /// <summary>Fills the slots of System for one run.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="label">The script's path as given, or a label.</param>
    /// <param name="isFile">Is the label a path?</param>
    /// <param name="arguments"><c>System args</c>.</param>
    public static void Describe(Vm vm, string label, bool isFile, IReadOnlyList<string> arguments)
    {
        var system = vm.World.Proto("System");
        var list = new ListPayload();
        foreach (var argument in arguments)
            list.Add(vm.Text(argument));
        vm.Slots.Set(system, vm.Names.Args, vm.World.NewList(list));
        Point(vm, label, isFile);
    }

    /// <summary>Sets <c>launchScript</c> and <c>launchPath</c>, and lets the Importer search from there.</summary>
    public static void Point(Vm vm, string label, bool isFile)
    {
        var system = vm.World.Proto("System");
        vm.Slots.Set(system, vm.Names.LaunchScript, isFile ? vm.Text(label) : vm.Nil);
        var launchPath = isFile ? Path.GetDirectoryName(vm.Host.Absolute(label)) ?? "/" : vm.Host.WorkingDirectoryPath;
        vm.Slots.Set(system, vm.Names.LaunchPath, vm.Text(launchPath));
        Importer.Importing.SetPaths(vm, launchPath);
    }
}
