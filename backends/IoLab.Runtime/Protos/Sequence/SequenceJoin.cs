using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>
/// Adding text to text. Arguments count as what their <c>asString</c> answers: numbers and sequences at once, others through the prelude.
/// </summary>
internal static class SequenceJoin
{
    public static Value AppendSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (args.Count == 0)
            return vm.Raise("Io Assertion 'requires at least one argument'", args.Message);
        // Nothing is appended before all texts are known.
        var texts = new Seq[args.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var value = args.Get(vm, i);
            if (Printing.PlainText(vm, value) is not { } text)
                return vm.RedirectWith(Chain(vm, in args, "`appendItems"));
            texts[i] = value.PayloadAs<Seq>() ?? text;
        }
        foreach (var text in texts)
        {
            if (!Add(vm, seq, text))
                return vm.Unwind;
        }
        return self;
    }

    /// <summary>The items to insert for a value: a sequence's own (also a vector's), otherwise plain text.</summary>
    private static Seq Text(Vm vm, Value value) => value.PayloadAs<Seq>() ?? Printing.PlainText(vm, value)!;

    private static bool Add(Vm vm, Seq seq, Seq other)
    {
        if (!Seqs.MayAppend(vm, seq, other))
            return false;
        seq.Append(other);
        return true;
    }

    private static bool AllPlain(Vm vm, in Args args, int from)
    {
        for (var i = from; i < args.Count; i++)
        {
            if (Printing.PlainText(vm, args.Get(vm, i)) is null)
                return false;
        }
        return true;
    }

    /// <summary>A method that sends a message once for each argument, with its <c>asString</c>; the receiver is passed on.</summary>
    private static IoObject Chain(Vm vm, in Args args, string name)
    {
        var first = new Message(vm.Names.Self) { Label = Prelude.Label };
        var last = first;
        foreach (var argument in Evaluation.Literals(vm, args.All))
        {
            argument.Label = Prelude.Label;
            argument.Next = new Message(vm.Names.AsString) { Label = Prelude.Label };
            last = last.Next = new Message(vm.Symbols.Intern(name)) { Label = Prelude.Label, Arguments = [argument] };
        }
        return vm.World.NewBlock(new BlockPayload([], first, null) { IsOpaque = true });
    }

    /// <summary>Appends one sequence.</summary>
    public static Value AppendItems(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, "appendSeq", out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        return Add(vm, seq, other) ? self : vm.Unwind;
    }

    /// <summary>Inserts one sequence at the start.</summary>
    public static Value PrependItems(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, "atInsertSeq", out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        return Insert(vm, seq, 0, other) ? self : vm.Unwind;
    }

    private static bool Insert(Vm vm, Seq seq, int index, Seq other)
    {
        if (!Seqs.MayAppend(vm, seq, other))
            return false;
        other = seq.Meet(other);
        // Decoding UTF-8 may have made it shorter.
        index = Math.Min(index, seq.Count);
        seq.Splice(index, 0, ReferenceEquals(seq, other) ? other.Bytes.ToArray() : other.Bytes);
        return true;
    }

    public static Value PrependSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, "atInsertSeq", out var seq, out var error))
            return error;
        var reversed = args.All.ToArray();
        Array.Reverse(reversed);
        if (!AllPlain(vm, in args, 0))
            return vm.RedirectWith(Chain(vm, new Args(reversed, args.Message), "`prependItems"));
        foreach (var value in reversed)
        {
            if (!Insert(vm, seq, 0, Text(vm, vm.Resolve(value))))
                return vm.Unwind;
        }
        return self;
    }

    public static Value AtInsertSeq(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !Seqs.TryIndex(vm, in args, 0, out var index, out error))
            return error;
        if (!AllPlain(vm, in args, 1))
            return vm.Redirect(vm.Symbols.Intern("atInsertSeq"));
        if (index > seq.Count)
            return vm.Raise("Io Assertion 'insert index out of sequence bounds'", args.Message);
        return Insert(vm, seq, (int)index, Text(vm, args.Get(vm, 1))) ? self : vm.Unwind;
    }

    public static Value With(Vm vm, Value self, in Args args)
    {
        var result = Seqs.Of(self).CopyAs(true);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TrySeq(vm, i, out var other, out var error))
                return error;
            if (!Add(vm, result, other))
                return vm.Unwind;
        }
        return vm.World.NewSequence(Seqs.Of(self).IsMutable ? result : result.CopyAs(false));
    }

    public static Value CloneAppendSeq(Vm vm, Value self, in Args args)
    {
        if (Printing.PlainText(vm, args.Get(vm, 0)) is not { } other)
            return vm.Redirect(vm.Symbols.Intern("concatenate"));
        return Printing.Join(vm, Seqs.Of(self), other);
    }

    public static Value Join(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error) ? Printing.Join(vm, Seqs.Of(self), other) : error;

    public static Value Repeated(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryWhole(vm, in args, 0, out var times, out var error))
            return error;
        // As in a loop: a part of a turn is a turn.
        if (args.Get(vm, 0).Num > times)
            times++;
        var seq = Seqs.Of(self);
        if (!Seqs.MayHold(vm, Math.Max(0, times) * Math.Max(1, seq.Count), seq.ItemSize))
            return vm.Unwind;
        var result = seq.Slice(0, 0, true);
        if (seq.Count > 0)
        {
            result.Reserve((int)Math.Max(0, times) * seq.Count);
            for (long i = 0; i < times; i++)
                result.Append(seq);
        }
        return vm.World.NewSequence(result);
    }

    public static Value InsertSeqEvery(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error)
            || !args.TrySeq(vm, 0, out var other, out error)
            || !Seqs.TryIndex(vm, in args, 1, out var every, out error))
            return error;
        if (every == 0)
            return vm.Raise("Io Assertion 'aNumberOfItems must be > 0'", args.Message);
        if (every > seq.Count)
            return vm.Raise("Io Assertion 'aNumberOfItems out of sequence bounds'", args.Message);
        var times = seq.Count / every;
        if (!Seqs.MayHold(vm, seq.Count + times * other.Count, Math.Max(seq.ItemSize, other.ItemSize)))
            return vm.Unwind;
        other = seq.Meet(other);
        var result = seq.Slice(0, 0, true);
        var size = seq.ItemSize;
        for (var i = 0; i < seq.Count; i += (int)every)
        {
            var length = (int)Math.Min(every, seq.Count - i);
            result.Splice(result.Count, 0, seq.Bytes.Slice(i * size, length * size));
            if (length == every)
                result.Append(other);
        }
        seq.Become(result);
        return self;
    }
}
