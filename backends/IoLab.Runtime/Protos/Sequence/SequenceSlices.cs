using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Ranges of items (io-language.md 7.3).</summary>
internal static class SequenceSlices
{
    /// <summary>Takes a range from arguments 0 and 1. Answers start and end, exclusive, within the sequence.</summary>
    private static bool TryRange(Vm vm, Seq seq, in Args args, bool isInclusive, out int start, out int end, out Value error)
    {
        start = 0;
        end = seq.Count;
        if (!Seqs.TryWhole(vm, in args, 0, out var from, out error))
            return false;
        start = Seqs.Clamp(from, seq.Count);
        if (args.Count > 1)
        {
            if (!Seqs.TryWhole(vm, in args, 1, out var to, out error))
                return false;
            if (isInclusive)
                to = to == -1 && !vm.Mutants.Has(Mutant.InSliceToEnd) ? seq.Count : to + 1;
            end = Seqs.Clamp(to, seq.Count);
        }
        end = Math.Max(start, end);
        return true;
    }

    public static Value ExSlice(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        return TryRange(vm, seq, in args, false, out var start, out var end, out var error) ? Seqs.Part(vm, seq, start, end - start) : error;
    }

    public static Value Slice(Vm vm, Value self, in Args args)
    {
        if (!Deprecated.Warn(vm, args.Message, "exSlice"))
            return vm.Unwind;
        var instead = new IoLab.Language.Message(vm.Symbols.Intern("exSlice")) { Label = args.Message.Label, Line = args.Message.Line };
        return ExSlice(vm, self, new Args(args.All, instead));
    }

    public static Value InSlice(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        return TryRange(vm, seq, in args, true, out var start, out var end, out var error) ? Seqs.Part(vm, seq, start, end - start) : error;
    }

    public static Value RemoveSlice(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (args.Count < 2 && args.Count > 0)
            return args.TryNumber(vm, 0, out _, out error) ? args.Wrong(vm, 1, "Number") : error;
        if (!TryRange(vm, seq, in args, true, out var start, out var end, out error))
            return error;
        seq.Splice(start, end - start, default);
        return self;
    }

    public static Value SplitAt(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryWhole(vm, in args, 0, out var index, out var error))
            return error;
        var seq = Seqs.Of(self);
        var at = Seqs.Clamp(index, seq.Count);
        var first = vm.World.NewSequence(seq.Slice(0, at, false));
        var second = vm.World.NewSequence(seq.Slice(at, seq.Count - at, false));
        return vm.World.NewList([first, second]);
    }

    public static Value BeforeSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self);
        var at = SequenceSearch.IndexOf(seq, other, 0);
        return at < 0 ? self : Seqs.Part(vm, seq, 0, at);
    }

    public static Value AfterSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self);
        var at = SequenceSearch.IndexBeforeEnd(seq, other, 0);
        return at < 0 ? vm.Nil : Seqs.Part(vm, seq, at + other.Count, seq.Count - at - other.Count);
    }

    /// <summary>What lies between two texts; nil stands for the start or the end.</summary>
    public static Value Between(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (!TryBorder(vm, in args, 0, out var before, out var error))
            return error;
        var start = 0;
        if (before is not null)
        {
            start = SequenceSearch.IndexOf(seq, before, 0);
            if (start < 0)
                return vm.Nil;
            start += before.Count;
        }
        if (!TryBorder(vm, in args, 1, out var after, out error))
            return error;
        var end = after is null ? seq.Count : SequenceSearch.IndexBeforeEnd(seq, after, start);
        return end < 0 ? vm.Nil : vm.World.NewSequence(seq.Slice(start, end - start, true));
    }

    private static bool TryBorder(Vm vm, in Args args, int index, out Seq? border, out Value error)
    {
        var value = args.Get(vm, index);
        border = value.PayloadAs<Seq>();
        error = default;
        if (border is not null || value.Is(vm.World.Nil))
            return true;
        error = vm.Raise($"Nil or Sequence argument required for arg {index}, not a {vm.TypeName(value)}", args.Message);
        return false;
    }

    /// <summary>All the parts that lie between two texts.</summary>
    public static Value SlicesBetween(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var before, out var error))
            return error;
        var seq = Seqs.Of(self);
        var list = new ListPayload();
        if (SequenceSearch.IndexOf(seq, before, 0) < 0)
            return vm.World.NewList(list);
        if (!args.TrySeq(vm, 1, out var after, out error))
            return error;
        for (var position = 0; ;)
        {
            var start = SequenceSearch.IndexOf(seq, before, position);
            if (start < 0)
                break;
            start += before.Count;
            var end = SequenceSearch.IndexBeforeEnd(seq, after, start);
            if (end < 0)
                break;
            list.Add(vm.World.NewSequence(seq.Slice(start, end - start, false)));
            position = Math.Max(end + after.Count, position + 1);
        }
        return vm.World.NewList(list);
    }

    public static Value ClipBeforeSeq(Vm vm, Value self, in Args args) => Clip(vm, self, in args, keepsStart: false, keepsMatch: true);

    public static Value ClipBeforeEndOfSeq(Vm vm, Value self, in Args args) => Clip(vm, self, in args, keepsStart: false, keepsMatch: false);

    public static Value ClipAfterSeq(Vm vm, Value self, in Args args) => Clip(vm, self, in args, keepsStart: true, keepsMatch: true);

    public static Value ClipAfterStartOfSeq(Vm vm, Value self, in Args args) => Clip(vm, self, in args, keepsStart: true, keepsMatch: false);

    private static Value Clip(Vm vm, Value self, in Args args, bool keepsStart, bool keepsMatch)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        var at = SequenceSearch.IndexOf(seq, other, 0);
        if (at < 0)
            return self;
        if (keepsStart)
            seq.Resize(keepsMatch ? at + other.Count : at);
        else
            seq.Splice(0, keepsMatch ? at : at + other.Count, default);
        return self;
    }

    /// <summary>Keeps some items, removes some, and so on to the end.</summary>
    public static Value LeaveThenRemove(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !Seqs.TryIndex(vm, in args, 0, out var leave, out error)
            || !Seqs.TryIndex(vm, in args, 1, out var remove, out error))
            return error;
        if (leave == 0 && remove == 0)
            return vm.Raise("Io Assertion 'either aNumberToLeave or aNumberToRemove must be > 0'", args.Message);
        var kept = 0;
        for (long i = 0; i < seq.Count; i++)
        {
            if (i % (leave + remove) < leave)
                seq.CopyItem((int)i, kept++);
        }
        seq.Resize(kept);
        return self;
    }

    public static Value RemoveEvenIndexes(Vm vm, Value self, in Args args) => KeepEverySecond(vm, self, in args, 1);

    public static Value RemoveOddIndexes(Vm vm, Value self, in Args args) => KeepEverySecond(vm, self, in args, 0);

    private static Value KeepEverySecond(Vm vm, Value self, in Args args, int first)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        var kept = 0;
        for (var i = first; i < seq.Count; i += 2)
            seq.CopyItem(i, kept++);
        seq.Resize(kept);
        return self;
    }

    public static Value DuplicateIndexes(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        var count = seq.Count;
        if (!Seqs.MayGrow(vm, seq, count * 2L))
            return vm.Unwind;
        seq.Resize(count * 2);
        for (var i = count - 1; i >= 0; i--)
        {
            seq.CopyItem(i, i * 2 + 1);
            seq.CopyItem(i, i * 2);
        }
        return self;
    }
}
