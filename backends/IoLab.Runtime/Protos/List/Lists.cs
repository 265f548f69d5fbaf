using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos.List;

/// <summary>What the primitives of List share.</summary>
internal static class Lists
{
    /// <summary>The items of a receiver, which may have become something else meanwhile.</summary>
    public static ListPayload Of(Vm vm, Value self) => vm.Resolve(self).Ref?.Payload as ListPayload ?? new ListPayload();

    /// <summary>The items of a receiver about to be changed.</summary>
    public static ListPayload ToChange(Vm vm, Value self)
    {
        vm.Journal.SavePayload(vm.Resolve(self).Ref!);
        return Of(vm, self);
    }

    /// <summary>A list of the receiver's own kind.</summary>
    public static Value Like(Vm vm, Value self, ListPayload items) => new IoObject(Slots.CloneShapeOf(vm.Resolve(self).Ref!), null, items);

    /// <summary>May a list grow to that many items? If not the run is being aborted.</summary>
    public static bool MayHold(Vm vm, long count)
    {
        if (count * 16 <= Array.MaxLength * 8L && vm.Host.MayAllocate(count * 16))
            return true;
        vm.Abort(RunEnd.MemoryLimit, $"a list of {count} items is over the memory limit");
        return false;
    }

    /// <summary>A number as an index: truncated, clamped to what an int holds.</summary>
    public static int Index(double number) => double.IsNaN(number) ? 0 : (int)Math.Clamp(number, int.MinValue, int.MaxValue);

    /// <summary>The error of an index that is not there.</summary>
    public static Value OutOfBounds(Vm vm, in Args args) => vm.Raise("index out of bounds\n", args.Message);

    /// <summary>The error of a missing argument.</summary>
    public static Value NeedsArgument(Vm vm, in Args args) => vm.Raise("Io Assertion 'requires at least one argument'", args.Message);
}
