using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Splitting at separators and stripping from the ends.</summary>
internal static class SequenceSplit
{
    private static bool IsSpace(double item) => item is 32 or 9 or 10 or 13;

    public static Value Split(Vm vm, Value self, in Args args) => Split(vm, self, in args, keepsEmpty: true);

    public static Value SplitNoEmpties(Vm vm, Value self, in Args args) => Split(vm, self, in args, keepsEmpty: false);

    private static Value Split(Vm vm, Value self, in Args args, bool keepsEmpty)
    {
        var seq = Seqs.Of(self);
        var list = new ListPayload();
        var start = 0;
        if (args.Count == 0)
        {
            for (var i = 0; i < seq.Count; i++)
            {
                if (!IsSpace(seq.At(i)))
                    continue;
                AddPiece(vm, list, seq, start, i, keepsEmpty);
                start = i + 1;
            }
        }
        else
        {
            if (!TrySeparators(vm, in args, seq, out var separators, out var error))
                return error;
            if (separators is [{ Text: { Count: 1, ItemSize: 1 } only }] && only.ItemType == seq.ItemType)
                start = AddPieces(vm, list, seq, only.Bytes[0], keepsEmpty);
            while (NextSeparator(seq, separators, start) is { At: >= 0 } next)
            {
                AddPiece(vm, list, seq, start, next.At, keepsEmpty);
                start = next.At + next.Length;
            }
        }
        if (start < seq.Count || (start > 0 && vm.Mutants.Has(Mutant.SplitKeepsTail)))
            AddPiece(vm, list, seq, start, seq.Count, keepsEmpty);
        return vm.World.NewList(list);
    }

    /// <summary>Adds what lies before each occurrence of a byte; answers where the rest begins.</summary>
    private static int AddPieces(Vm vm, ListPayload list, Seq seq, byte separator, bool keepsEmpty)
    {
        var bytes = seq.Bytes;
        var start = 0;
        while (bytes[start..].IndexOf(separator) is >= 0 and var length)
        {
            AddPiece(vm, list, seq, start, start + length, keepsEmpty);
            start += length + 1;
        }
        return start;
    }

    private static void AddPiece(Vm vm, ListPayload list, Seq seq, int start, int end, bool keepsEmpty)
    {
        if (keepsEmpty || end > start)
            list.Add(vm.World.NewSequence(seq.Slice(start, end - start, true)));
    }

    /// <summary>A separator with the place of its next occurrence: searched again only when passed, so that splitting stays linear.</summary>
    private struct Separator
    {
        public Seq Text;
        public int At;
    }

    private static bool TrySeparators(Vm vm, in Args args, Seq seq, out Separator[] separators, out Value error)
    {
        separators = new Separator[args.Count];
        error = default;
        for (var i = 0; i < args.Count; i++)
        {
            if (args.Get(vm, i).PayloadAs<Seq>() is not { } text)
            {
                error = vm.Raise($"requires Sequences as arguments, not {vm.TypeName(args.Get(vm, i))}s", args.Message);
                return false;
            }
            if (text.Count == 0)
            {
                error = vm.Raise("empty string argument", args.Message);
                return false;
            }
            separators[i] = new Separator { Text = text, At = SequenceSearch.IndexOf(seq, text, 0) };
        }
        return true;
    }

    private static (int At, int Length) NextSeparator(Seq seq, Separator[] separators, int from)
    {
        var best = (At: -1, Length: 0);
        for (var i = 0; i < separators.Length; i++)
        {
            ref var separator = ref separators[i];
            if (separator.At >= 0 && separator.At < from)
                separator.At = SequenceSearch.IndexOf(seq, separator.Text, from);
            if (separator.At >= 0 && (best.At < 0 || separator.At < best.At))
                best = (separator.At, separator.Text.Count);
        }
        return best;
    }

    /// <summary>Splits at each argument once, in order; nil for the piece before one that does not occur.</summary>
    public static Value OrderedSplit(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var list = new ListPayload();
        var start = 0;
        var missing = 0;
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TrySeq(vm, i, out var separator, out var error))
                return error;
            var at = start < seq.Count ? SequenceSearch.IndexOf(seq, separator, start) : -1;
            if (at < 0)
            {
                missing++;
                continue;
            }
            list.Add(vm.World.NewSequence(seq.Slice(start, at - start, false)));
            for (; missing > 0; missing--)
                list.Add(vm.Nil);
            start = at + separator.Count;
        }
        list.Add(seq.Count == 0 && args.Count > 0 ? vm.Nil : vm.World.NewSequence(seq.Slice(start, seq.Count - start, false)));
        for (; missing > 0; missing--)
            list.Add(vm.Nil);
        return vm.World.NewList(list);
    }

    public static Value Strip(Vm vm, Value self, in Args args) => Strip(vm, self, in args, left: true, right: true);

    public static Value StripLeft(Vm vm, Value self, in Args args) => Strip(vm, self, in args, left: true, right: false);

    public static Value StripRight(Vm vm, Value self, in Args args) => Strip(vm, self, in args, left: false, right: true);

    private static Value Strip(Vm vm, Value self, in Args args, bool left, bool right)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        Seq? set = null;
        if (args.Count > 0)
        {
            if (!args.TrySeq(vm, 0, out set, out error))
                return error;
        }
        var end = seq.Count;
        while (right && end > 0 && IsIn(set, seq.At(end - 1)))
            end--;
        var start = 0;
        while (left && start < end && IsIn(set, seq.At(start)))
            start++;
        seq.Resize(end);
        seq.Splice(0, start, default);
        return self;
    }

    private static bool IsIn(Seq? set, double item)
    {
        if (set is null)
            return IsSpace(item);
        for (var i = 0; i < set.Count; i++)
        {
            if (set.At(i) == item)
                return true;
        }
        return false;
    }
}
