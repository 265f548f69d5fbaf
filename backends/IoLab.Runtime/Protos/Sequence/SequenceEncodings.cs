using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Item types and encodings, and conversions between them.</summary>
internal static class SequenceEncodings
{
    /// <summary>Names of item types, by <see cref="ItemType"/>.</summary>
    public static readonly string[] TypeNames = ["uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float32", "float64"];

    /// <summary>Names of encodings, by <see cref="SeqEncoding"/>.</summary>
    public static readonly string[] EncodingNames = ["ascii", "utf8", "ucs2", "ucs4", "number"];

    /// <summary>A list of names.</summary>
    public static Value ListOf(Vm vm, string[] names)
    {
        var list = new ListPayload(names.Length);
        foreach (var name in names)
            list.Add(vm.SymbolObject(vm.Symbols.Intern(name)));
        return vm.World.NewList(list);
    }

    /// <summary>The item type of a name.</summary>
    public static bool TryType(Seq name, out ItemType type)
    {
        var index = Array.IndexOf(TypeNames, name.ToText());
        type = (ItemType)Math.Max(0, index);
        return index >= 0;
    }

    public static Value ItemTypeName(Vm vm, Value self, in Args args) => vm.SymbolObject(vm.Symbols.Intern(TypeNames[(int)Seqs.Of(self).ItemType]));

    public static Value EncodingName(Vm vm, Value self, in Args args) => vm.SymbolObject(vm.Symbols.Intern(EncodingNames[(int)Seqs.Of(self).Encoding]));

    public static Value ItemSize(Vm vm, Value self, in Args args) => Seqs.Of(self).ItemSize;

    public static Value SizeInBytes(Vm vm, Value self, in Args args) => Seqs.Of(self).Bytes.Length;

    /// <summary>The encoding text has with an item type; numbers stay numbers.</summary>
    private static SeqEncoding EncodingFor(ItemType type, SeqEncoding old) => (old, type) switch
    {
        (SeqEncoding.Number, _) => SeqEncoding.Number,
        (SeqEncoding.Utf8, ItemType.UInt8 or ItemType.Int8) => SeqEncoding.Utf8,
        (_, ItemType.UInt8 or ItemType.Int8) => SeqEncoding.Ascii,
        (_, ItemType.UInt16 or ItemType.Int16) => SeqEncoding.Ucs2,
        (_, ItemType.UInt32 or ItemType.Int32) => SeqEncoding.Ucs4,
        _ => SeqEncoding.Number,
    };

    private static bool TryTypeArgument(Vm vm, Value self, in Args args, out Seq seq, out ItemType type, out Value error)
    {
        type = default;
        if (!Seqs.TryMutable(vm, self, in args, out seq, out error) || !args.TrySeq(vm, 0, out var name, out error))
            return false;
        if (TryType(name, out type))
            return true;
        error = vm.Raise("Io Assertion 'invalid item type name'", args.Message);
        return false;
    }

    /// <summary>The bytes stay; they are read as other items.</summary>
    public static Value SetItemType(Vm vm, Value self, in Args args)
    {
        if (!TryTypeArgument(vm, self, in args, out var seq, out var type, out var error))
            return error;
        seq.Reinterpret(type);
        seq.SetEncoding(EncodingFor(type, seq.Encoding));
        return self;
    }

    /// <summary>The items stay; they are stored in other bytes.</summary>
    public static Value ConvertToItemType(Vm vm, Value self, in Args args)
    {
        if (!TryTypeArgument(vm, self, in args, out var seq, out var type, out var error))
            return error;
        if (!Seqs.MayHold(vm, seq.Count, Seq.SizeOf(type)))
            return vm.Unwind;
        var encoding = EncodingFor(type, seq.Encoding);
        seq.SetEncoding(encoding == SeqEncoding.Number ? encoding : SeqEncoding.Ascii);
        seq.Take(seq.ConvertTo(type, encoding, true));
        return self;
    }

    public static Value SetEncoding(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var name, out error))
            return error;
        var index = Array.IndexOf(EncodingNames, name.ToText());
        if (index < 0)
            return vm.Raise("Io Assertion 'invalid encoding name'", args.Message);
        var encoding = (SeqEncoding)index;
        switch (encoding)
        {
            case SeqEncoding.Ascii or SeqEncoding.Utf8 when seq.ItemType != ItemType.UInt8: seq.Reinterpret(ItemType.UInt8); break;
            case SeqEncoding.Ucs2 when seq.ItemType != ItemType.UInt16: seq.Reinterpret(ItemType.UInt16); break;
            case SeqEncoding.Ucs4 when seq.ItemType != ItemType.UInt32: seq.Reinterpret(ItemType.UInt32); break;
        }
        seq.SetEncoding(encoding);
        return self;
    }

    /// <summary>UTF-8 bytes; of text in ASCII they are ascii.</summary>
    public static Value AsUtf8(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (!Seqs.MayHold(vm, seq.Count * 4L, 1))
            return vm.Unwind;
        var bytes = seq.ToUtf8();
        var encoding = Ascii.IsValid(bytes) && seq.ItemType == ItemType.UInt8 ? SeqEncoding.Ascii : SeqEncoding.Utf8;
        return vm.World.NewSequence(new Seq(bytes, bytes.Length, ItemType.UInt8, encoding, true));
    }

    /// <summary>Characters above U+FFFF become pairs of surrogates.</summary>
    public static Value AsUcs2(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (seq.Encoding is not (SeqEncoding.Ucs4 or SeqEncoding.Utf8))
            return As(vm, self, ItemType.UInt16, SeqEncoding.Ucs2);
        if (!Seqs.MayHold(vm, seq.Count * 2L, 2))
            return vm.Unwind;
        var text = seq.ToText();
        var units = System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
        return vm.World.NewSequence(new Seq(units, text.Length, ItemType.UInt16, SeqEncoding.Ucs2, true));
    }

    public static Value AsUcs4(Vm vm, Value self, in Args args) => As(vm, self, ItemType.UInt32, SeqEncoding.Ucs4);

    private static Value As(Vm vm, Value self, ItemType type, SeqEncoding encoding) => Seqs.MayHold(vm, Seqs.Of(self).Count, Seq.SizeOf(type))
        ? vm.World.NewSequence(Seqs.Of(self).ConvertTo(type, encoding, true))
        : vm.Unwind;

    /// <summary>Text of variable width decoded into the narrowest items that hold it.</summary>
    private static Seq FixedSize(Seq seq) => seq.Encoding == SeqEncoding.Utf8 && !Ascii.IsValid(seq.Bytes) ? Seq.FromText(seq.ToText()) : seq;

    public static Value AsFixedSizeType(Vm vm, Value self, in Args args) => Seqs.MayHold(vm, Seqs.Of(self).Count * 4L, 1)
        ? vm.World.NewSequence(FixedSize(Seqs.Of(self)).CopyAs(true))
        : vm.Unwind;

    public static Value ConvertToFixedSizeType(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (!Seqs.MayHold(vm, seq.Count * 4L, 1))
            return vm.Unwind;
        seq.Become(FixedSize(seq));
        return self;
    }
}
