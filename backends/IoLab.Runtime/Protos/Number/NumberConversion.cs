using System.Globalization;
using System.Numerics;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using static IoLab.Runtime.Protos.Number.NumberArithmetic;

namespace IoLab.Runtime.Protos.Number;

/// <summary>Numbers as text, in any base, and as bytes.</summary>
internal static class NumberConversion
{
    public static Value AsNumber(Vm vm, Value self, in Args args) => self;

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return vm.World.NewSequence(NumberText.ToSeq(Of(self)).CopyAs(true));
        double decimals = 6;
        if (!args.TryNumber(vm, 0, out var width, out var error) || (args.Count > 1 && !args.TryNumber(vm, 1, out decimals, out error)))
            return error;
        width = Magnitude(width);
        decimals = Magnitude(decimals);
        if (!(width + decimals < int.MaxValue / 4) || !vm.Host.MayAllocate(2 * (long)(width + decimals)))
            return vm.Abort(Host.RunEnd.MemoryLimit, $"a text of {NumberText.Format(Math.Max(width, decimals))} characters is over the memory limit");
        return vm.World.NewSequence(vm.Text(NumberText.Format(Of(self), (int)width, (int)decimals)).PayloadAs<Seq>()!.CopyAs(true));
    }

    /// <summary>How many characters a number asks for; what is no number asks for none.</summary>
    private static double Magnitude(double number) => double.IsNaN(number) ? 0 : Math.Truncate(Math.Abs(number));

    public static Value AsJson(Vm vm, Value self, in Args args) => vm.World.NewSequence(NumberText.ToSeq(Of(self)).CopyAs(true));

    public static Value ToBase(Vm vm, Value self, in Args args) => TryBase(vm, args, out var b, out var error) ? vm.Text(Digits(Of(self), b, 1)) : error;

    public static Value ToBaseWholeBytes(Vm vm, Value self, in Args args) =>
        TryBase(vm, args, out var b, out var error) ? vm.Text(Digits(Of(self), b, DigitsPerByte(b))) : error;

    public static Value AsHex(Vm vm, Value self, in Args args) => vm.Text(Digits(Of(self), 16, 2));

    public static Value AsOctal(Vm vm, Value self, in Args args) => vm.Text(Digits(Of(self), 8, 3));

    public static Value AsBinary(Vm vm, Value self, in Args args) => vm.Text(Digits(Of(self), 2, 8));

    private static bool TryBase(Vm vm, in Args args, out int b, out Value error)
    {
        b = 0;
        if (!args.TryNumber(vm, 0, out var n, out error))
            return false;
        if (n is >= 2 and < 37)
        {
            b = (int)n;
            return true;
        }
        error = vm.Raise($"conversion to base {NumberText.Format(Math.Truncate(n))} not supported", args.Message);
        return false;
    }

    private static int DigitsPerByte(int b)
    {
        var digits = 1;
        for (var reach = b; reach < 256; reach *= b)
            digits++;
        return digits;
    }

    /// <summary>The digits of the integer part, zeros in front up to a multiple of <paramref name="group"/> digits; "0" for what is not finite.</summary>
    private static string Digits(double n, int b, int group)
    {
        var digits = new Stack<char>();
        var rest = double.IsFinite(n) ? BigInteger.Abs(new BigInteger(n)) : 0;
        do
        {
            rest = BigInteger.DivRem(rest, b, out var digit);
            digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)digit]);
        }
        while (!rest.IsZero);
        while (digits.Count % group != 0)
            digits.Push('0');
        if (n <= -1 && double.IsFinite(n))
            digits.Push('-');
        return string.Concat(digits);
    }

    public static Value AsBuffer(Vm vm, Value self, in Args args)
    {
        var bytes = new byte[8];
        BitConverter.TryWriteBytes(bytes, Of(self));
        return Buffer(vm, bytes);
    }

    public static Value AsUint32Buffer(Vm vm, Value self, in Args args)
    {
        var bytes = new byte[4];
        BitConverter.TryWriteBytes(bytes, (uint)(long)Of(self));
        return Buffer(vm, bytes);
    }

    private static Value Buffer(Vm vm, byte[] bytes) => vm.World.NewSequence(new Seq(bytes, bytes.Length, ItemType.UInt8, SeqEncoding.Ascii, true));
}
