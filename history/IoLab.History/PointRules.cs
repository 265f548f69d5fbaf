using IoLab.Contract;

namespace IoLab.History;

/// <summary>What every store checks before it writes, and how it tells whether two points are the same.</summary>
public static class PointRules
{
    /// <summary>Checks a run before it is appended.</summary>
    /// <exception cref="ArgumentException">It breaks a rule; the message names the point and the value.</exception>
    public static void Check(StoredRun run)
    {
        var seen = new HashSet<SeriesKey>();
        foreach (var point in run.Points)
        {
            string where = $"point {point.Key.Suite}/{point.Key.Benchmark}/{point.Key.Metric} of {point.Key.Backend}";
            Require(point.RunId == run.Id, $"{where}: names run {point.RunId}, but is appended with run {run.Id}");
            Require(seen.Add(point.Key), $"{where}: appears twice in run {run.Id}");
            Require(point.Samples.Count > 0, $"{where}: has no samples");
            Require(new[] { point.Key.Suite, point.Key.Benchmark, point.Key.Metric, point.Key.Unit, point.Key.Backend, point.Key.Engine, point.Key.Machine }
                .All(text => !string.IsNullOrWhiteSpace(text)), $"{where}: a part of the series' key is blank");
            foreach (var sample in point.Samples)
            {
                Require(double.IsFinite(sample.Value) && double.IsFinite(sample.Anchor ?? 0),
                    $"{where}: invocation {sample.Invocation}, round {sample.Round}: {sample.Value} (anchor {sample.Anchor}) is not finite");
            }
        }
    }

    /// <summary>Do two points hold the same data? (Record equality would compare their sample lists by identity.)</summary>
    public static bool SameContent(SeriesPoint one, SeriesPoint other) =>
        one with { Samples = other.Samples } == other && one.Samples.SequenceEqual(other.Samples);

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
