using IoLab.Contract;

namespace IoLab.History.Analysis;

/// <summary>
/// What a chart shows of a point: the median and quartiles of its raw samples (linear interpolation between order statistics,
/// Hyndman and Fan's type 7). Descriptive only: samples of one invocation are correlated, so this is not a confidence interval.
/// </summary>
/// <param name="Count">How many samples.</param>
/// <param name="Median">The median.</param>
/// <param name="LowerQuartile">A quarter of the samples are below.</param>
/// <param name="UpperQuartile">A quarter of the samples are above.</param>
/// <param name="Minimum">The smallest sample.</param>
/// <param name="Maximum">The largest sample.</param>
/// <param name="AnchorMedian">The median of the anchor in the same rounds, or null when it was not measured.</param>
public sealed record PointSummary(
    int Count, double Median, double LowerQuartile, double UpperQuartile, double Minimum, double Maximum, double? AnchorMedian)
{
    /// <summary>The summary of a point's samples.</summary>
    public static PointSummary Of(SeriesPoint point)
    {
        double[] values = [.. point.Samples.Select(sample => sample.Value).Order()];
        double[] anchors = [.. point.Samples.Where(sample => sample.Anchor is not null).Select(sample => sample.Anchor!.Value).Order()];
        return new PointSummary(values.Length, Quantile(values, 0.5), Quantile(values, 0.25), Quantile(values, 0.75),
            values[0], values[^1], anchors.Length == 0 ? null : Quantile(anchors, 0.5));
    }

    /// <summary>A quantile of sorted values.</summary>
    internal static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double position = (sorted.Length - 1) * probability;
        int below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + (position - below) * (sorted[below + 1] - sorted[below])
            : sorted[below];
    }
}

/// <summary>A series over time: its valid points with their summaries, and where its level changed.</summary>
/// <param name="Key">The series.</param>
/// <param name="Points">The valid points, oldest first, with their summaries.</param>
/// <param name="Changes">Where the level changed.</param>
public sealed record SeriesSummary(SeriesKey Key, IReadOnlyList<(SeriesPoint Point, PointSummary Summary)> Points, IReadOnlyList<LevelChange> Changes)
{
    /// <summary>Summaries of all series among the points, in the order of their first points.</summary>
    public static IReadOnlyList<SeriesSummary> Of(IEnumerable<SeriesPoint> points) =>
    [
        .. points.Where(point => point.IsValid).OrderBy(point => point.Time).GroupBy(point => point.Key).Select(series =>
        {
            var summaries = series.Select(point => (point, PointSummary.Of(point))).ToList();
            return new SeriesSummary(series.Key, summaries, LevelChange.Find([.. summaries.Select(s => s.Item2.Median)]));
        }),
    ];
}
