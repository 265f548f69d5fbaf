using System.Runtime.InteropServices;
using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Upper and lower case; only the letters of ASCII have them here.</summary>
internal static class SequenceCase
{
    /// <summary>An immutable copy in lower case.</summary>
    public static Seq Lower(Seq seq)
    {
        var copy = seq.CopyAs(false);
        ToLower(copy);
        return copy;
    }

    private static void ToLower(Seq seq)
    {
        if (seq.ItemSize == 1)
        {
            Ascii.ToLowerInPlace(seq.Items<byte>(), out var done);
            if (done == seq.Count)
                return;
        }
        for (var i = 0; i < seq.Count; i++)
        {
            if (seq.At(i) is >= 'A' and <= 'Z')
                seq.Put(i, seq.At(i) + 32);
        }
    }

    private static void ToUpper(Seq seq)
    {
        if (seq.ItemSize == 1)
        {
            Ascii.ToUpperInPlace(seq.Items<byte>(), out var done);
            if (done == seq.Count)
                return;
        }
        for (var i = 0; i < seq.Count; i++)
        {
            if (seq.At(i) is >= 'a' and <= 'z')
                seq.Put(i, seq.At(i) - 32);
        }
    }

    private static void SetFirst(Seq seq, bool isUpper)
    {
        if (seq.Count == 0)
            return;
        var first = seq.At(0);
        if (isUpper && first is >= 'a' and <= 'z')
            seq.Put(0, first - 32);
        else if (!isUpper && first is >= 'A' and <= 'Z')
            seq.Put(0, first + 32);
    }

    public static Value AsUppercase(Vm vm, Value self, in Args args)
    {
        var copy = Seqs.Of(self).CopyAs(false);
        ToUpper(copy);
        return vm.World.NewSequence(copy);
    }

    public static Value AsLowercase(Vm vm, Value self, in Args args) => vm.World.NewSequence(Lower(Seqs.Of(self)));

    public static Value AsCapitalized(Vm vm, Value self, in Args args)
    {
        var copy = Seqs.Of(self).CopyAs(Seqs.Of(self).IsMutable);
        SetFirst(copy, isUpper: true);
        return vm.World.NewSequence(copy);
    }

    public static Value Uppercase(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        ToUpper(seq);
        return self;
    }

    public static Value Lowercase(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        ToLower(seq);
        return self;
    }

    public static Value Capitalize(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        SetFirst(seq, isUpper: true);
        return self;
    }

    public static Value MakeFirstUppercase(Vm vm, Value self, in Args args) => MakeFirst(vm, self, in args, isUpper: true);

    public static Value MakeFirstLowercase(Vm vm, Value self, in Args args) => MakeFirst(vm, self, in args, isUpper: false);

    private static Value MakeFirst(Vm vm, Value self, in Args args, bool isUpper)
    {
        if (Seqs.Of(self).Count == 0)
            return vm.False;
        if (!Seqs.TryMutable(vm, self, in args, "atPut", out var seq, out var error))
            return error;
        SetFirst(seq, isUpper);
        return self;
    }

    public static Value IsUppercase(Vm vm, Value self, in Args args) => vm.Bool(!HasBetween(Seqs.Of(self), 'a', 'z'));

    public static Value IsLowercase(Vm vm, Value self, in Args args) => vm.Bool(!HasBetween(Seqs.Of(self), 'A', 'Z'));

    private static bool HasBetween(Seq seq, char first, char last)
    {
        if (seq.ItemSize == 1)
            return seq.Bytes.ContainsAnyInRange((byte)first, (byte)last);
        if (seq.ItemSize == 2)
            return MemoryMarshal.Cast<byte, char>(seq.Bytes).ContainsAnyInRange(first, last);
        for (var i = 0; i < seq.Count; i++)
        {
            if (seq.At(i) is var item && item >= first && item <= last)
                return true;
        }
        return false;
    }
}
