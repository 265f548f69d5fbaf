using IoLab.Contract;

namespace IoLab.Differential.Localisation;

/// <summary>
/// Where the first difference of two traces is: the first <paramref name="Equal"/> events are the same, and within the first <paramref name="Different"/> there is a
/// difference, or one of the traces ends.
/// </summary>
/// <param name="Equal">How many events at the beginning are known to be equal: the number of the first that may differ.</param>
/// <param name="Different">How many events at the beginning are known not to be; more than <paramref name="Equal"/>.</param>
internal readonly record struct TraceInterval(long Equal, long Different)
{
    /// <summary>How many events may be the first that differs.</summary>
    public long Length => Different - Equal;

    /// <summary>Narrows by two digests whose checkpoints were taken from <see cref="Equal"/> on. Null when they show no difference within.</summary>
    /// <param name="left">The left digest.</param>
    /// <param name="right">The right digest.</param>
    /// <param name="areWhole">Did both runs come to an end that is the same every time? Otherwise nothing is made of where they ended.</param>
    public TraceInterval? Narrow(TraceDigest left, TraceDigest right, bool areWhole)
    {
        long equal = Equal;
        Dictionary<long, ulong> known = HashesByLength(left, areWhole);
        foreach ((long length, ulong hash) in HashesByLength(right, areWhole).OrderBy(entry => entry.Key))
        {
            if (!known.TryGetValue(length, out ulong other)) continue;
            if (hash != other) return new TraceInterval(equal, length);
            equal = length;
        }

        // All common hashes agree: one trace goes on where the other ends, or what is known to differ is behind the last of them.
        if (areWhole && left.Events != right.Events)
        {
            long end = Math.Min(left.Events, right.Events) + 1;
            if (end > equal && end <= Different) return new TraceInterval(equal, end);
        }

        return Different < long.MaxValue && equal > Equal && equal < Different ? this with { Equal = equal } : null;
    }

    /// <summary>The hash of the first n events, by n.</summary>
    private Dictionary<long, ulong> HashesByLength(TraceDigest digest, bool isWhole)
    {
        var hashes = new Dictionary<long, ulong>();
        for (int i = 0; i < digest.Checkpoints.Count; i++) hashes[Equal + ((i + 1) * digest.Interval)] = digest.Checkpoints[i];
        if (isWhole && digest.Events > Equal) hashes[digest.Events] = digest.Hash;
        return hashes;
    }
}
