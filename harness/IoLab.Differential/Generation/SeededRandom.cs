namespace IoLab.Differential.Generation;

/// <summary>A sequence of random numbers that is the same on every machine and for ever (SplitMix64): seeds depend on it.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private ulong state = Mix(seed);

    /// <summary>Scrambles a number; neighbours become unrelated.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += Increment);

    /// <summary>A number from 0 to below a bound that is at least 1.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from a least to a greatest one, both included.</summary>
    public int Between(int least, int greatest) => least + Below(greatest - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of the items, of which there is at least one.</summary>
    public T OneOf<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, of which there is at least one.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>An index of the weights, each as often as its weight says; the sum is at least 1.</summary>
    public int Weighted(ReadOnlySpan<int> cumulative)
    {
        int drawn = Below(cumulative[^1]);
        int low = 0;
        int high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulative[middle] > drawn) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
