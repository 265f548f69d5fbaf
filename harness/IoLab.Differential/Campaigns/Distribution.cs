namespace IoLab.Differential.Campaigns;

/// <summary>
/// How often each whole number of at least 0 was seen. Exact below 256; above, numbers that share their first eight bits count as one, so that quantiles are
/// right within 1 % and any number of them takes a few kilobytes. Sums of distributions do not depend on their order.
/// </summary>
public sealed class Distribution
{
    private const int ExactBits = 8;
    private readonly SortedDictionary<long, long> counts = [];

    /// <summary>How many numbers it has.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(long value) => Add(Rounded(Math.Max(0, value)), 1);

    /// <summary>Adds all numbers of another one.</summary>
    public void Add(Distribution other)
    {
        foreach ((long value, long count) in other.counts) Add(value, count);
    }

    /// <summary>The smallest number that at least this fraction of all are not above; 0 without numbers.</summary>
    public long Quantile(double fraction)
    {
        long needed = Math.Max(1, (long)Math.Ceiling(fraction * Count)), seen = 0;
        foreach ((long value, long count) in counts)
        {
            seen += count;
            if (seen >= needed) return value;
        }

        return 0;
    }

    private void Add(long value, long count)
    {
        counts[value] = counts.GetValueOrDefault(value) + count;
        Count += count;
    }

    private static long Rounded(long value)
    {
        int shift = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)value) - ExactBits);
        return value >> shift << shift;
    }
}
