using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Gate;

/// <summary>Samples as logarithms of cost (more is worse) relative to an anchor, grouped by invocation.</summary>
internal static class CostLogs
{
    /// <summary>Sizes are exact and owe nothing to the machine's speed: no anchor.</summary>
    private const string ByteUnit = "B";

    /// <summary>Relative to the calibration kernel; null when some sample lacks its anchor.</summary>
    public static GroupedSample? ToKernel(IReadOnlyList<SeriesPoint> points) =>
        points.All(point => point.Key.Unit != ByteUnit && point.Samples.All(sample => sample.Anchor > 0))
            ? Group(points, (_, sample) => Math.Log(sample.Anchor!.Value))
            : null;

    /// <summary>Relative to the anchor backend in the same rounds; null when there are none.</summary>
    public static GroupedSample? ToBackend(IReadOnlyList<SeriesPoint> points, IReadOnlyList<SeriesPoint> anchors)
    {
        if (anchors.Count == 0 || points.Any(point => point.Key.Unit == ByteUnit))
        {
            return null;
        }

        Dictionary<(Guid, int, int), double> costs = anchors
            .SelectMany(point => point.Samples.Select(sample => ((point.RunId, sample.Invocation, sample.Round), Cost(point, sample))))
            .DistinctBy(entry => entry.Item1).ToDictionary(entry => entry.Item1, entry => entry.Item2);
        bool isPaired = points.Any(point => point.Samples.Any(sample => costs.ContainsKey((point.RunId, sample.Invocation, sample.Round))));
        return isPaired
            ? Group(points, (point, sample) => costs.TryGetValue((point.RunId, sample.Invocation, sample.Round), out double cost) ? cost : null)
            : null;
    }

    /// <summary>As it is.</summary>
    public static GroupedSample Plain(IReadOnlyList<SeriesPoint> points) => Group(points, (_, _) => 0);

    private static GroupedSample Group(IReadOnlyList<SeriesPoint> points, Func<SeriesPoint, StoredSample, double?> anchor) => new(points
        .SelectMany(point => point.Samples.Select(sample => (Group: (point.RunId, sample.Invocation), Cost: Cost(point, sample), Anchor: anchor(point, sample))))
        .Where(entry => entry.Anchor is not null)
        .GroupBy(entry => entry.Group, entry => entry.Cost - entry.Anchor!.Value));

    /// <summary>A benchmark that allocates nothing counts as one byte, so that the first allocation shows.</summary>
    private static double Cost(SeriesPoint point, StoredSample sample)
    {
        double value = point.Key.Unit == ByteUnit ? Math.Max(1, sample.Value) : sample.Value;
        return point.Key.Direction == Direction.HigherIsBetter ? -Math.Log(value) : Math.Log(value);
    }
}
