using System.Buffers;
using IoLab.Language.Mutants;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Stable sorting by payload: no program code runs, so it is plain C#. The order may be inconsistent (NaN): any result is then right.</summary>
internal static class Ascending
{
    private const int RunLength = 8;

    private readonly record struct Keyed(Value Key, Value Item);

    /// <summary>Sorts values by themselves.</summary>
    public static void Sort(Vm vm, Span<Value> values)
    {
        if (SortNumbers(values))
            return;
        var pairs = new Keyed[values.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = new Keyed(values[i], values[i]);
        Merge(vm, pairs, values);
    }

    /// <summary>Sorts items by keys.</summary>
    public static void Sort(Vm vm, ReadOnlySpan<Value> keys, Span<Value> items)
    {
        var pairs = new Keyed[items.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = new Keyed(keys[i], items[i]);
        Merge(vm, pairs, items);
    }

    private static bool SortNumbers(Span<Value> values)
    {
        foreach (var value in values)
        {
            if (value.Ref is not null)
                return false;
        }
        var numbers = ArrayPool<double>.Shared.Rent(values.Length);
        for (var i = 0; i < values.Length; i++)
            numbers[i] = values[i].Num;
        Array.Sort(numbers, 0, values.Length);
        for (var i = 0; i < values.Length; i++)
            values[i] = numbers[i];
        ArrayPool<double>.Shared.Return(numbers);
        return true;
    }

    private static void Merge(Vm vm, Keyed[] source, Span<Value> result)
    {
        for (var start = 0; start < source.Length; start += RunLength)
            Insert(vm, source.AsSpan(start, Math.Min(RunLength, source.Length - start)));
        var target = new Keyed[source.Length];
        for (long width = RunLength; width < source.Length; width *= 2)
        {
            for (long start = 0; start < source.Length; start += 2 * width)
            {
                var middle = (int)Math.Min(start + width, source.Length);
                var end = (int)Math.Min(start + 2 * width, source.Length);
                Merge(vm, source, target, (int)start, middle, end);
            }
            (source, target) = (target, source);
        }
        for (var i = 0; i < source.Length; i++)
            result[i] = source[i].Item;
    }

    private static void Insert(Vm vm, Span<Keyed> run)
    {
        var least = vm.Mutants.Has(Mutant.SortUnstable) ? 0 : 1;
        for (var i = 1; i < run.Length; i++)
        {
            var moved = run[i];
            var j = i;
            for (; j > 0 && Identity.Order(vm, run[j - 1].Key, moved.Key) >= least; j--)
                run[j] = run[j - 1];
            run[j] = moved;
        }
    }

    private static void Merge(Vm vm, Keyed[] source, Keyed[] target, int start, int middle, int end)
    {
        var (i, j) = (start, middle);
        for (var k = start; k < end; k++)
        {
            var takeLeft = i < middle && (j >= end || Identity.Order(vm, source[i].Key, source[j].Key) <= 0);
            target[k] = takeLeft ? source[i++] : source[j++];
        }
    }
}
