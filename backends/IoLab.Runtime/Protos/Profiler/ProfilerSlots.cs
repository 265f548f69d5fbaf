using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Profiler;

/// <summary>The slots of Profiler: it measures nothing (io-language.md 5.18); the laboratory's benchmarks do.</summary>
internal static unsafe class ProfilerSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Profiler")
        .Data("type", vm => vm.Text("Profiler"), "The kind's name.")
        .Eager("start", "", &Object.Identity.Self, "Nothing.")
        .Eager("stop", "", &Object.Identity.Self, "Nothing.")
        .Eager("reset", "", &Object.Identity.Self, "Nothing.")
        .Eager("timedObjects", "", &TimedObjects, "An empty list.")
        .Eager("show", "", &Show, "Writes that there is nothing to show.")
        .Control("profile", "expression", &Profile, "Evaluates, then shows.");

    private static Value TimedObjects(Vm vm, Value self, in Args args) => vm.World.NewList(new ListPayload());

    private static bool TryShow(Vm vm) => Object.Printing.Emit(vm, "\nProfile:\n  sample size to small\n\n"u8);

    private static Value Show(Vm vm, Value self, in Args args) => TryShow(vm) ? vm.Nil : vm.Unwind;

    private static Request Profile(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        return TryShow(vm) ? frame.Done(vm.Nil) : Request.Unwind;
    }
}
