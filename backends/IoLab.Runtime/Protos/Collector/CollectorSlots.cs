using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Collector;

/// <summary>The slots of Collector (io-language.md 5.18). .NET collects; settings are remembered and mean nothing.</summary>
internal static unsafe class CollectorSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Collector")
        .Data("type", vm => vm.Text("Collector"), "The kind's name.")
        .Data("marksPerAlloc", _ => 2, "A setting without effect.")
        .Data("allocatedStep", _ => 1.1f, "A setting without effect.")
        .Data("allocsPerSweep", _ => 10000, "A setting without effect.")
        .Data("maxAllocatedBytes", _ => 0, "0.")
        .Data("timeUsed", _ => 0, "0.")
        .Eager("collect", "", &Collect, "Collects garbage; 0.")
        .Eager("setMarksPerAlloc", "n: Number", &SetMarksPerAlloc, "Changes a setting without effect.")
        .Eager("setAllocatedStep", "n: Number", &SetAllocatedStep, "Changes a setting without effect.")
        .Eager("setAllocsPerSweep", "n: Number", &SetAllocsPerSweep, "Changes a setting without effect.")
        .Eager("allObjects", "", &NoObjects, "An empty list.")
        .Eager("dirtyObjects", "", &NoObjects, "An empty list.")
        .Eager("objectWithUniqueId", "id: Number", &NoObject, "nil.")
        .Eager("check", "", &Nothing, "Nothing.")
        .Eager("checkMemory", "", &Nothing, "Nothing.")
        .Eager("checkObjectPointers", "", &Nothing, "Nothing.")
        .Eager("cleanAllObjects", "", &Nothing, "Nothing.")
        .Eager("resetMaxAllocatedBytes", "", &Nothing, "Nothing.")
        .Eager("setDebug", "boolean", &Nothing, "Nothing.")
        .Eager("setSafeModeOn", "boolean", &Nothing, "Nothing.")
        .Eager("showStats", "", &Nothing, "Nothing.");

    private static Value Collect(Vm vm, Value self, in Args args)
    {
        vm.Machine.ReleaseDeadValues();
        GC.Collect();
        return 0;
    }

    private static Value Nothing(Vm vm, Value self, in Args args) => self;

    private static Value NoObject(Vm vm, Value self, in Args args) => vm.Nil;

    private static Value NoObjects(Vm vm, Value self, in Args args) => vm.World.NewList(new ListPayload());

    private static Value SetMarksPerAlloc(Vm vm, Value self, in Args args) => Set(vm, self, args, "marksPerAlloc", n => n);

    private static Value SetAllocatedStep(Vm vm, Value self, in Args args) => Set(vm, self, args, "allocatedStep", n => (float)n);

    private static Value SetAllocsPerSweep(Vm vm, Value self, in Args args) => Set(vm, self, args, "allocsPerSweep", n => n);

    private static Value Set(Vm vm, Value self, in Args args, string slot, Func<double, double> convert)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        if (self.Ref is { } o)
            vm.Slots.Set(o, vm.Symbols.Intern(slot), convert(n));
        return self;
    }
}
