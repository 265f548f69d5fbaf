using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Alignment and paths.</summary>
internal static class SequenceLayout
{
    private static readonly Seq Space = Seq.FromText(" ");
    private static readonly Seq Slash = Seq.FromText("/");
    private static readonly Seq Dot = Seq.FromText(".");

    /// <summary>Takes width and padding. Answers how many items of padding are missing.</summary>
    private static bool TryPadding(Vm vm, Seq seq, in Args args, out int missing, out Seq padding, out Value error)
    {
        missing = 0;
        padding = Space;
        if (!Seqs.TryWhole(vm, in args, 0, out var width, out error))
            return false;
        if (args.Count > 1 && !args.TrySeq(vm, 1, out padding, out error))
            return false;
        if (padding.Count == 0)
            padding = Space;
        if (!Seqs.MayHold(vm, width, Math.Max(seq.ItemSize, padding.ItemSize)))
        {
            error = vm.Unwind;
            return false;
        }
        missing = (int)Math.Max(0, width - seq.Count);
        return true;
    }

    private static void Pad(Seq result, Seq padding, int count)
    {
        padding = result.Meet(padding);
        for (; count >= padding.Count; count -= padding.Count)
            result.Append(padding);
        if (count > 0)
            result.Append(padding.Slice(0, count, false));
    }

    private static Value Align(Vm vm, Value self, in Args args, Func<int, int> before)
    {
        var seq = Seqs.Of(self);
        if (!TryPadding(vm, seq, in args, out var missing, out var padding, out var error))
            return error;
        var result = seq.Slice(0, 0, true);
        var left = before(missing);
        Pad(result, padding, left);
        result.Append(seq);
        Pad(result, padding, missing - left);
        return vm.World.NewSequence(result);
    }

    public static Value AlignLeft(Vm vm, Value self, in Args args) => Align(vm, self, in args, missing => 0);

    public static Value AlignRight(Vm vm, Value self, in Args args) => Align(vm, self, in args, missing => missing);

    public static Value AlignCenter(Vm vm, Value self, in Args args) => Align(vm, self, in args, missing => missing / 2);

    public static Value AlignLeftInPlace(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, "appendSeq", out var seq, out var error)
            || !TryPadding(vm, seq, in args, out var missing, out var padding, out error))
            return error;
        Pad(seq, padding, missing);
        return self;
    }

    /// <summary>Where the path ends but for slashes at its end.</summary>
    private static int TrimmedEnd(Seq seq)
    {
        var end = seq.Count;
        while (end > 0 && seq.At(end - 1) == '/')
            end--;
        return end;
    }

    /// <summary>The last slash that has something behind it; -1 if none.</summary>
    private static int LastSlash(Seq seq) => SequenceSearch.LastIndexOf(seq, Slash, TrimmedEnd(seq) - 1);

    public static Value LastPathComponent(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var start = TrimmedEnd(seq) == 0 ? seq.Count : LastSlash(seq) + 1;
        return vm.World.NewSequence(seq.Slice(start, seq.Count - start, true));
    }

    public static Value PathComponent(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        return vm.World.NewSequence(seq.Slice(0, Math.Max(0, LastSlash(seq)), false));
    }

    public static Value PathExtension(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var dot = SequenceSearch.LastIndexOf(seq, Dot, seq.Count);
        return vm.World.NewSequence(dot < 0 ? seq.Slice(0, 0, false) : seq.Slice(dot + 1, seq.Count - dot - 1, false));
    }

    public static Value FileName(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        if (seq.Count == 0)
            return self;
        var start = LastSlash(seq) + 1;
        var name = seq.Slice(start, TrimmedEnd(seq) - start, true);
        var dot = SequenceSearch.LastIndexOf(name, Dot, name.Count);
        if (dot >= 0)
            name.Resize(dot);
        return vm.World.NewSequence(name);
    }

    public static Value AppendPathSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        if (!Seqs.MayAppend(vm, seq, other))
            return vm.Unwind;
        AppendPath(seq, other);
        return self;
    }

    /// <summary>Appends a path with exactly one slash between, none if there is nothing before it.</summary>
    private static void AppendPath(Seq seq, Seq other)
    {
        var hasSlash = seq.Count > 0 && seq.At(seq.Count - 1) == '/';
        var bringsSlash = other.Count > 0 && other.At(0) == '/';
        if (seq.Count > 0 && !hasSlash && !bringsSlash)
            seq.Append(Slash);
        seq.Append(hasSlash && bringsSlash ? other.Slice(1, other.Count - 1, false) : other);
    }

    public static Value CloneAppendPath(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self).CopyAs(true);
        if (!Seqs.MayAppend(vm, seq, other))
            return vm.Unwind;
        AppendPath(seq, other);
        return vm.World.NewSequence(seq.CopyAs(false));
    }
}
