using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Harness.Gate;

/// <summary>What a gate measured and decided.</summary>
/// <param name="Report">The decisions.</param>
/// <param name="Run">The fresh run.</param>
/// <param name="Further">Further runs of what could not be decided by those before; judged together with them.</param>
/// <param name="Confirmation">Another run of what failed, or null.</param>
/// <param name="Points">The points of all runs, controls left out.</param>
public sealed record GateOutcome(
    GateReport Report, BenchmarkRun Run, IReadOnlyList<BenchmarkRun> Further, BenchmarkRun? Confirmation, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>All runs, in order.</summary>
    public IEnumerable<BenchmarkRun> Runs => Confirmation is null ? [Run, .. Further] : [Run, .. Further, Confirmation];
}

/// <summary>Measures afresh and judges against a baseline; what cannot be decided is measured for longer, and what fails once more before it fails.</summary>
/// <param name="measurer">How to measure.</param>
/// <param name="environment">This machine.</param>
/// <param name="options">What is asked for.</param>
public sealed class GateRunner(IMeasurer measurer, EnvironmentInfo environment, GateOptions options)
{
    /// <summary>Measures the plan and judges it.</summary>
    /// <param name="plan">What to measure. Its backends are judged; add a participant with the label <see cref="GateSeries.ControlLabel"/> for a measured A/A.</param>
    /// <param name="baseline">The points of the baseline. Those of benchmarks and backends outside the plan are not judged.</param>
    /// <param name="progress">Told what happens, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HarnessException">The baseline has nothing in common with the plan.</exception>
    public async Task<GateOutcome> RunAsync(
        MeasurementPlan plan, IReadOnlyList<SeriesPoint> baseline, IBenchProgress? progress = null, CancellationToken cancellationToken = default)
    {
        SeriesPoint[] relevant = [.. baseline.Where(point => IsPlanned(plan, point.Key))];
        if (relevant.Length == 0)
        {
            throw new HarnessException("the baseline has none of the selected benchmarks on the selected backends; record one with: iolab bench --save-baseline NAME");
        }

        BenchmarkRun run = await measurer.MeasureAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SeriesPoint> points = SeriesPoints.From(run, environment);
        GateReport report = Judge(relevant, points);
        List<BenchmarkRun> further = [];
        while (report.Verdict == Verdict.Undecidable && further.Count < options.FurtherRuns)
        {
            BenchmarkRun longer = await measurer.MeasureAsync(Only(plan, report, Verdict.Undecidable, 1 + (ulong)further.Count), progress, cancellationToken).ConfigureAwait(false);
            further.Add(longer);
            points = [.. points, .. SeriesPoints.From(longer, environment)];
            report = Judge(relevant, points);
        }

        if (!options.Confirms || report.Verdict != Verdict.Fail)
        {
            return new GateOutcome(report, run, further, null, Stored(points));
        }

        BenchmarkRun second = await measurer.MeasureAsync(Only(plan, report, Verdict.Fail, 1 + (ulong)further.Count), progress, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SeriesPoint> secondPoints = SeriesPoints.From(second, environment);
        GateReport confirmation = Judge(relevant, secondPoints, [.. KeysOf(report, Verdict.Fail)]);
        return new GateOutcome(Merge(report, confirmation), run, further, second, Stored([.. points, .. secondPoints]));
    }

    /// <summary>The benchmarks with a series of this verdict.</summary>
    private static MeasurementPlan Only(MeasurementPlan plan, GateReport report, Verdict verdict, ulong times) => plan with
    {
        Benchmarks = [.. plan.Benchmarks.Where(benchmark => KeysOf(report, verdict).Any(key => key.Suite == benchmark.Suite && key.Benchmark == benchmark.Name))],
        Seed = plan.Seed + times,
    };

    private static IEnumerable<SeriesKey> KeysOf(GateReport report, Verdict verdict) =>
        report.Findings.Where(finding => finding.Verdict == verdict).Select(finding => finding.Key);

    private static IReadOnlyList<SeriesPoint> Stored(IReadOnlyList<SeriesPoint> points) => [.. points.Where(point => point.Key.Label != GateSeries.ControlLabel)];

    private GateReport Judge(IReadOnlyList<SeriesPoint> baseline, IReadOnlyList<SeriesPoint> points, HashSet<SeriesKey>? only = null)
    {
        IEnumerable<GateSeries> series = GateSeries.Match(baseline, points, options.AnchorBackend)
            .Where(one => options.JudgesAnchor || one.Key.Backend != options.AnchorBackend);
        return new GateJudge(options).Judge([.. series.Where(one => only is null || only.Contains(one.Key))]);
    }

    /// <summary>A series that failed at first and not again takes its second finding, which says so.</summary>
    private static GateReport Merge(GateReport first, GateReport second)
    {
        Dictionary<SeriesKey, GateFinding> again = second.Findings.ToDictionary(finding => finding.Key);
        return new GateReport([.. first.Findings.Select(finding => finding.Verdict == Verdict.Fail && again.TryGetValue(finding.Key, out GateFinding? repeated)
            ? repeated with { Explanation = repeated.Verdict == Verdict.Fail ? $"{repeated.Explanation}; measured twice" : $"{repeated.Explanation}; it failed at first, and did not again" }
            : finding)]);
    }

    private static bool IsPlanned(MeasurementPlan plan, SeriesKey key) =>
        plan.Benchmarks.Any(benchmark => benchmark.Suite == key.Suite && benchmark.Name == key.Benchmark)
        && plan.Participants.Any(participant => participant.Backend.Name == key.Backend);
}
