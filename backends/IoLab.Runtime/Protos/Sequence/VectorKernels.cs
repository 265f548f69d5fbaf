using System.Numerics;
using System.Runtime.InteropServices;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>An operation on two numbers and on two machine vectors of numbers.</summary>
internal interface IVectorOperation
{
    /// <summary>On numbers.</summary>
    static abstract T Of<T>(T a, T b)
        where T : INumberBase<T>;

    /// <summary>On machine vectors.</summary>
    static abstract Vector<T> Of<T>(Vector<T> a, Vector<T> b);
}

internal readonly struct AddOperation : IVectorOperation
{
    public static T Of<T>(T a, T b)
        where T : INumberBase<T> => a + b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) => a + b;
}

internal readonly struct SubtractOperation : IVectorOperation
{
    public static T Of<T>(T a, T b)
        where T : INumberBase<T> => a - b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) => a - b;
}

internal readonly struct MultiplyOperation : IVectorOperation
{
    public static T Of<T>(T a, T b)
        where T : INumberBase<T> => a * b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) => a * b;
}

internal readonly struct DivideOperation : IVectorOperation
{
    public static T Of<T>(T a, T b)
        where T : INumberBase<T> => a / b;

    public static Vector<T> Of<T>(Vector<T> a, Vector<T> b) => a / b;
}

/// <summary>
/// Element-wise loops over machine vectors. Results are the same on every processor: no operation depends on the number of lanes.
/// </summary>
internal static class VectorKernels
{
    /// <summary><c>a[i] = a[i] op b[i]</c> for all of b; both may be the same memory.</summary>
    public static void InPlace<T, TOperation>(Span<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, INumberBase<T>
        where TOperation : struct, IVectorOperation
    {
        var count = (nuint)Math.Min(a.Length, b.Length);
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        var lanes = (nuint)Vector<T>.Count;
        nuint i = 0;
        // Four vectors a turn: the loop's own instructions cost as much as one multiplication otherwise.
        for (; i + 4 * lanes <= count; i += 4 * lanes)
        {
            var r0 = TOperation.Of(Vector.LoadUnsafe(ref left, i), Vector.LoadUnsafe(ref right, i));
            var r1 = TOperation.Of(Vector.LoadUnsafe(ref left, i + lanes), Vector.LoadUnsafe(ref right, i + lanes));
            var r2 = TOperation.Of(Vector.LoadUnsafe(ref left, i + 2 * lanes), Vector.LoadUnsafe(ref right, i + 2 * lanes));
            var r3 = TOperation.Of(Vector.LoadUnsafe(ref left, i + 3 * lanes), Vector.LoadUnsafe(ref right, i + 3 * lanes));
            r0.StoreUnsafe(ref left, i);
            r1.StoreUnsafe(ref left, i + lanes);
            r2.StoreUnsafe(ref left, i + 2 * lanes);
            r3.StoreUnsafe(ref left, i + 3 * lanes);
        }
        for (; i + lanes <= count; i += lanes)
            TOperation.Of(Vector.LoadUnsafe(ref left, i), Vector.LoadUnsafe(ref right, i)).StoreUnsafe(ref left, i);
        for (; i < count; i++)
            a[(int)i] = TOperation.Of(a[(int)i], b[(int)i]);
    }

    /// <summary><c>a[i] = a[i] op b</c>.</summary>
    public static void InPlace<T, TOperation>(Span<T> a, T b)
        where T : unmanaged, INumberBase<T>
        where TOperation : struct, IVectorOperation
    {
        var count = (nuint)a.Length;
        ref var left = ref MemoryMarshal.GetReference(a);
        var right = new Vector<T>(b);
        var lanes = (nuint)Vector<T>.Count;
        nuint i = 0;
        for (; i + lanes <= count; i += lanes)
            TOperation.Of(Vector.LoadUnsafe(ref left, i), right).StoreUnsafe(ref left, i);
        for (; i < count; i++)
            a[(int)i] = TOperation.Of(a[(int)i], b);
    }

    /// <summary>Combines a sequence with another, as many items as both have; the result has the first's item type.</summary>
    public static void InPlace<TOperation>(Seq a, Seq b)
        where TOperation : struct, IVectorOperation
    {
        if (a.ItemType == b.ItemType)
        {
            switch (a.ItemType)
            {
                case ItemType.Float32:
                    InPlace<float, TOperation>(a.Items<float>(), b.Items<float>());
                    return;
                case ItemType.Float64:
                    InPlace<double, TOperation>(a.Items<double>(), b.Items<double>());
                    return;
                case ItemType.Int32 or ItemType.UInt32 when typeof(TOperation) != typeof(DivideOperation):
                    InPlace<int, TOperation>(a.Items<int>(), b.Items<int>());
                    return;
                case ItemType.Int64 or ItemType.UInt64 when typeof(TOperation) != typeof(DivideOperation):
                    InPlace<long, TOperation>(a.Items<long>(), b.Items<long>());
                    return;
            }
        }
        var count = Math.Min(a.Count, b.Count);
        for (var i = 0; i < count; i++)
            a.Put(i, TOperation.Of(a.At(i), b.At(i)));
    }

    /// <summary>Combines each item with a number, as if in double precision.</summary>
    public static void InPlace<TOperation>(Seq a, double b)
        where TOperation : struct, IVectorOperation
    {
        // A float operand gives the same bits in float as in double rounded once more: 53 >= 2 * 24 + 2.
        if (a.ItemType == ItemType.Float32 && (float)b == b)
            InPlace<float, TOperation>(a.Items<float>(), (float)b);
        else if (a.ItemType == ItemType.Float64)
            InPlace<double, TOperation>(a.Items<double>(), b);
        else
        {
            for (var i = 0; i < a.Count; i++)
                a.Put(i, TOperation.Of(a.At(i), b));
        }
    }
}
