using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>Turns a run into points for the history.</summary>
public static class SeriesPoints
{
    /// <summary>The metric of bytes allocated per iteration.</summary>
    public const string AllocatedMetric = "allocated";

    /// <summary>One point per measurement with samples, and one for its allocations where known. Invalid measurements become invalid points.</summary>
    /// <param name="run">The run.</param>
    /// <param name="environment">The machine it was made on.</param>
    /// <param name="versions">The version text of each backend by name, where known.</param>
    public static IReadOnlyList<SeriesPoint> From(BenchmarkRun run, EnvironmentInfo environment, IReadOnlyDictionary<string, string?>? versions = null)
    {
        var points = new List<SeriesPoint>();
        foreach (Measurement measurement in run.Measurements.Where(measurement => measurement.Samples.Count > 0))
        {
            SeriesPoint point = Point(run, measurement, environment, versions);
            points.Add(point);
            StoredSample[] allocated = [.. measurement.Samples
                .Where(sample => sample.Raw.Allocated is not null)
                .Select(sample => Stored(sample, (double)sample.Raw.Allocated!.Value.Value / sample.Raw.Iterations))];
            if (allocated.Length > 0)
            {
                SeriesKey key = point.Key with { Metric = AllocatedMetric, Unit = "B", Direction = Direction.LowerIsBetter };
                points.Add(point with { Key = key, Samples = allocated });
            }
        }

        return points;
    }

    private static SeriesPoint Point(BenchmarkRun run, Measurement measurement, EnvironmentInfo environment, IReadOnlyDictionary<string, string?>? versions)
    {
        BenchmarkDefinition benchmark = measurement.Benchmark;
        return new SeriesPoint
        {
            Key = new SeriesKey
            {
                Suite = benchmark.Suite, Benchmark = benchmark.Name, Metric = benchmark.Metric, Unit = benchmark.Unit.Name, Direction = benchmark.Direction,
                Backend = measurement.Participant.Backend.Name, Label = measurement.Participant.Label, Engine = run.Engine, Machine = environment.Fingerprint,
            },
            Time = run.Time,
            RunId = run.RunId,
            Commit = environment.Commit,
            Branch = environment.Branch,
            BackendVersion = versions?.GetValueOrDefault(measurement.Participant.Backend.Name),
            RuntimeVersion = environment.Runtime,
            Samples = [.. measurement.Samples.Select(sample => Stored(sample, benchmark.ValueOf(sample.Raw)))],
            ResultHash = benchmark.SourceHash,
            IsValid = measurement is { IsValid: true, Failure: null },
        };
    }

    private static StoredSample Stored(MeasuredSample sample, double value) =>
        new(sample.Invocation, sample.Round, sample.Order, sample.Raw.Iterations, value, sample.Anchor?.Value);
}
