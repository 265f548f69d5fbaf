using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Arithmetic, rounding and ranges of Number.</summary>
internal static class NumberArithmetic
{
    /// <summary>The receiver as a number; the Number proto is 0.</summary>
    public static double Of(Value self) => self.Ref is null ? self.Num : ((NumberPayload)self.Ref.Payload!).Value;

    public static Value Add(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) + n : error;

    public static Value Subtract(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) - n : error;

    public static Value Multiply(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) * n : error;

    public static Value Divide(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) / n : error;

    public static Value Remainder(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) % n : error;

    public static Value Power(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Math.Pow(Of(self), n) : error;

    public static Value Abs(Vm vm, Value self, in Args args) => Math.Abs(Of(self));

    public static Value Negate(Vm vm, Value self, in Args args) => -Of(self);

    public static Value Squared(Vm vm, Value self, in Args args) => Of(self) * Of(self);

    public static Value Cubed(Vm vm, Value self, in Args args) => Of(self) * Of(self) * Of(self);

    public static Value Ceil(Vm vm, Value self, in Args args) => Math.Ceiling(Of(self));

    public static Value Floor(Vm vm, Value self, in Args args) => Math.Floor(Of(self));

    /// <summary>Half away from zero; the sum is itself rounded, as in the reference.</summary>
    public static Value Round(Vm vm, Value self, in Args args)
    {
        var n = Of(self);
        if (vm.Mutants.Has(Mutant.RoundHalfToEven))
            return Math.Round(n, MidpointRounding.ToEven);
        return n < 0 ? Math.Ceiling(n - 0.5) : Math.Floor(n + 0.5);
    }

    public static Value RoundDown(Vm vm, Value self, in Args args) => Math.Floor(Of(self) + 0.5);

    public static Value Min(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        return Of(self) < n ? Of(self) : n;
    }

    public static Value Max(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        return Of(self) > n ? Of(self) : n;
    }

    /// <summary>The bounds may come in either order.</summary>
    public static Value Between(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var low, out var error) && args.TryNumber(vm, 1, out var high, out error)
        ? vm.Bool((Of(self) >= low && Of(self) <= high) || (Of(self) <= low && Of(self) >= high))
        : error;

    /// <summary>The receiver pushed into a range; an upper bound below the lower one wins.</summary>
    public static Value Clip(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var low, out var error) || !args.TryNumber(vm, 1, out var high, out error))
            return error;
        var n = Of(self);
        if (n < low)
            n = low;
        return n > high ? high : n;
    }

    public static Value IsEven(Vm vm, Value self, in Args args) => vm.Bool((NumberBits.ToInt32(Of(self)) & 1) == 0);

    public static Value IsOdd(Vm vm, Value self, in Args args) => vm.Bool((NumberBits.ToInt32(Of(self)) & 1) != 0);

    public static Value IsNan(Vm vm, Value self, in Args args) => vm.Bool(double.IsNaN(Of(self)));

    public static Value Toggle(Vm vm, Value self, in Args args) => Of(self) == 0 ? 1 : 0;
}
