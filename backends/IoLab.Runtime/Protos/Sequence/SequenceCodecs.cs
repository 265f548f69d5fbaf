using System.Buffers.Text;
using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Base64 and the escapes of URLs.</summary>
internal static class SequenceCodecs
{
    private const string Base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The bytes in base64, in lines of a length in letters if one is given, with a newline at the end.</summary>
    public static Value AsBase64(Vm vm, Value self, in Args args)
    {
        long lineLength = 0;
        if (args.Count > 0 && !Seqs.TryWhole(vm, in args, 0, out lineLength, out var error))
            return error;
        var bytes = Seqs.Of(self).Bytes;
        if (!Seqs.MayHold(vm, bytes.Length * 3L + 8, 1))
            return vm.Unwind;
        var text = new StringBuilder(Convert.ToBase64String(bytes));
        var groups = lineLength / 4 * 4;
        if (lineLength > 0)
        {
            // Whole groups of four letters only.
            for (long at = Math.Max(4, groups); at < text.Length; at += Math.Max(4, groups) + 1)
                text.Insert((int)at, '\n');
        }
        return Seqs.MutableText(vm, text.Append('\n').ToString());
    }

    /// <summary>The bytes that base64 text stands for; other characters are skipped.</summary>
    public static Value FromBase64(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var result = Seq.NewText();
        var bits = 0;
        var count = 0;
        for (var i = 0; i < seq.Count; i++)
        {
            var letter = seq.At(i) is > 0 and < 128 and var item ? Base64Letters.IndexOf((char)item, StringComparison.Ordinal) : -1;
            if (seq.At(i) == '=')
                count = 0;
            if (letter < 0)
                continue;
            bits = ((bits << 6) | letter) & 0xFFFFFF;
            count += 6;
            if (count < 8)
                continue;
            count -= 8;
            result.Add((bits >> count) & 0xFF);
        }
        return vm.World.NewSequence(result);
    }

    public static Value UrlEncoded(Vm vm, Value self, in Args args) => Encode(vm, self, isForm: true);

    public static Value PercentEncoded(Vm vm, Value self, in Args args) => Encode(vm, self, isForm: false);

    private static Value Encode(Vm vm, Value self, bool isForm)
    {
        var bytes = Seqs.Of(self).ToUtf8();
        if (!Seqs.MayHold(vm, bytes.Length * 3L, 1))
            return vm.Unwind;
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
                text.Append((char)b);
            else if (isForm && b == ' ')
                text.Append('+');
            else
                text.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return vm.Text(text.ToString());
    }

    public static Value UrlDecoded(Vm vm, Value self, in Args args) => Decode(vm, self, isForm: true);

    public static Value PercentDecoded(Vm vm, Value self, in Args args) => Decode(vm, self, isForm: false);

    /// <summary>What is no escape stays; the result is text if its bytes are UTF-8.</summary>
    private static Value Decode(Vm vm, Value self, bool isForm)
    {
        var bytes = Seqs.Of(self).ToUtf8();
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                Utf8Parser.TryParse(bytes.AsSpan(i + 1, 2), out b, out _, 'X');
                i += 2;
            }
            else if (isForm && b == '+')
                b = (byte)' ';
            bytes[count++] = b;
        }
        var decoded = bytes.AsSpan(0, count);
        return System.Text.Unicode.Utf8.IsValid(decoded)
            ? vm.Text(Encoding.UTF8.GetString(decoded))
            : vm.World.NewSequence(Seq.FromBytes(decoded.ToArray()));
    }
}
