using IoLab.Contract;

namespace IoLab.Harness.Gate;

/// <summary>One series to judge: how it was and how it is.</summary>
public sealed record GateSeries
{
    /// <summary>The series, as it is now.</summary>
    public required SeriesKey Key { get; init; }
    /// <summary>Its baseline: one or several points, pooled.</summary>
    public required IReadOnlyList<SeriesPoint> Baseline { get; init; }
    /// <summary>Its fresh points, pooled; empty when it could not be measured.</summary>
    public required IReadOnlyList<SeriesPoint> Current { get; init; }
    /// <summary>Points of the anchor backend from the runs of <see cref="Baseline"/>.</summary>
    public IReadOnlyList<SeriesPoint> BaselineAnchor { get; init; } = [];
    /// <summary>Points of the anchor backend from the runs of <see cref="Current"/>.</summary>
    public IReadOnlyList<SeriesPoint> CurrentAnchor { get; init; } = [];
    /// <summary>Points of a second copy of the same backend in the runs of <see cref="Current"/>: a measured A/A.</summary>
    public IReadOnlyList<SeriesPoint> Control { get; init; } = [];

    /// <summary>The label of a second copy of a backend in a run.</summary>
    public const string ControlLabel = "control";

    /// <summary>
    /// Matches fresh points with their baselines. Labels may differ (a variant is judged against the plain backend) and machines are compared later;
    /// everything else of the key must be equal. A baseline without fresh points is a series that could not be measured.
    /// </summary>
    /// <param name="baseline">The stored points of the chosen baseline.</param>
    /// <param name="current">The fresh points, controls and anchors included.</param>
    /// <param name="anchorBackend">The second anchor, or null.</param>
    public static IReadOnlyList<GateSeries> Match(IReadOnlyList<SeriesPoint> baseline, IReadOnlyList<SeriesPoint> current, string? anchorBackend = null)
    {
        var series = new List<GateSeries>();
        foreach (IGrouping<SeriesKey, SeriesPoint> group in baseline.GroupBy(point => Plain(point.Key)))
        {
            SeriesPoint[] all = [.. current.Where(point => Plain(point.Key) == group.Key)];
            SeriesPoint[] controls = [.. all.Where(point => point.Key.Label == ControlLabel)];
            SeriesPoint[][] variants = [.. all.Where(point => point.Key.Label != ControlLabel).GroupBy(point => point.Key.Label, (_, points) => points.ToArray())];
            foreach (SeriesPoint[] subjects in variants.Length > 0 ? variants : [[]])
            {
                series.Add(new GateSeries
                {
                    Key = subjects.Length > 0 ? subjects[0].Key : group.First().Key,
                    Baseline = [.. group],
                    Current = subjects,
                    Control = controls,
                    BaselineAnchor = Anchors(baseline, group, anchorBackend),
                    CurrentAnchor = Anchors(current, subjects, anchorBackend),
                });
            }
        }

        return series;
    }

    private static IReadOnlyList<SeriesPoint> Anchors(IEnumerable<SeriesPoint> points, IEnumerable<SeriesPoint> subjects, string? anchorBackend)
    {
        if (anchorBackend is null || subjects.FirstOrDefault() is not { } subject || subject.Key.Backend == anchorBackend)
        {
            return [];
        }

        HashSet<Guid> runs = [.. subjects.Select(point => point.RunId)];
        SeriesKey wanted = Plain(subject.Key) with { Backend = anchorBackend };
        return [.. points.Where(point => runs.Contains(point.RunId) && point.IsValid && point.Key.Label.Length == 0 && Plain(point.Key) == wanted)];
    }

    private static SeriesKey Plain(SeriesKey key) => key with { Label = "", Machine = "" };
}
