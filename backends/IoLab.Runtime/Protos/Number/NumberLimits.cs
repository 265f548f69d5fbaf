using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Number;

/// <summary>The limits of the reference's C types, and the well-known constants.</summary>
internal static class NumberLimits
{
    public static Value FloatMax(Vm vm, Value self, in Args args) => float.MaxValue;

    public static Value FloatMin(Vm vm, Value self, in Args args) => 1.17549435082228750797e-38;

    public static Value IntMax(Vm vm, Value self, in Args args) => int.MaxValue;

    public static Value IntMin(Vm vm, Value self, in Args args) => int.MinValue;

    public static Value ShortMax(Vm vm, Value self, in Args args) => short.MaxValue;

    public static Value ShortMin(Vm vm, Value self, in Args args) => short.MinValue;

    public static Value UnsignedMax(Vm vm, Value self, in Args args) => uint.MaxValue;

    /// <summary>An object with the slots pi, e, inf and nan.</summary>
    public static Value MakeConstants(Vm vm)
    {
        var constants = vm.Clone(vm.World.Object);
        vm.Slots.Set(constants, vm.Symbols.Intern("pi"), Math.PI);
        vm.Slots.Set(constants, vm.Symbols.Intern("e"), Math.E);
        vm.Slots.Set(constants, vm.Symbols.Intern("inf"), double.PositiveInfinity);
        vm.Slots.Set(constants, vm.Symbols.Intern("nan"), double.NaN);
        return constants;
    }
}
