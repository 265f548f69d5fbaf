using System.Numerics;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Bits, bytes, hexadecimal and number bases.</summary>
internal static class SequenceBases
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The digits of a non-negative integer in a base from 2 to 36.</summary>
    public static string Format(ulong value, int numberBase)
    {
        Span<char> digits = stackalloc char[64];
        var at = digits.Length;
        do
        {
            digits[--at] = Digits[(int)(value % (ulong)numberBase)];
            value /= (ulong)numberBase;
        }
        while (value > 0);
        return new string(digits[at..]);
    }

    private static bool TryBase(Vm vm, in Args args, string direction, out int numberBase, out Value error)
    {
        numberBase = 0;
        if (!Seqs.TryWhole(vm, in args, 0, out var whole, out error))
            return false;
        if (whole is >= 2 and <= 36)
        {
            numberBase = (int)whole;
            return true;
        }
        error = vm.Raise($"conversion {direction} base {whole} not supported", args.Message);
        return false;
    }

    /// <summary>Reads the digits of a base; white space and a sign may come first.</summary>
    public static Value FromBase(Vm vm, Value self, in Args args)
    {
        if (!TryBase(vm, in args, "from", out var numberBase, out var error))
            return error;
        var text = Seqs.Of(self).ToText().Trim().ToLowerInvariant();
        var isNegative = text.StartsWith('-');
        var digits = text.AsSpan(isNegative ? 1 : 0);
        if (numberBase == 16 && digits.StartsWith("0x", StringComparison.Ordinal))
            digits = digits[2..];
        double value = 0;
        var isRead = digits.Length > 0;
        foreach (var c in digits)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            isRead &= digit >= 0 && digit < numberBase;
            value = value * numberBase + digit;
        }
        if (!isRead)
            return vm.Raise($"conversion from base {numberBase} not supported", args.Message);
        return isNegative ? -value : value;
    }

    /// <summary>The number the text begins with, in another base; without a number, 0.</summary>
    public static Value ToBase(Vm vm, Value self, in Args args)
    {
        if (!TryBase(vm, in args, "to", out var numberBase, out var error))
            return error;
        var seq = Seqs.Of(self);
        var value = NumberParser.Parse(seq.ItemType == ItemType.UInt8 ? seq.Bytes : seq.ToUtf8());
        var text = value is >= 0 and < 18446744073709551616.0 ? Format((ulong)value, numberBase)
            : value is < 0 and > -18446744073709551616.0 ? "-" + Format((ulong)-value, numberBase) : "0";
        return Seqs.MutableText(vm, text);
    }

    public static Value AsHex(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (!Seqs.MayHold(vm, seq.Bytes.Length * 2L, 1))
            return vm.Unwind;
        if (seq.ItemSize == 1)
            return Seqs.MutableText(vm, Convert.ToHexStringLower(seq.Bytes));
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < seq.Count; i++)
        {
            var item = Seqs.Whole(seq.At(i));
            var digits = item < 0 ? "0" : Format((ulong)item, 16);
            text.Append(digits.PadLeft(digits.Length + digits.Length % 2, '0'));
        }
        return Seqs.MutableText(vm, text.ToString());
    }

    public static Value BitAt(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryWhole(vm, in args, 0, out var index, out var error))
            return error;
        var bytes = Seqs.Of(self).Bytes;
        return index >= 0 && index < bytes.Length * 8L ? (bytes[(int)(index / 8)] >> (int)(index % 8)) & 1 : 0;
    }

    public static Value ByteAt(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryWhole(vm, in args, 0, out var index, out var error))
            return error;
        var bytes = Seqs.Of(self).Bytes;
        return index >= 0 && index < bytes.Length ? bytes[(int)index] : 0;
    }

    public static Value BitCount(Vm vm, Value self, in Args args)
    {
        long count = 0;
        foreach (var b in Seqs.Of(self).Bytes)
            count += BitOperations.PopCount(b);
        return count;
    }
}
