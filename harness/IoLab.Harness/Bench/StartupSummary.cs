using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench;

/// <summary>Turns launches into rows with intervals, beside those of <see cref="BenchmarkSummary"/>.</summary>
public static class StartupSummary
{
    /// <summary>A row of start-up time for each command, and one of peak memory where it is known.</summary>
    /// <param name="measurements">The launches; the reference's first.</param>
    /// <param name="benchmark">The benchmark's name.</param>
    /// <param name="reference">The backend that speed-ups refer to.</param>
    /// <param name="confidence">Of all intervals.</param>
    public static IReadOnlyList<BenchmarkRow> Rows(IReadOnlyList<StartupMeasurement> measurements, string benchmark, string reference, double confidence = 0.95)
    {
        StartupMeasurement? against = measurements.FirstOrDefault(measurement => measurement.Command.Backend == reference);
        var rows = new List<BenchmarkRow>();
        rows.AddRange(measurements.Select(measurement => Row(measurement, against, benchmark, "startup", "ms", launch => launch.Elapsed.Value / 1e6, confidence)));
        if (measurements.All(measurement => measurement.Launches.All(launch => launch.PeakMemory is { Value: > 0 })))
        {
            rows.AddRange(measurements.Select(measurement => Row(measurement, against, benchmark, "peakMemory", "B", launch => launch.PeakMemory!.Value.Value, confidence)));
        }

        return rows;
    }

    private static BenchmarkRow Row(
        StartupMeasurement measurement, StartupMeasurement? reference, string benchmark, string metric, string unit, Func<Launch, double> value, double confidence)
    {
        bool isUsable = measurement is { Failure: null, Launches.Count: > 0 };
        return new BenchmarkRow
        {
            Suite = StartupMeasurer.Suite, Benchmark = benchmark, Metric = metric, Unit = unit, Direction = Direction.LowerIsBetter, Backend = measurement.Command.Backend,
            Level = isUsable ? Centre(measurement.Launches.Select(launch => Math.Log(value(launch))), confidence) : null,
            Speedup = isUsable && reference is { Failure: null } && reference != measurement ? Ratio(reference, measurement, value, confidence) : null,
            Samples = measurement.Launches.Count,
            Failure = measurement.Failure,
        };
    }

    /// <summary>Paired by round, as everything that is compared.</summary>
    private static Estimate? Ratio(StartupMeasurement reference, StartupMeasurement subject, Func<Launch, double> value, double confidence)
    {
        Dictionary<int, double> others = reference.Launches.ToDictionary(launch => launch.Round, value);
        double[] logs = [.. subject.Launches.Where(launch => others.ContainsKey(launch.Round)).Select(launch => Math.Log(others[launch.Round] / value(launch)))];
        return logs.Length == 0 ? null : Centre(logs, confidence);
    }

    private static Estimate Centre(IEnumerable<double> logs, double confidence) =>
        Bootstrap.Exponential(Bootstrap.Centre(new GroupedSample([logs]), confidence).Estimate);
}
