using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Replacing and removing parts found by content.</summary>
internal static class SequenceReplace
{
    /// <summary>Replaces occurrences in one pass. False when the run must end: the result would be over the memory limit, or it was asked to.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="seq">What to change.</param>
    /// <param name="old">What to look for.</param>
    /// <param name="replacement">What to put there.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="limit">How many to replace at most.</param>
    private static bool Replace(Vm vm, Seq seq, Seq old, Seq replacement, int from, int limit)
    {
        // An empty text is found everywhere: replaced once it is an insertion, and replaced everywhere it would have no end.
        if ((old.Count == 0 && limit > 1) || SequenceSearch.IndexOf(seq, old, from) < 0)
            return true;
        if (ReferenceEquals(seq, old))
            old = old.CopyAs(false);
        replacement = ReferenceEquals(seq, replacement) ? replacement.CopyAs(false) : replacement;
        replacement = seq.Meet(replacement);
        if (old.InTypeOf(seq) is not { } needle)
            return true;
        var at = SequenceSearch.IndexOf(seq, needle, from);
        var size = seq.ItemSize;
        var result = seq.Slice(0, 0, true);
        var start = 0;
        for (; at >= 0 && limit > 0; limit--)
        {
            if (!Seqs.MayGrow(vm, result, (long)result.Count + at - start + replacement.Count) || (vm.Host.Interrupt && !vm.CheckInterrupt()))
                return false;
            result.Splice(result.Count, 0, seq.Bytes[(start * size)..(at * size)]);
            result.Append(replacement);
            start = at + needle.Count;
            at = SequenceSearch.IndexOf(seq, needle, start);
        }
        if (!Seqs.MayGrow(vm, result, (long)result.Count + seq.Count - start))
            return false;
        result.Splice(result.Count, 0, seq.Bytes[(start * size)..]);
        seq.Take(result);
        return true;
    }

    public static Value ReplaceSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !args.TrySeq(vm, 0, out var old, out error)
            || !args.TrySeq(vm, 1, out var replacement, out error))
            return error;
        return Replace(vm, seq, old, replacement, 0, int.MaxValue) ? self : vm.Unwind;
    }

    public static Value ReplaceFirstSeq(Vm vm, Value self, in Args args)
    {
        long from = 0;
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !args.TrySeq(vm, 0, out var old, out error)
            || !args.TrySeq(vm, 1, out var replacement, out error)
            || (args.Count > 2 && !Seqs.TryIndex(vm, in args, 2, out from, out error)))
            return error;
        return from > seq.Count || (old.Count == 0 && from == seq.Count) || Replace(vm, seq, old, replacement, (int)from, 1) ? self : vm.Unwind;
    }

    public static Value ReplaceMap(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TryPayload<MapPayload>(vm, 0, "Map", out var map, out error))
            return error;
        foreach (var (key, value) in map.Entries)
        {
            if (vm.Resolve(value).PayloadAs<Seq>() is not { } replacement)
                return vm.Raise($"argument 0 to method 'replaceMap' must be a Map with Sequence values, not '{vm.TypeName(value)}'", args.Message);
            if (!Replace(vm, seq, Seqs.Of(vm.SymbolObject(key)), replacement, 0, int.MaxValue))
                return vm.Unwind;
        }
        return self;
    }

    public static Value RemoveSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var old, out error))
            return error;
        return Replace(vm, seq, old, seq.Slice(0, 0, false), 0, int.MaxValue) ? self : vm.Unwind;
    }

    public static Value RemovePrefix(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var prefix, out error))
            return error;
        if (SequenceSearch.IsAt(seq, prefix, 0))
            seq.Splice(0, prefix.Count, default);
        return self;
    }

    public static Value RemoveSuffix(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var suffix, out error))
            return error;
        if (SequenceSearch.IsAt(seq, suffix, seq.Count - suffix.Count))
            seq.Resize(seq.Count - suffix.Count);
        return self;
    }

    /// <summary>Replaces each item found in one sequence by the item at the same place of another.</summary>
    public static Value Translate(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !args.TrySeq(vm, 0, out var from, out error)
            || !args.TrySeq(vm, 1, out var to, out error))
            return error;
        if (from.Count != to.Count)
            return vm.Raise("translation strings must be of the same length", args.Message);
        var table = new Dictionary<double, double>();
        for (var i = 0; i < from.Count; i++)
            table[from.At(i)] = to.At(i);
        for (var i = 0; i < seq.Count; i++)
        {
            if (table.TryGetValue(seq.At(i), out var item))
                seq.Put(i, item);
        }
        return self;
    }
}
