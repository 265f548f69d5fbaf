using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Reading and writing single items.</summary>
internal static class SequenceItems
{
    public static Value Size(Vm vm, Value self, in Args args) => Seqs.Of(self).Count;

    public static Value IsEmpty(Vm vm, Value self, in Args args) => vm.Bool(Seqs.Of(self).Count == 0);

    public static Value At(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryIndex(vm, in args, 0, out var index, out var error))
            return error;
        var seq = Seqs.Of(self);
        return index < seq.Count ? seq.At((int)index) : vm.Nil;
    }

    public static Value AtPut(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !Seqs.TryIndex(vm, in args, 0, out var index, out error)
            || !args.TryNumber(vm, 1, out var value, out error))
            return error;
        if (index >= seq.Count)
        {
            if (!Seqs.MayGrow(vm, seq, index + 1))
                return vm.Unwind;
            seq.Resize((int)index + 1);
        }
        seq.Put((int)index, value);
        return self;
    }

    public static Value Append(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (args.Count == 0)
            return vm.Raise("Io Assertion 'requires at least one argument'", args.Message);
        if (!Seqs.MayGrow(vm, seq, (long)seq.Count + args.Count))
            return vm.Unwind;
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TryNumber(vm, i, out var number, out error))
                return error;
            seq.Add(number);
        }
        return self;
    }

    public static Value Contains(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        var seq = Seqs.Of(self);
        for (var i = 0; i < seq.Count; i++)
        {
            if (seq.At(i) == number)
                return vm.True;
        }
        return vm.False;
    }

    public static Value SetSize(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !Seqs.TryIndex(vm, in args, 0, out var size, out error))
            return error;
        if (!Seqs.MayGrow(vm, seq, size))
            return vm.Unwind;
        seq.Resize((int)size);
        return self;
    }

    public static Value Empty(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        seq.Resize(0);
        return self;
    }

    public static Value RemoveAt(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !Seqs.TryWhole(vm, in args, 0, out var index, out error))
            return error;
        if (index < 0)
            index += seq.Count;
        if (index < 0 || index >= seq.Count)
            return vm.Nil;
        var removed = seq.At((int)index);
        seq.Splice((int)index, 1, default);
        return removed;
    }

    public static Value RemoveLast(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (seq.Count > 0)
            seq.Resize(seq.Count - 1);
        return self;
    }

    public static Value AsList(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var list = new ListPayload(seq.Count);
        for (var i = 0; i < seq.Count; i++)
        {
            list.Add(seq.Encoding == SeqEncoding.Number
                ? seq.At(i)
                : vm.World.NewSequence(seq.Slice(i, 1, false)));
        }
        return vm.World.NewList(list);
    }

    public static Value ReverseInPlace(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        seq.Reverse();
        if (seq.Count % 2 != 0 && seq.Count > 1 && vm.Mutants.Has(Mutant.ReverseOddSize))
            seq.CopyItem(seq.Count / 2 - 1, seq.Count / 2);
        return self;
    }

    public static Value Reverse(Vm vm, Value self, in Args args)
    {
        var copy = Seqs.Of(self).CopyAs(true);
        copy.Reverse();
        return vm.World.NewSequence(copy);
    }

    public static Value Sort(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        seq.Sort();
        return self;
    }

    public static Value Copy(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        seq.Become(other);
        return self;
    }

    public static Value IsZero(Vm vm, Value self, in Args args) => vm.Bool(Seqs.Of(self).Bytes.IndexOfAnyExcept((byte)0) < 0);

    public static Value Hash(Vm vm, Value self, in Args args)
    {
        // FNV-1a over the items' values, so that equal sequences of different item types have equal hashes.
        var seq = Seqs.Of(self);
        var hash = 2166136261u;
        for (var i = 0; i < seq.Count; i++)
            hash = (hash ^ (uint)seq.At(i).GetHashCode()) * 16777619u;
        return hash & 0x7FFFFFFF;
    }
}
