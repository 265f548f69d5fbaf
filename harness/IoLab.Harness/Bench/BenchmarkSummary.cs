using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench;

/// <summary>Turns a run into rows with intervals. Pure: the same run gives the same rows.</summary>
public static class BenchmarkSummary
{
    /// <summary>Coefficient of variation above which a row says that it is noisy: pyperf warns at 10%.</summary>
    private const double NoisyVariation = 0.10;

    /// <summary>One row per measurement.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reference">The participant that speed-ups refer to, or null for the plan's first.</param>
    /// <param name="confidence">Of all intervals.</param>
    public static IReadOnlyList<BenchmarkRow> Rows(BenchmarkRun run, Participant? reference = null, double confidence = 0.95)
    {
        reference ??= run.Plan.Participants[0];
        return [.. run.Measurements.Select(measurement => Row(measurement, run.Find(measurement.Benchmark, reference), confidence))];
    }

    /// <summary>
    /// The geometric mean of speed-ups for each participant but the reference, over the benchmarks that are part of the mean and usable on both.
    /// </summary>
    public static IReadOnlyList<(string Participant, Estimate Speedup, int Benchmarks)> GeometricMeans(BenchmarkRun run, Participant? reference = null, double confidence = 0.95)
    {
        IReadOnlyList<BenchmarkRow> rows = Rows(run, reference, confidence);
        var means = new List<(string, Estimate, int)>();
        foreach (string name in run.Plan.Participants.Select(participant => participant.Name))
        {
            Estimate[] speedups = [.. rows.Zip(run.Measurements)
                .Where(pair => pair.Second.Participant.Name == name && pair.Second.Benchmark.IsInGeometricMean && pair.First.Speedup is not null)
                .Select(pair => pair.First.Speedup!.Value)];
            if (GeometricMean.Of(speedups) is { } mean)
            {
                means.Add((name, mean, speedups.Length));
            }
        }

        return means;
    }

    /// <summary>
    /// How many times less time <paramref name="subject"/> takes than <paramref name="reference"/>, from the rounds in which both were measured; null when there are none.
    /// </summary>
    public static Estimate? Speedup(Measurement reference, Measurement subject, double confidence = 0.95)
    {
        if (!reference.IsUsable || !subject.IsUsable)
        {
            return null;
        }

        Dictionary<(int, int), double> times = reference.Samples.ToDictionary(sample => (sample.Invocation, sample.Round), sample => sample.Raw.PerIteration.Value);
        IEnumerable<double>[] logs = [.. subject.Samples
            .Where(sample => times.ContainsKey((sample.Invocation, sample.Round)))
            .GroupBy(sample => sample.Invocation, sample => Math.Log(times[(sample.Invocation, sample.Round)] / sample.Raw.PerIteration.Value))];
        return logs.Length == 0 ? null : Bootstrap.Exponential(Bootstrap.Centre(new GroupedSample(logs), confidence).Estimate);
    }

    private static BenchmarkRow Row(Measurement measurement, Measurement reference, double confidence)
    {
        BenchmarkDefinition benchmark = measurement.Benchmark;
        bool isReference = measurement.Participant.Name == reference.Participant.Name;
        return new BenchmarkRow
        {
            Suite = benchmark.Suite, Benchmark = benchmark.Name, Metric = benchmark.Metric, Unit = benchmark.Unit.Name, Direction = benchmark.Direction,
            Backend = measurement.Participant.Name,
            Level = measurement.IsUsable ? Level(measurement, confidence) : null,
            Speedup = isReference ? null : Speedup(reference, measurement, confidence),
            Samples = measurement.Samples.Count,
            AllocatedPerIteration = measurement.IsUsable ? Allocated(measurement) : null,
            Failure = measurement.Failure,
            Remarks = Remarks(measurement),
        };
    }

    /// <summary>On the logarithmic scale: times and rates are skewed, and an interval must not reach below zero.</summary>
    private static Estimate Level(Measurement measurement, double confidence) => Bootstrap.Exponential(Bootstrap.Centre(
        new GroupedSample(measurement.Samples.GroupBy(sample => sample.Invocation, sample => Math.Log(measurement.Benchmark.ValueOf(sample.Raw)))), confidence).Estimate);

    private static double? Allocated(Measurement measurement)
    {
        double[] bytes = [.. measurement.Samples.Where(sample => sample.Raw.Allocated is not null).Select(sample => (double)sample.Raw.Allocated!.Value.Value / sample.Raw.Iterations)];
        return bytes.Length == 0 ? null : Medians.SortingMedian(bytes);
    }

    private static IReadOnlyList<string> Remarks(Measurement measurement)
    {
        if (!measurement.IsUsable || measurement.Samples.Count < 3)
        {
            return measurement.Remarks;
        }

        double[] times = [.. measurement.Samples.Select(sample => sample.Raw.PerIteration.Value)];
        double mean = times.Average(), deviation = Math.Sqrt(times.Sum(time => (time - mean) * (time - mean)) / (times.Length - 1));
        return deviation / mean > NoisyVariation ? [.. measurement.Remarks, $"noisy: samples vary by {deviation / mean * 100:0}%"] : measurement.Remarks;
    }
}
