using System.Globalization;
using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>JSON text.</summary>
internal static class Json
{
    public static Value AsJson(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (seq.Encoding == SeqEncoding.Number)
            return vm.World.NewSequence(Numbers(seq));
        if (!Seqs.MayHold(vm, seq.Count * 6L + 2, seq.ItemSize))
            return vm.Unwind;
        return vm.World.NewSequence(Quote(seq));
    }

    private static Seq Numbers(Seq seq)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < seq.Count; i++)
            text.Append(i > 0 ? "," : "").Append(Number.NumberText.Format(seq.At(i)));
        return Seq.FromText(text.Append(']').ToString());
    }

    /// <summary>A JSON string literal for text.</summary>
    public static Seq Quote(Seq seq)
    {
        var result = seq.Slice(0, 0, true);
        result.Reserve(seq.Count + 2);
        result.Add('"');
        for (var i = 0; i < seq.Count; i++)
        {
            var item = seq.At(i);
            if (item >= 32 && item is not ('"' or '\\' or '/'))
                result.Add(item);
            else
                AddEscape(result, (char)item);
        }
        result.Add('"');
        return result.CopyAs(false);
    }

    private static void AddEscape(Seq result, char item)
    {
        var text = item switch
        {
            '\n' => "\\n",
            '\t' => "\\t",
            '\r' => "\\r",
            '\b' => "\\b",
            '\f' => "\\f",
            '"' or '\\' or '/' => "\\" + item,
            _ => "\\u" + ((int)item).ToString("x4", CultureInfo.InvariantCulture),
        };
        foreach (var c in text)
            result.Add(c);
    }

    public static Value ParseJson(Vm vm, Value self, in Args args)
    {
        var text = Seqs.Of(self).ToText();
        if (text.Length == 0)
            return vm.Raise("Can't parse empty string.", args.Message);
        return new JsonReader(vm, text).TryRead(out var value) ? value : vm.Raise("Can't parse JSON.", args.Message);
    }
}
