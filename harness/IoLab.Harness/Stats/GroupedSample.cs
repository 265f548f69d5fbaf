namespace IoLab.Harness.Stats;

/// <summary>
/// Values in groups: the samples of each invocation. Invocations are the unit of replication, samples within one are correlated
/// (Kalibera and Jones, "Rigorous benchmarking in reasonable time", ISMM 2013). The estimate is the mean over groups of the groups' medians.
/// </summary>
public sealed class GroupedSample
{
    /// <summary>With at least so many groups only groups are resampled: the centres' differences already hold what comes from within.</summary>
    private const int ManyGroups = 4;

    private readonly double[][] _groups;
    private readonly double[] _centres;

    /// <summary>Creates a grouped sample; empty groups are dropped.</summary>
    /// <param name="groups">At least one value in all.</param>
    public GroupedSample(IEnumerable<IEnumerable<double>> groups)
    {
        // Sorted, so that the order of groups and of values in them changes nothing, not even by rounding.
        _groups = [.. groups.Select(group => group.Order().ToArray()).Where(group => group.Length > 0)
            .OrderBy(group => group[0]).ThenBy(group => group[^1]).ThenBy(group => group.Length)];
        ArgumentOutOfRangeException.ThrowIfZero(_groups.Length, nameof(groups));
        _centres = [.. _groups.Select(group => Medians.HarrellDavis(group))];
    }

    /// <summary>How many groups.</summary>
    public int Groups => _groups.Length;

    /// <summary>How many values.</summary>
    public int Count => _groups.Sum(group => group.Length);

    /// <summary>The mean over groups of the groups' Harrell-Davis medians.</summary>
    public double Centre() => _centres.Average();

    /// <summary>
    /// The centre of one bootstrap resample: groups drawn with replacement; where there are fewer than four, also the values within each. Drawing both with replacement counts what
    /// comes from within twice (Davison and Hinkley, "Bootstrap methods and their application", 1997, section 3.8), which few groups need and many do not.
    /// </summary>
    public double ResampledCentre(SeededRandom random, ref double[] buffer)
    {
        double sum = 0;
        for (int g = 0; g < _groups.Length; g++)
        {
            int drawn = random.Next(_groups.Length);
            if (_groups.Length >= ManyGroups)
            {
                sum += _centres[drawn];
                continue;
            }

            double[] group = _groups[drawn];
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

    /// <summary>The centres of two random halves: of the groups where there are many, otherwise of the values within each group.</summary>
    public (double Left, double Right) SplitCentres(SeededRandom random)
    {
        double[][] shuffled = [.. _groups.Select(group => (double[])group.Clone())];
        if (shuffled.Length >= ManyGroups)
        {
            random.Shuffle<double[]>(shuffled);
            int half = shuffled.Length / 2;
            return (shuffled[..half].Average(group => Medians.Of(group)), shuffled[half..(2 * half)].Average(group => Medians.Of(group)));
        }

        double left = 0, right = 0;
        foreach (double[] group in shuffled)
        {
            random.Shuffle<double>(group);
            int half = Math.Max(1, group.Length / 2);
            left += Medians.Of(group.AsSpan(0, half));
            right += Medians.Of(group.AsSpan(group.Length - half, half));
        }

        return (left / shuffled.Length, right / shuffled.Length);
    }

    /// <summary>The sampling variance of the centre, split into its two sources.</summary>
    public CentreVariance Variance()
    {
        int n = _groups.Length;
        // The variance of a median of m normal values is pi/2 times that of their mean (Kenney and Keeping, 1962), for large m.
        double within = _groups.Where(group => group.Length > 1).Sum(group => Math.PI / 2 * SampleVariance(group) / group.Length) / ((double)n * n);
        if (n >= ManyGroups)
        {
            return new CentreVariance(SampleVariance(_centres) / n, 0, n - 1, 1);
        }

        double total = n > 1 ? SampleVariance(_centres) / n : within;
        return new CentreVariance(Math.Max(0, total - within), within, n - 1, Math.Max(1, Count - n));
    }

    private static double SampleVariance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
