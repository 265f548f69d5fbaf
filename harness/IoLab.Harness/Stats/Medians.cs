using Perfolizer;
using Perfolizer.Mathematics.QuantileEstimators;

namespace IoLab.Harness.Stats;

/// <summary>Medians.</summary>
public static class Medians
{
    /// <summary>
    /// The Harrell-Davis median (Harrell and Davis, "A new distribution-free quantile estimator", 1982): a weighted mean of all order statistics, more
    /// efficient than the middle value for small samples. For reported levels.
    /// </summary>
    /// <param name="values">At least one.</param>
    public static double HarrellDavis(IReadOnlyList<double> values) =>
        values.Count == 1 ? values[0] : HarrellDavisQuantileEstimator.Instance.Median(new Sample([.. values]));

    /// <summary>The middle value, or the mean of the two middle values; sorts <paramref name="values"/>. For inner loops.</summary>
    /// <param name="values">At least one.</param>
    public static double SortingMedian(Span<double> values)
    {
        values.Sort();
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>The middle value of a copy.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double[] copy = values.ToArray();
        return SortingMedian(copy);
    }
}
