using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>What the primitives of Sequence share: receivers, indexes, growth.</summary>
internal static class Seqs
{
    /// <summary>The receiver's items, or those of the sequence it has become meanwhile; none when it has become something else.</summary>
    public static Seq Of(Value self) => self.Ref!.Payload as Seq ?? Became(self);

    private static Seq Became(Value self) =>
        self.PayloadAs<ForwarderPayload>() is { Target: var target } ? target.PayloadAs<Seq>() ?? Became(target) : Seq.FromBytes([]);

    /// <summary>The receiver of a mutator, saved in the journal; or the error that it is immutable.</summary>
    public static bool TryMutable(Vm vm, Value self, in Args args, out Seq seq, out Value error) =>
        TryMutable(vm, self, in args, args.Message.Name.Text, out seq, out error);

    /// <summary>The same for a mutator that names another in its error.</summary>
    public static bool TryMutable(Vm vm, Value self, in Args args, string name, out Seq seq, out Value error)
    {
        seq = Of(self);
        if (seq.IsMutable)
        {
            vm.Journal.SavePayload(self.Ref!);
            error = default;
            return true;
        }
        error = vm.Raise($"'{name}' cannot be called on an immutable Sequence", args.Message);
        return false;
    }

    /// <summary>Takes an index or a size that may not be negative.</summary>
    public static bool TryIndex(Vm vm, in Args args, int argument, out long index, out Value error)
    {
        index = 0;
        if (!args.TryNumber(vm, argument, out var number, out error))
            return false;
        index = Whole(number);
        if (index >= 0)
            return true;
        error = vm.Raise($"IoMessage_locals_sizetArgAt_ attempt to get size_t value from negative number {Math.Max(index, int.MinValue)}", args.Message);
        return false;
    }

    /// <summary>Takes an integer; fractions are dropped.</summary>
    public static bool TryWhole(Vm vm, in Args args, int argument, out long whole, out Value error)
    {
        var taken = args.TryNumber(vm, argument, out var number, out error);
        whole = taken ? Whole(number) : 0;
        return taken;
    }

    /// <summary>A number without its fraction; NaN is 0; huge ones end at 2^53.</summary>
    public static long Whole(double number) => double.IsNaN(number) ? 0 : (long)Math.Clamp(number, -9007199254740992.0, 9007199254740992.0);

    /// <summary>A position counted from the start, or from the end when negative, brought into 0..count.</summary>
    public static int Clamp(long position, int count) => (int)Math.Clamp(position < 0 ? position + count : position, 0, count);

    /// <summary>May a sequence have this many items? If not, the run ends: answer <see cref="Vm.Unwind"/>.</summary>
    public static bool MayHold(Vm vm, long count, int itemSize)
    {
        if (count <= int.MaxValue && vm.Host.MayAllocate(count * itemSize))
            return true;
        vm.Abort(RunEnd.MemoryLimit, $"a sequence of {count} items is over the memory limit");
        return false;
    }

    /// <summary>May this sequence take as many more items of the other's type or its own? Asked before it grows.</summary>
    public static bool MayGrow(Vm vm, Seq seq, long count) => count <= seq.Capacity || MayHold(vm, count, seq.ItemSize);

    /// <summary>May the other be appended?</summary>
    public static bool MayAppend(Vm vm, Seq seq, Seq other) => seq.ItemType == other.ItemType
        ? MayGrow(vm, seq, (long)seq.Count + other.Count)
        : MayHold(vm, (long)seq.Count + other.Count, Math.Max(seq.ItemSize, other.ItemSize));

    /// <summary>A new sequence object with a part of a sequence, as mutable as that is.</summary>
    public static Value Part(Vm vm, Seq seq, int start, int length) => vm.World.NewSequence(seq.Slice(start, length, seq.IsMutable));

    /// <summary>A mutable text object.</summary>
    public static Value MutableText(Vm vm, string text) => vm.World.NewSequence(Seq.FromText(text).CopyAs(true));

    /// <summary>A mutable text object over bytes, which it owns from now on.</summary>
    public static Value MutableBytes(Vm vm, byte[] bytes) =>
        vm.World.NewSequence(new Seq(bytes, bytes.Length, ItemType.UInt8, SeqEncoding.Ascii, true));
}
