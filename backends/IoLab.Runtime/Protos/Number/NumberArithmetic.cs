using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Arithmetic of Number.</summary>
internal static class NumberArithmetic
{
    /// <summary>The receiver as a number; the Number proto is 0.</summary>
    public static double Of(Value self) => self.Ref is null ? self.Num : ((NumberPayload)self.Ref.Payload!).Value;

    public static Value Add(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) + n : error;

    public static Value Subtract(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) - n : error;

    public static Value Multiply(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) * n : error;

    public static Value Divide(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) / n : error;

    public static Value Remainder(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? Of(self) % n : error;

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return vm.Text(NumberText.Format(Of(self)));
        double decimals = 6;
        if (!args.TryNumber(vm, 0, out var width, out var error) || (args.Count > 1 && !args.TryNumber(vm, 1, out decimals, out error)))
            return error;
        return vm.Text(NumberText.Format(Of(self), (int)Math.Min(Math.Abs(width), 100_000), (int)Math.Min(Math.Abs(decimals), 1_000)));
    }
}
