using System.Runtime.InteropServices;
using System.Text;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Finding sequences in sequences.</summary>
internal static class SequenceSearch
{
    /// <summary>Where a sequence first occurs at or after a position; -1 if nowhere.</summary>
    public static int IndexOf(Seq seq, Seq other, int from)
    {
        if (from > seq.Count || other.InTypeOf(seq) is not { } needle)
            return -1;
        var at = seq.ItemSize switch
        {
            1 => seq.Bytes[from..].IndexOf(needle.Bytes),
            2 => MemoryMarshal.Cast<byte, char>(seq.Bytes)[from..].IndexOf(MemoryMarshal.Cast<byte, char>(needle.Bytes)),
            4 => MemoryMarshal.Cast<byte, int>(seq.Bytes)[from..].IndexOf(MemoryMarshal.Cast<byte, int>(needle.Bytes)),
            _ => MemoryMarshal.Cast<byte, long>(seq.Bytes)[from..].IndexOf(MemoryMarshal.Cast<byte, long>(needle.Bytes)),
        };
        return at < 0 ? -1 : at + from;
    }

    /// <summary>As <see cref="IndexOf"/>, but at the end nothing is found, not even an empty sequence.</summary>
    public static int IndexBeforeEnd(Seq seq, Seq other, int from) => from < seq.Count ? IndexOf(seq, other, from) : -1;

    /// <summary>Where a sequence last begins at or before a position; -1 if nowhere.</summary>
    public static int LastIndexOf(Seq seq, Seq other, int from)
    {
        if (other.InTypeOf(seq) is not { } needle || needle.Count > seq.Count)
            return -1;
        var start = Math.Min(from, seq.Count - needle.Count);
        if (start < 0)
            return -1;
        if (needle.Count == 0)
            return start;
        var size = seq.ItemSize;
        var window = seq.Bytes[..((start + needle.Count) * size)];
        return size switch
        {
            1 => window.LastIndexOf(needle.Bytes),
            2 => MemoryMarshal.Cast<byte, char>(window).LastIndexOf(MemoryMarshal.Cast<byte, char>(needle.Bytes)),
            4 => MemoryMarshal.Cast<byte, int>(window).LastIndexOf(MemoryMarshal.Cast<byte, int>(needle.Bytes)),
            _ => MemoryMarshal.Cast<byte, long>(window).LastIndexOf(MemoryMarshal.Cast<byte, long>(needle.Bytes)),
        };
    }

    /// <summary>Does the sequence stand at this position?</summary>
    public static bool IsAt(Seq seq, Seq other, int position)
    {
        if (position < 0 || position + other.Count > seq.Count || other.InTypeOf(seq) is not { } needle)
            return false;
        var size = seq.ItemSize;
        return seq.Bytes.Slice(position * size, needle.Count * size).SequenceEqual(needle.Bytes);
    }

    public static Value FindSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error) || !TryStart(vm, in args, 0, out var from, out error))
            return error;
        var seq = Seqs.Of(self);
        if (from < 0 || from >= seq.Count)
            return vm.Nil;
        if (other.ItemSize < seq.ItemSize && vm.Mutants.Has(Mutant.FindInWiderItems))
            return vm.Nil;
        var at = IndexOf(seq, other, (int)from);
        return at < 0 ? vm.Nil : at;
    }

    private static bool TryStart(Vm vm, in Args args, long fallback, out long from, out Value error)
    {
        if (args.Count > 1)
            return Seqs.TryWhole(vm, in args, 1, out from, out error);
        from = fallback;
        error = default;
        return true;
    }

    public static Value ReverseFindSeq(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (!args.TrySeq(vm, 0, out var other, out var error) || !TryStart(vm, in args, seq.Count, out var from, out error))
            return error;
        var at = from < 0 || from > seq.Count ? -1 : LastIndexOf(seq, other, (int)from - Math.Max(other.Count, 1) + 1);
        // As in the reference, the very start is found only from behind what is searched for.
        return at < 0 || (at == 0 && from < other.Count) ? vm.Nil : at;
    }

    /// <summary>The first of several sequences: an object with its index and the match.</summary>
    public static Value FindSeqs(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var list, out var error) || !TryStart(vm, in args, 0, out var from, out error))
            return error;
        var seq = Seqs.Of(self);
        var best = -1;
        Value match = default;
        foreach (var item in list.Items)
        {
            if (vm.Resolve(item).PayloadAs<Seq>() is not { } other)
                return vm.Raise($"requires Sequences as arguments, not {vm.TypeName(item)}s", args.Message);
            var at = from < 0 || from > seq.Count ? -1 : IndexOf(seq, other, (int)from);
            if (at >= 0 && (best < 0 || at < best))
            {
                best = at;
                match = item;
            }
        }
        if (best < 0)
            return vm.Nil;
        var found = vm.Clone(vm.World.Object);
        vm.Slots.Set(found, vm.Symbols.Intern("index"), best);
        vm.Slots.Set(found, vm.Symbols.Intern("match"), match);
        return found;
    }

    /// <summary>The n-th occurrence, counted from 1.</summary>
    public static Value FindNthSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error) || !Seqs.TryWhole(vm, in args, 1, out var n, out error))
            return error;
        var seq = Seqs.Of(self);
        var at = n < 1 ? -1 : IndexOf(seq, other, 0);
        while (at >= 0 && --n > 0)
            at = IndexOf(seq, other, at + 1);
        return at < 0 ? vm.Nil : at;
    }

    public static Value ContainsSeq(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error) ? vm.Bool(IndexBeforeEnd(Seqs.Of(self), other, 0) >= 0) : error;

    public static Value BeginsWithSeq(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error) ? vm.Bool(IsAt(Seqs.Of(self), other, 0)) : error;

    public static Value EndsWithSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self);
        return vm.Bool(IsAt(seq, other, seq.Count - other.Count));
    }

    public static Value OccurrencesOfSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var count = 0;
        if (other.Count > 0 && other.InTypeOf(Seqs.Of(self)) is { } needle)
        {
            for (var at = IndexOf(Seqs.Of(self), needle, 0); at >= 0; at = IndexOf(Seqs.Of(self), needle, at + needle.Count))
                count++;
        }
        return count;
    }

    public static Value ContainsAnyCaseSeq(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error)
            ? vm.Bool(IndexOf(SequenceCase.Lower(Seqs.Of(self)), SequenceCase.Lower(other), 0) >= 0)
            : error;

    public static Value IsEqualAnyCase(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error)
            ? vm.Bool(SequenceCase.Lower(Seqs.Of(self)).ContentEquals(SequenceCase.Lower(other)))
            : error;
}
