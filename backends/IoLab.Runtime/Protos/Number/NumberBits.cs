using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using static IoLab.Runtime.Protos.Number.NumberArithmetic;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Numbers as 32-bit signed integers (io-language.md 6.4).</summary>
internal static class NumberBits
{
    /// <summary>The integer part as 32 bits; what does not fit (and NaN) becomes the least integer.</summary>
    public static int ToInt32(double n) => n is > -2147483649.0 and < 2147483648.0 ? (int)n : int.MinValue;

    /// <summary>The integer part as 64 bits; what does not fit (and NaN) becomes the least integer.</summary>
    private static long ToInt64(double n) => Math.Abs(n) < 9223372036854775808.0 ? (long)n : long.MinValue;

    public static Value And(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        return vm.Mutants.Has(Mutant.BitsWrap) ? unchecked((int)(long)Of(self) & (int)(long)n) : ToInt32(Of(self)) & ToInt32(n);
    }

    public static Value Or(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? ToInt32(Of(self)) | ToInt32(n) : error;

    public static Value Xor(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? ToInt32(Of(self)) ^ ToInt32(n) : error;

    public static Value Complement(Vm vm, Value self, in Args args) => ~ToInt32(Of(self));

    public static Value ShiftLeft(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? ToInt32(Of(self)) << ToInt32(n) : error;

    public static Value ShiftRight(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? ToInt32(Of(self)) >> ToInt32(n) : error;

    public static Value At(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var index, out var error))
            return error;
        return index > -1 && index < 64
            ? (ToInt64(Of(self)) >> (int)index) & 1
            : vm.Raise("Io Assertion 'index out of bit bounds'", args.Message);
    }
}
