using System.Globalization;
using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Sequences as text: copies, printing, escapes, numbers, messages.</summary>
internal static class SequenceText
{
    private const string Escaped = "\"\\\n\t\r\f\v\b\a\0";
    private const string Letters = "\"\\ntrfvba0";

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (seq.Encoding == SeqEncoding.Number)
            return vm.World.NewSequence(Numbers(seq));
        return seq.IsMutable ? vm.World.NewSequence(seq.CopyAs(false)) : self;
    }

    /// <summary>The items of a sequence of numbers as text.</summary>
    public static Seq Numbers(Seq seq)
    {
        var text = new StringBuilder();
        for (var i = 0; i < seq.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            text.Append(seq.IsFloat ? Number.NumberText.Format(seq.At(i), 0, 6) : seq.At(i).ToString("F0", CultureInfo.InvariantCulture));
        }
        return Seq.FromText(text.ToString());
    }

    public static Value AsSymbol(Vm vm, Value self, in Args args) =>
        Seqs.Of(self).IsMutable ? vm.World.NewSequence(Seqs.Of(self).CopyAs(false)) : self;

    public static Value AsMutable(Vm vm, Value self, in Args args) => vm.World.NewSequence(Seqs.Of(self).CopyAs(true));

    public static Value IsMutable(Vm vm, Value self, in Args args) => vm.Bool(Seqs.Of(self).IsMutable);

    public static Value IsSymbol(Vm vm, Value self, in Args args) => vm.Bool(!Seqs.Of(self).IsMutable);

    public static Value WriteRaw(Vm vm, Value self, in Args args) => Printing.Emit(vm, Seqs.Of(self)) ? self : vm.Unwind;

    public static Value LinePrint(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var isNumbers = seq.Encoding == SeqEncoding.Number;
        if (isNumbers)
            seq = Seq.FromText($"[{Numbers(seq)}]");
        return Printing.Emit(vm, seq) && Printing.Emit(vm, "\n"u8) ? self : vm.Unwind;
    }

    public static Value AsSimpleString(Vm vm, Value self, in Args args) => vm.World.NewSequence(Quote(Seqs.Of(self)));

    /// <summary>Text in double quotes with its special characters escaped; immutable.</summary>
    public static Seq Quote(Seq seq)
    {
        if (seq.Encoding == SeqEncoding.Number)
            seq = Numbers(seq);
        var quote = Seq.FromText("\"");
        var quoted = Escape(seq);
        quoted.Splice(0, 0, quoted.Meet(quote).Bytes);
        quoted.Append(quote);
        return quoted.CopyAs(false);
    }

    /// <summary>A mutable copy with quotes, backslashes and control characters written as escapes.</summary>
    public static Seq Escape(Seq seq)
    {
        var result = seq.Slice(0, 0, true);
        result.Reserve(seq.Count + 2);
        for (var i = 0; i < seq.Count; i++)
        {
            var item = seq.At(i);
            var special = item < 93 ? Escaped.IndexOf((char)item, StringComparison.Ordinal) : -1;
            if (special < 0)
            {
                result.Add(item);
                continue;
            }
            result.Add('\\');
            result.Add(Letters[special]);
        }
        return result;
    }

    public static Value EscapeInPlace(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (!Seqs.MayHold(vm, seq.Count * 2L, seq.ItemSize))
            return vm.Unwind;
        seq.Take(Escape(seq));
        return self;
    }

    public static Value UnescapeInPlace(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        var count = 0;
        for (var i = 0; i < seq.Count; count++)
            seq.Put(count, Unescape(seq, ref i));
        seq.Resize(count);
        return self;
    }

    /// <summary>The item at a position, an escape decoded; moves the position behind it.</summary>
    private static double Unescape(Seq seq, ref int i)
    {
        var item = seq.At(i++);
        if (item != '\\' || i == seq.Count)
            return item;
        item = seq.At(i++);
        if (item is >= '0' and <= '9')
            return item - '0';
        if (item == 'x' && HexAt(seq, i) is >= 0 and var high)
        {
            i++;
            if (HexAt(seq, i) is < 0)
                return high;
            return high * 16 + HexAt(seq, i++);
        }
        var letter = item is >= 'a' and <= 'z' ? Letters.IndexOf((char)item, StringComparison.Ordinal) : -1;
        return letter < 0 ? item : Escaped[letter];
    }

    private static int HexAt(Seq seq, int i) =>
        i < seq.Count && seq.At(i) is >= '0' and <= 'f' and var item && char.IsAsciiHexDigit((char)item) ? Convert.ToInt32(((char)item).ToString(), 16) : -1;

    public static Value AsNumber(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        return NumberParser.Parse(seq.ItemType == ItemType.UInt8 ? seq.Bytes : seq.ToUtf8());
    }

    public static Value AsMessage(Vm vm, Value self, in Args args)
    {
        var label = args.TrySeq(vm, 0, out var name, out _) && args.Count > 0 ? name.ToText() : "[asMessage]";
        return Source.TryParse(vm, Seqs.Of(self).ToText(), label, args.Message, out var chain) ? vm.Wrap(chain) : vm.Unwind;
    }

    public static Value Less(Vm vm, Value self, in Args args) => Compare(vm, self, in args, sign => sign < 0);

    public static Value LessOrEqual(Vm vm, Value self, in Args args) => Compare(vm, self, in args, sign => sign <= 0);

    public static Value Greater(Vm vm, Value self, in Args args) => Compare(vm, self, in args, sign => sign > 0);

    public static Value GreaterOrEqual(Vm vm, Value self, in Args args) => Compare(vm, self, in args, sign => sign >= 0);

    /// <summary>Texts are in lexical order; of vectors, every item must stand so to the other's.</summary>
    private static Value Compare(Vm vm, Value self, in Args args, Predicate<int> holds)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self);
        if (seq.Encoding != SeqEncoding.Number && other.Encoding != SeqEncoding.Number)
            return vm.Bool(holds(seq.CompareTo(other)));
        var common = Math.Min(seq.Count, other.Count);
        for (var i = 0; i < common; i++)
        {
            double a = seq.At(i), b = other.At(i);
            if (double.IsNaN(a) || double.IsNaN(b) || !holds(a.CompareTo(b)))
                return vm.False;
        }
        return vm.True;
    }
}
