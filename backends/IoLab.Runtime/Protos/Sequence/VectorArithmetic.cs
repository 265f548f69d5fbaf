using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Operators on sequences of numbers, item by item. The other side is a sequence or one number.</summary>
internal static class VectorArithmetic
{
    public static Value AddInPlace(Vm vm, Value self, in Args args) => InPlace<AddOperation>(vm, self, in args);

    public static Value SubtractInPlace(Vm vm, Value self, in Args args) => InPlace<SubtractOperation>(vm, self, in args);

    public static Value MultiplyInPlace(Vm vm, Value self, in Args args) => InPlace<MultiplyOperation>(vm, self, in args);

    public static Value DivideInPlace(Vm vm, Value self, in Args args) => InPlace<DivideOperation>(vm, self, in args);

    public static Value Add(Vm vm, Value self, in Args args) => New<AddOperation>(vm, self, in args);

    public static Value Subtract(Vm vm, Value self, in Args args) => New<SubtractOperation>(vm, self, in args);

    public static Value Multiply(Vm vm, Value self, in Args args) => New<MultiplyOperation>(vm, self, in args);

    public static Value Divide(Vm vm, Value self, in Args args) => New<DivideOperation>(vm, self, in args);

    private static Value InPlace<TOperation>(Vm vm, Value self, in Args args)
        where TOperation : struct, IVectorOperation
    {
        // Two vectors of numbers, the common case, without a word that tells what was wrong.
        if (self.Ref is { Payload: Seq { IsMutable: true, Encoding: SeqEncoding.Number } target } o && args.Count > 0 && args.Get(vm, 0).Ref is { Payload: Seq operand })
        {
            vm.Journal.SavePayload(o);
            VectorKernels.InPlace<TOperation>(target, operand);
            return self;
        }
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        return Apply<TOperation>(vm, seq, in args, out error) ? self : error;
    }

    private static Value New<TOperation>(Vm vm, Value self, in Args args)
        where TOperation : struct, IVectorOperation
    {
        var result = Seqs.Of(self).CopyAs(true);
        return Apply<TOperation>(vm, result, in args, out var error) ? vm.World.NewSequence(result) : error;
    }

    private static bool Apply<TOperation>(Vm vm, Seq seq, in Args args, out Value error)
        where TOperation : struct, IVectorOperation
    {
        if (!TryOperand(vm, seq, in args, out var other, out var number, out error))
            return false;
        if (other is not null)
            VectorKernels.InPlace<TOperation>(seq, other);
        else
            ApplyNumber<TOperation>(vm, seq, number);
        return true;
    }

    private static void ApplyNumber<TOperation>(Vm vm, Seq seq, double number)
        where TOperation : struct, IVectorOperation
    {
        var tail = vm.Mutants.Has(Mutant.VectorTail) ? seq.Slice(seq.Count - seq.Count % 4, seq.Count % 4, false) : null;
        VectorKernels.InPlace<TOperation>(seq, number);
        if (tail is not null)
            seq.Splice(seq.Count - tail.Count, tail.Count, tail.Bytes);
    }

    private static bool TryOperand(Vm vm, Seq seq, in Args args, out Seq? other, out double number, out Value error)
    {
        other = null;
        number = 0;
        error = default;
        if (seq.Encoding != SeqEncoding.Number)
        {
            error = vm.Raise("Io Assertion 'operation not valid on non-number encodings'", args.Message);
            return false;
        }
        var value = args.Get(vm, 0);
        if (value.Ref is null)
        {
            number = value.Num;
            return true;
        }
        other = value.Ref.Payload as Seq;
        if (other is not null)
            return true;
        if (value.Ref.Payload is NumberPayload)
            return args.TryNumber(vm, 0, out number, out error);
        error = args.Wrong(vm, 0, "Sequence or Number");
        return false;
    }

    public static Value PowerInPlace(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        return Power(vm, seq, in args, out error) ? self : error;
    }

    public static Value Power(Vm vm, Value self, in Args args)
    {
        var result = Seqs.Of(self).CopyAs(true);
        return Power(vm, result, in args, out var error) ? vm.World.NewSequence(result) : error;
    }

    private static bool Power(Vm vm, Seq seq, in Args args, out Value error)
    {
        if (!TryOperand(vm, seq, in args, out var other, out var number, out error))
            return false;
        var count = other is null ? seq.Count : Math.Min(seq.Count, other.Count);
        for (var i = 0; i < count; i++)
            seq.Put(i, Math.Pow(seq.At(i), other is null ? number : other.At(i)));
        return true;
    }

    public static Value Min(Vm vm, Value self, in Args args) => Choose(vm, self, in args, smaller: true);

    public static Value Max(Vm vm, Value self, in Args args) => Choose(vm, self, in args, smaller: false);

    /// <summary>Keeps the smaller or greater of two items, in place.</summary>
    private static Value Choose(Vm vm, Value self, in Args args, bool smaller)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        var count = Math.Min(seq.Count, other.Count);
        for (var i = 0; i < count; i++)
        {
            var item = other.At(i);
            // Where one of the two is no number, the other object's item stays.
            if (!(smaller ? seq.At(i) < item : seq.At(i) > item))
                seq.Put(i, item);
        }
        return self;
    }

    public static Value BitwiseAnd(Vm vm, Value self, in Args args) => Bits(vm, self, in args, 0);

    public static Value BitwiseOr(Vm vm, Value self, in Args args) => Bits(vm, self, in args, 1);

    public static Value BitwiseXor(Vm vm, Value self, in Args args) => Bits(vm, self, in args, 2);

    /// <summary>Combines the bytes of items that both have, in place; the other's items are converted first.</summary>
    private static Value Bits(Vm vm, Value self, in Args args, int operation)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        if (other.ItemType != seq.ItemType)
            other = other.ConvertTo(seq.ItemType, seq.Encoding, false);
        var bytes = seq.MutableBytes;
        var others = other.Bytes;
        for (var i = 0; i < bytes.Length && i < others.Length; i++)
        {
            bytes[i] = operation switch
            {
                0 => (byte)(bytes[i] & others[i]),
                1 => (byte)(bytes[i] | others[i]),
                _ => (byte)(bytes[i] ^ others[i]),
            };
        }
        return self;
    }

    public static Value BitwiseNot(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        foreach (ref var b in seq.MutableBytes)
            b = (byte)~b;
        return self;
    }

    /// <summary>1 where either item is not zero, else 0, in place.</summary>
    public static Value LogicalOr(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TrySeq(vm, 0, out var other, out error))
            return error;
        for (var i = 0; i < seq.Count && i < other.Count; i++)
            seq.Put(i, seq.At(i) != 0 || other.At(i) != 0 ? 1 : 0);
        return self;
    }
}
