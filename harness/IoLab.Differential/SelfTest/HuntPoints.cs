using IoLab.Contract;

namespace IoLab.Differential.SelfTest;

/// <summary>Turns the scores of a hunt into points for the history: suite <c>selftest</c>, one benchmark per score.</summary>
public static class HuntPoints
{
    /// <summary>The suite.</summary>
    public const string Suite = "selftest";

    /// <summary>The points.</summary>
    /// <param name="matrix">What came of the hunt.</param>
    /// <param name="runId">The run.</param>
    /// <param name="time">When it began.</param>
    /// <param name="environment">The machine it was made on.</param>
    public static IReadOnlyList<SeriesPoint> From(HuntMatrix matrix, Guid runId, DateTimeOffset time, EnvironmentInfo environment)
    {
        var points = new List<SeriesPoint>
        {
            Point("found", "share", Direction.HigherIsBetter, matrix.Found),
            Point("localised", "share", Direction.HigherIsBetter, matrix.Localised),
            Point("reduced", "share", Direction.HigherIsBetter, matrix.Reduced),
        };
        if (matrix.Shared.Count > 0) points.Add(Point("sharedFound", "share", Direction.HigherIsBetter, matrix.SharedFound));
        double[] seconds = [.. matrix.OneSided.Where(one => one.IsFound).Select(one => one.Time.TotalSeconds)];
        if (seconds.Length > 0) points.Add(Point("meanTime", "s", Direction.LowerIsBetter, seconds.Average()));
        return points;

        SeriesPoint Point(string name, string unit, Direction direction, double value) => new()
        {
            Key = new SeriesKey
            {
                Suite = Suite, Benchmark = name, Metric = "score", Unit = unit, Direction = direction, Backend = "engine", Engine = "hunt", Machine = environment.Fingerprint,
            },
            Time = time, RunId = runId, Commit = environment.Commit, Branch = environment.Branch, RuntimeVersion = environment.Runtime,
            Samples = [new StoredSample(0, 0, 0, 1, value, null)],
        };
    }
}
