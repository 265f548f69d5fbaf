using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using static IoLab.Runtime.Protos.Number.NumberArithmetic;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Transcendental functions (radians) and combinatorics.</summary>
internal static class NumberFunctions
{
    public static Value Sqrt(Vm vm, Value self, in Args args) => Math.Sqrt(Of(self));

    public static Value Sin(Vm vm, Value self, in Args args) => Math.Sin(Of(self));

    public static Value Cos(Vm vm, Value self, in Args args) => Math.Cos(Of(self));

    public static Value Tan(Vm vm, Value self, in Args args) => Math.Tan(Of(self));

    public static Value Asin(Vm vm, Value self, in Args args) => Math.Asin(Of(self));

    public static Value Acos(Vm vm, Value self, in Args args) => Math.Acos(Of(self));

    public static Value Atan(Vm vm, Value self, in Args args) => Math.Atan(Of(self));

    public static Value Atan2(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var x, out var error) ? Math.Atan2(Of(self), x) : error;

    public static Value Exp(Vm vm, Value self, in Args args) => Math.Exp(Of(self));

    public static Value Log(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return Math.Log(Of(self));
        return args.TryNumber(vm, 0, out var b, out var error) ? Math.Log(Of(self)) / Math.Log(b) : error;
    }

    public static Value Log2(Vm vm, Value self, in Args args) => Math.Log2(Of(self));

    public static Value Log10(Vm vm, Value self, in Args args) => Math.Log10(Of(self));

    /// <summary>The factorial of the integer part; infinite for negative numbers. Ends as soon as the product overflows.</summary>
    public static Value Factorial(Vm vm, Value self, in Args args)
    {
        var n = Math.Truncate(Of(self));
        return n < 0 ? double.PositiveInfinity : double.IsNaN(n) ? n : FallingProduct(n, n);
    }

    /// <summary>n (n-1) (n-2) ..., <paramref name="count"/> factors.</summary>
    private static double FallingProduct(double n, double count)
    {
        double product = 1;
        for (double i = 0; i < count && !double.IsInfinity(product); i++)
            product *= n - i;
        return product;
    }

    public static Value Permutations(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var r, out var error))
            return error;
        var n = Math.Truncate(Of(self));
        r = Math.Truncate(r);
        return r >= 0 && r <= n ? FallingProduct(n, r) : 0;
    }

    /// <summary>Each partial product is itself a binomial coefficient, so it stays an integer; it at least doubles, so the loop is short.</summary>
    public static Value Combinations(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var r, out var error))
            return error;
        var n = Math.Truncate(Of(self));
        r = Math.Truncate(r);
        if (!(r >= 0 && r <= n))
            return 0;
        r = Math.Min(r, n - r);
        double product = 1;
        for (double i = 1; i <= r && !double.IsInfinity(product); i++)
            product = product * (n - r + i) / i;
        return product;
    }
}
