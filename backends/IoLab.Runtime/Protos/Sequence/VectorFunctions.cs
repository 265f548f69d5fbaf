using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Functions of each item, in place, and functions of all items.</summary>
internal static unsafe class VectorFunctions
{
    private static Value Each(Vm vm, Value self, in Args args, delegate*<double, double> function)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        if (seq.ItemType == ItemType.Float32)
        {
            foreach (ref var item in seq.Items<float>())
                item = (float)Settled(function(item));
        }
        else if (seq.ItemType == ItemType.Float64)
        {
            foreach (ref var item in seq.Items<double>())
                item = Settled(function(item));
        }
        else
        {
            for (var i = 0; i < seq.Count; i++)
                seq.Put(i, function(seq.At(i)));
        }
        return self;
    }

    /// <summary>What is no number has its sign set on every host, as arithmetic's has: its bits can be counted.</summary>
    private static double Settled(double x) => double.IsNaN(x) ? double.NaN : x;

    private static double NegateOne(double x) => -x;

    public static Value Negate(Vm vm, Value self, in Args args) => Each(vm, self, in args, &NegateOne);

    public static Value Abs(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Abs);

    public static Value Ceil(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Ceiling);

    public static Value Floor(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Floor);

    public static Value Sqrt(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Sqrt);

    public static Value Sin(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Sin);

    public static Value Cos(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Cos);

    public static Value Tan(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Tan);

    public static Value Asin(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Asin);

    public static Value Acos(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Acos);

    public static Value Atan(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Atan);

    public static Value Sinh(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Sinh);

    public static Value Cosh(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Cosh);

    public static Value Tanh(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Tanh);

    public static Value Log(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Log);

    public static Value Log10(Vm vm, Value self, in Args args) => Each(vm, self, in args, &Math.Log10);

    public static Value Square(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        VectorKernels.InPlace<MultiplyOperation>(seq, seq);
        return self;
    }

    /// <summary>Divides by the length, so that the squares sum up to 1.</summary>
    public static Value Normalize(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        VectorKernels.InPlace<DivideOperation>(seq, Math.Sqrt(SumOfSquares(seq)));
        return self;
    }

    // Sums are made in double precision from the first item to the last, products of floats in float: what the reference answers.

    private static double Total(Seq seq)
    {
        double sum = 0;
        if (seq.ItemType == ItemType.Float32)
        {
            foreach (var item in seq.Items<float>())
                sum += item;
            return sum;
        }
        for (var i = 0; i < seq.Count; i++)
            sum += seq.At(i);
        return sum;
    }

    private static double SumOfSquares(Seq seq) => Dot(seq, seq);

    private static double Dot(Seq a, Seq b)
    {
        var count = Math.Min(a.Count, b.Count);
        double sum = 0;
        if (a.ItemType == ItemType.Float32 && b.ItemType == ItemType.Float32)
        {
            var x = a.Items<float>()[..count];
            var y = b.Items<float>()[..count];
            for (var i = 0; i < x.Length; i++)
                sum += x[i] * y[i];
            return sum;
        }
        // As in C: what meets a float32 becomes one, but for a float64.
        var isSingle = (a.ItemType == ItemType.Float32 && b.ItemType != ItemType.Float64) || (b.ItemType == ItemType.Float32 && a.ItemType != ItemType.Float64);
        for (var i = 0; i < count; i++)
            sum += isSingle ? (float)a.At(i) * (float)b.At(i) : a.At(i) * b.At(i);
        return sum;
    }

    public static Value Sum(Vm vm, Value self, in Args args) => Total(Seqs.Of(self));

    public static Value Mean(Vm vm, Value self, in Args args) => Total(Seqs.Of(self)) / Seqs.Of(self).Count;

    public static Value MeanSquare(Vm vm, Value self, in Args args) => SumOfSquares(Seqs.Of(self)) / Seqs.Of(self).Count;

    public static Value RootMeanSquare(Vm vm, Value self, in Args args) => Math.Sqrt(SumOfSquares(Seqs.Of(self)) / Seqs.Of(self).Count);

    public static Value Product(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        double product = 1;
        for (var i = 0; i < seq.Count; i++)
            product *= seq.At(i);
        return product;
    }

    public static Value Min(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var best = seq.Count == 0 ? 0 : seq.At(0);
        for (var i = 1; i < seq.Count; i++)
            best = Math.Min(best, seq.At(i));
        return best;
    }

    public static Value Max(Vm vm, Value self, in Args args)
    {
        var seq = Seqs.Of(self);
        var best = seq.Count == 0 ? 0 : seq.At(0);
        for (var i = 1; i < seq.Count; i++)
            best = Math.Max(best, seq.At(i));
        return best;
    }

    public static Value DotProduct(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error) ? Dot(Seqs.Of(self), other) : error;

    public static Value DistanceTo(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var other, out var error))
            return error;
        var seq = Seqs.Of(self);
        var count = Math.Min(seq.Count, other.Count);
        double sum = 0;
        var isFloat = seq.ItemType == ItemType.Float32 && other.ItemType == ItemType.Float32;
        for (var i = 0; i < count; i++)
        {
            var distance = seq.At(i) - other.At(i);
            sum += isFloat ? (float)((float)distance * (float)distance) : distance * distance;
        }
        return Math.Sqrt(sum);
    }

    // Items by name and filling

    public static Value X(Vm vm, Value self, in Args args) => ItemAt(vm, self, 0);

    public static Value Y(Vm vm, Value self, in Args args) => ItemAt(vm, self, 1);

    public static Value Z(Vm vm, Value self, in Args args) => ItemAt(vm, self, 2);

    private static Value ItemAt(Vm vm, Value self, int index) => index < Seqs.Of(self).Count ? Seqs.Of(self).At(index) : vm.Nil;

    public static Value SetX(Vm vm, Value self, in Args args) => SetItem(vm, self, in args, 0);

    public static Value SetY(Vm vm, Value self, in Args args) => SetItem(vm, self, in args, 1);

    public static Value SetZ(Vm vm, Value self, in Args args) => SetItem(vm, self, in args, 2);

    private static Value SetItem(Vm vm, Value self, in Args args, int index)
    {
        if (!Seqs.TryMutable(vm, self, in args, "atPut", out var seq, out var error) || !args.TryNumber(vm, 0, out var number, out error))
            return error;
        if (index >= seq.Count)
            seq.Resize(index + 1);
        seq.Put(index, number);
        return self;
    }

    public static Value Set(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, "atPut", out var seq, out var error))
            return error;
        if (seq.Count < args.Count)
            seq.Resize(args.Count);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TryNumber(vm, i, out var number, out error))
                return error;
            seq.Put(i, number);
        }
        return self;
    }

    public static Value RangeFill(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        for (var i = 0; i < seq.Count; i++)
            seq.Put(i, i);
        return self;
    }

    public static Value Zero(Vm vm, Value self, in Args args)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error))
            return error;
        seq.MutableBytes.Clear();
        return self;
    }

    public static Value SetItemsToDouble(Vm vm, Value self, in Args args) => Fill(vm, self, in args, isWhole: false);

    public static Value SetItemsToLong(Vm vm, Value self, in Args args) => Fill(vm, self, in args, isWhole: true);

    private static Value Fill(Vm vm, Value self, in Args args, bool isWhole)
    {
        if (!Seqs.TryMutable(vm, self, in args, out var seq, out var error) || !args.TryNumber(vm, 0, out var number, out error))
            return error;
        for (var i = 0; i < seq.Count; i++)
            seq.Put(i, isWhole ? Math.Truncate(number) : number);
        return self;
    }
}
