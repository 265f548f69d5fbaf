using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>
/// pack and unpack. A format is a row of letters, each with a count before it if need be: c C one character, b B a byte, h H two bytes, i I
/// and l L four, f F float and double, s a string of count bytes. A leading * puts the big end first. Other characters are skipped.
/// </summary>
internal static class SequencePacking
{
    private const string Letters = "cCbBhHiIlLfFs";

    private static ItemType TypeOf(char letter) => letter switch
    {
        'c' or 'b' => ItemType.Int8,
        'h' => ItemType.Int16,
        'H' => ItemType.UInt16,
        'i' or 'l' => ItemType.Int32,
        'I' or 'L' => ItemType.UInt32,
        'f' => ItemType.Float32,
        'F' => ItemType.Float64,
        _ => ItemType.UInt8,
    };

    /// <summary>The next letter of a format with its count, 0 when none was written; false at the end.</summary>
    private static bool Next(string format, ref int at, out char letter, out long count)
    {
        count = 0;
        letter = '\0';
        for (; at < format.Length; at++)
        {
            letter = format[at];
            if (char.IsAsciiDigit(letter))
            {
                count = Math.Min(count * 10 + letter - '0', int.MaxValue);
                continue;
            }
            if (Letters.Contains(letter, StringComparison.Ordinal))
            {
                at++;
                return true;
            }
            count = 0;
        }
        return false;
    }

    public static Value Pack(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var formatSeq, out var error))
            return error;
        var format = formatSeq.ToText();
        var isBigEndian = format.StartsWith('*');
        var result = new Seq([], 0, ItemType.UInt8, SeqEncoding.Number, true);
        var argument = 1;
        for (var at = 0; Next(format, ref at, out var letter, out var count);)
        {
            var repeats = letter == 's' ? 1 : Math.Max(1, count);
            for (long i = 0; i < repeats; i++, argument++)
            {
                if (argument >= args.Count && letter is 'c' or 'C' or 's')
                    return vm.World.NewSequence(result);
                byte[]? bytes;
                if (letter is 'c' or 'C' or 's')
                {
                    if (!args.TrySeq(vm, argument, out var text, out error))
                        return error;
                    if (!Seqs.MayHold(vm, result.Count + Math.Max(1, count), 1))
                        return vm.Unwind;
                    bytes = new byte[letter == 's' ? Math.Max(1, count) : 1];
                    text.Bytes[..Math.Min(text.Bytes.Length, bytes.Length)].CopyTo(bytes);
                }
                else
                {
                    if (!args.TryNumber(vm, argument, out var number, out error))
                        return error;
                    bytes = SequenceBinary.Bytes(number, TypeOf(letter));
                    if (isBigEndian)
                        Array.Reverse(bytes);
                }
                result.Splice(result.Count, 0, bytes);
            }
        }
        return vm.World.NewSequence(result);
    }

    public static Value Unpack(Vm vm, Value self, in Args args)
    {
        long start = 0;
        if (args.Count > 1 && !Seqs.TryIndex(vm, in args, 0, out start, out var error))
            return error;
        if (!args.TrySeq(vm, args.Count > 1 ? 1 : 0, out var formatSeq, out error))
            return error;
        var format = formatSeq.ToText();
        var isBigEndian = format.StartsWith('*');
        var all = Seqs.Of(self).Bytes;
        var bytes = all[(int)Math.Min(start, all.Length)..];
        var list = new ListPayload();
        for (var at = 0; Next(format, ref at, out var letter, out var count);)
        {
            if (letter == 's')
            {
                list.Add(TakeText(vm, ref bytes, count));
                continue;
            }
            if (!vm.Host.MayAllocate(count * 16))
                return vm.Abort(Host.RunEnd.MemoryLimit, $"a list of {count} items is over the memory limit");
            for (long i = 0; i < Math.Max(1, count); i++)
                list.Add(TakeNumber(ref bytes, TypeOf(letter), isBigEndian));
        }
        return vm.World.NewList(list);
    }

    /// <summary>A number; bytes beyond the end are zero.</summary>
    private static double TakeNumber(ref ReadOnlySpan<byte> bytes, ItemType type, bool isBigEndian)
    {
        Span<byte> buffer = stackalloc byte[8];
        var size = Seq.SizeOf(type);
        var part = bytes[..Math.Min(size, bytes.Length)];
        buffer.Clear();
        part.CopyTo(buffer);
        if (isBigEndian)
            buffer[..size].Reverse();
        bytes = bytes[part.Length..];
        return SequenceBinary.Read(buffer, type);
    }

    /// <summary>Text of some bytes; without a count up to a zero byte, which is left.</summary>
    private static Value TakeText(Vm vm, ref ReadOnlySpan<byte> bytes, long count)
    {
        var zero = bytes.IndexOf((byte)0);
        var length = count > 0 ? (int)Math.Min(count, bytes.Length) : zero < 0 ? bytes.Length : zero;
        var text = Seqs.MutableBytes(vm, bytes[..length].ToArray());
        bytes = bytes[length..];
        return text;
    }
}
