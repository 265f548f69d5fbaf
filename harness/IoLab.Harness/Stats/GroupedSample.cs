namespace IoLab.Harness.Stats;

/// <summary>
/// Values in groups: the samples of each invocation. Invocations are the unit of replication, samples within one are correlated
/// (Kalibera and Jones, "Rigorous benchmarking in reasonable time", ISMM 2013). The estimate is the trimmed mean over groups (20%, of eight or more) of the groups' medians: now and then .NET's compiler makes
/// a process a fifth slower than its equals (profiles are samples), and a mean would follow it.
/// </summary>
public sealed class GroupedSample
{
    /// <summary>With at least so many groups only their centres count: the centres' differences already hold what comes from within.</summary>
    private const int ManyGroups = 4;

    /// <summary>
    /// So much of the groups is left out at each end: what Wilcox recommends ("Introduction to robust estimation and hypothesis testing", 2012, section 3.4). With fewer than
    /// <see cref="EnoughToTrim"/> nothing is: what is left would tell too little of the variance.
    /// </summary>
    private const double Trimmed = 0.2;
    private const int EnoughToTrim = 8;

    private readonly double[][] _groups;
    private readonly double[] _centres; // Sorted.

    /// <summary>Creates a grouped sample; empty groups are dropped.</summary>
    /// <param name="groups">At least one value in all.</param>
    public GroupedSample(IEnumerable<IEnumerable<double>> groups)
    {
        // Sorted, so that the order of groups and of values in them changes nothing, not even by rounding.
        _groups = [.. groups.Select(group => group.Order().ToArray()).Where(group => group.Length > 0)
            .OrderBy(group => group[0]).ThenBy(group => group[^1]).ThenBy(group => group.Length)];
        ArgumentOutOfRangeException.ThrowIfZero(_groups.Length, nameof(groups));
        _centres = [.. _groups.Select(group => Medians.HarrellDavis(group)).Order()];
    }

    /// <summary>How many groups.</summary>
    public int Groups => _groups.Length;

    /// <summary>How many values.</summary>
    public int Count => _groups.Sum(group => group.Length);

    /// <summary>Are there enough groups for their centres to tell the variance of the estimate (<see cref="Variance"/>)? Otherwise values are to be resampled.</summary>
    public bool HasManyGroups => _groups.Length >= ManyGroups;

    private int TrimmedAtEachEnd => _groups.Length < EnoughToTrim ? 0 : (int)(Trimmed * _groups.Length);

    /// <summary>The mean of the groups' Harrell-Davis medians, a fifth of them left out at each end; with fewer than eight groups of all.</summary>
    public double Centre() => _centres[TrimmedAtEachEnd..^TrimmedAtEachEnd].Average();

    /// <summary>The centre of one bootstrap resample, for few groups: groups drawn with replacement, and the values within each.</summary>
    public double ResampledCentre(SeededRandom random, ref double[] buffer)
    {
        double sum = 0;
        for (int g = 0; g < _groups.Length; g++)
        {
            double[] group = _groups[random.Next(_groups.Length)];
            if (buffer.Length < group.Length)
            {
                buffer = new double[group.Length];
            }

            for (int i = 0; i < group.Length; i++)
            {
                buffer[i] = group[random.Next(group.Length)];
            }

            sum += Medians.SortingMedian(buffer.AsSpan(0, group.Length));
        }

        return sum / _groups.Length;
    }

    /// <summary>The centres of two random halves: the medians of groups' medians where there are many groups, otherwise of the values within each group.</summary>
    public (double Left, double Right) SplitCentres(SeededRandom random)
    {
        if (HasManyGroups)
        {
            double[] centres = [.. _centres];
            random.Shuffle<double>(centres);
            int middle = centres.Length / 2;
            return (Medians.Of(centres.AsSpan(0, middle)), Medians.Of(centres.AsSpan(middle, middle)));
        }

        double left = 0, right = 0;
        foreach (double[] values in _groups)
        {
            double[] group = [.. values];
            random.Shuffle<double>(group);
            int half = Math.Max(1, group.Length / 2);
            left += Medians.Of(group.AsSpan(0, half));
            right += Medians.Of(group.AsSpan(group.Length - half, half));
        }

        return (left / _groups.Length, right / _groups.Length);
    }

    /// <summary>
    /// The sampling variance of the centre, split into its two sources. That of a trimmed mean comes from the winsorized values (Yuen, "The two-sample trimmed t for unequal population
    /// variances", Biometrika 1974).
    /// </summary>
    public CentreVariance Variance()
    {
        int n = _groups.Length;
        // The variance of a median of m normal values is pi/2 times that of their mean (Kenney and Keeping, 1962), for large m.
        double within = _groups.Where(group => group.Length > 1).Sum(group => Math.PI / 2 * SampleVariance(group) / group.Length) / ((double)n * n);
        if (HasManyGroups)
        {
            int kept = n - (2 * TrimmedAtEachEnd);
            return new CentreVariance((n - 1) * SampleVariance(Winsorized()) / ((double)kept * (kept - 1)), 0, kept - 1, 1);
        }

        double total = n > 1 ? SampleVariance(_centres) / n : within;
        return new CentreVariance(Math.Max(0, total - within), within, n - 1, Math.Max(1, Count - n));
    }

    /// <summary>The centres, those that are left out replaced by the nearest ones kept.</summary>
    private double[] Winsorized() => [.. _centres.Select(centre => Math.Clamp(centre, _centres[TrimmedAtEachEnd], _centres[^(1 + TrimmedAtEachEnd)]))];

    private static double SampleVariance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
