using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Gate;

/// <summary>
/// Logarithms of cost (more is worse) then and now, freed of what their anchor explains, grouped by invocation. All samples count: to set those aside during which the kernel was slow
/// leaves a third of them on a machine with neighbours, and centres of invocations varied by 6.0% then, by 2.8% with all (24 processes, closure, slotSets).
/// </summary>
/// <param name="Old">Of the baseline.</param>
/// <param name="New">Of the fresh points.</param>
internal sealed record CostLogs(GroupedSample Old, GroupedSample New)
{
    /// <summary>Sizes are exact and owe nothing to the machine's speed: no anchor.</summary>
    private const string ByteUnit = "B";

    /// <summary>Relative to the calibration kernel; null when some sample lacks its anchor.</summary>
    public static CostLogs? ToKernel(GateSeries series) =>
        series.Baseline.Concat(series.Current).All(point => point.Key.Unit != ByteUnit && point.Samples.All(sample => sample.Anchor > 0))
            ? Of(Entries(series.Baseline, Kernel), Entries(series.Current, Kernel))
            : null;

    /// <summary>Relative to the anchor backend in the same rounds; null when there are none.</summary>
    public static CostLogs? ToBackend(GateSeries series)
    {
        if (series.Key.Unit == ByteUnit)
        {
            return null;
        }

        Entry[] before = Entries(series.Baseline, Backend(series.BaselineAnchor));
        Entry[] now = Entries(series.Current, Backend(series.CurrentAnchor));
        return before.Length > 0 && now.Length > 0 ? Of(before, now) : null;
    }

    /// <summary>As they are.</summary>
    public static CostLogs Plain(GateSeries series) => new(Plain(series.Baseline), Plain(series.Current));

    /// <summary>As they are.</summary>
    public static GroupedSample Plain(IReadOnlyList<SeriesPoint> points) => Group(Entries(points, (_, _) => 0), 0);

    private static double? Kernel(SeriesPoint point, StoredSample sample) => Math.Log(sample.Anchor!.Value);

    private static Func<SeriesPoint, StoredSample, double?> Backend(IReadOnlyList<SeriesPoint> anchors)
    {
        Dictionary<(Guid, int, int), double> costs = anchors
            .SelectMany(point => point.Samples.Select(sample => ((point.RunId, sample.Invocation, sample.Round), Cost(point, sample))))
            .DistinctBy(entry => entry.Item1).ToDictionary(entry => entry.Item1, entry => entry.Item2);
        return (point, sample) => costs.TryGetValue((point.RunId, sample.Invocation, sample.Round), out double cost) ? cost : null;
    }

    private static CostLogs Of(Entry[] before, Entry[] now)
    {
        double elasticity = Elasticity.Of(before.Concat(now).GroupBy(entry => entry.Run, (_, run) => run.Select(entry => (entry.Anchor, entry.Cost)).ToArray()));
        return new CostLogs(Group(before, elasticity), Group(now, elasticity));
    }

    private static GroupedSample Group(IEnumerable<Entry> entries, double elasticity) =>
        new(entries.GroupBy(entry => (entry.Run, entry.Invocation), entry => entry.Cost - (elasticity * entry.Anchor)));

    private static Entry[] Entries(IReadOnlyList<SeriesPoint> points, Func<SeriesPoint, StoredSample, double?> anchor) => [..
        from point in points
        from sample in point.Samples
        let its = anchor(point, sample)
        where its is not null
        select new Entry(point.RunId, sample.Invocation, its.Value, Cost(point, sample))];

    /// <summary>A benchmark that allocates nothing counts as one byte, so that the first allocation shows.</summary>
    private static double Cost(SeriesPoint point, StoredSample sample)
    {
        double value = point.Key.Unit == ByteUnit ? Math.Max(1, sample.Value) : sample.Value;
        return point.Key.Direction == Direction.HigherIsBetter ? -Math.Log(value) : Math.Log(value);
    }

    private sealed record Entry(Guid Run, int Invocation, double Anchor, double Cost);
}
