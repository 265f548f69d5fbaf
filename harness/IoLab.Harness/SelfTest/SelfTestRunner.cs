using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Harness.Gate;

namespace IoLab.Harness.SelfTest;

/// <summary>Sets the harness on backends with planted faults and notes what it finds.</summary>
/// <param name="bed">The faults and what they are looked for with.</param>
/// <param name="oracles">What the commands may tell right from wrong by; fewer than all is for proving that each is needed.</param>
public sealed class SelfTestRunner(SelfTestBed bed, Oracles oracles = Oracles.All)
{
    private static readonly EnvironmentInfo Environment = new()
    {
        Fingerprint = "selftest", Processor = "", Cores = 1, Memory = new Bytes(0), OperatingSystem = "", Runtime = "", RuntimeSettings = "",
    };

    /// <summary>Runs every command on every variant, the sound backend first.</summary>
    /// <param name="finished">Called with each cell, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DetectionMatrix> RunAsync(Action<DetectionCell>? finished = null, CancellationToken cancellationToken = default)
    {
        BenchmarkDefinition[] benchmarks = [.. bed.Benchmarks.Select(benchmark =>
            oracles.HasFlag(Oracles.BenchmarkResult) ? benchmark : benchmark with { Expectation = new ResultExpectation.Unchecked() })];
        IReadOnlyList<SeriesPoint> baseline = SeriesPoints.From(
            await bed.Measurer.MeasureAsync(Plan(benchmarks, bed.Sound), null, cancellationToken).ConfigureAwait(false), Environment);
        var cells = new List<DetectionCell>();
        foreach (BrokenVariant variant in bed.Variants.Prepend(new BrokenVariant(DetectionMatrix.Sound, "without a fault", bed.Sound, [])))
        {
            foreach (DetectingCommand command in Enum.GetValues<DetectingCommand>())
            {
                string? evidence = await (command switch
                {
                    DetectingCommand.Conform => ConformAsync(variant.Backend, cancellationToken),
                    DetectingCommand.Diff => DiffAsync(variant.Backend, cancellationToken),
                    DetectingCommand.Bench => BenchAsync(variant.Backend, benchmarks, cancellationToken),
                    _ => GateAsync(variant.Backend, benchmarks, baseline, cancellationToken),
                }).ConfigureAwait(false);
                var cell = new DetectionCell(variant.Name, command, variant.FoundBy.Contains(command), evidence is not null, evidence);
                cells.Add(cell);
                finished?.Invoke(cell);
            }
        }

        return new DetectionMatrix(cells);
    }

    private ComparedAspects Aspects =>
        (oracles.HasFlag(Oracles.Outcome) ? ComparedAspects.Outcome : 0)
        | (oracles.HasFlag(Oracles.Exception) ? ComparedAspects.Exception : 0)
        | (oracles.HasFlag(Oracles.Output) ? ComparedAspects.Output : 0);

    private async Task<string?> ConformAsync(IBackend backend, CancellationToken cancellationToken)
    {
        var runner = new CorpusRunner([backend], new CorpusRunOptions { Today = DateOnly.MinValue, Aspects = Aspects, Time = bed.CaseTime, Grace = bed.Grace });
        IReadOnlyList<CaseResult> results = await runner.RunAsync(bed.Cases, null, cancellationToken).ConfigureAwait(false);
        return results.FirstOrDefault(result => result.Status == CaseStatus.Failed) is { } failed ? $"{failed.Area}/{failed.Case}: {failed.Detail}" : null;
    }

    private async Task<string?> DiffAsync(IBackend backend, CancellationToken cancellationToken)
    {
        DiffProgram[] programs = [.. bed.Cases.Select(corpusCase => corpusCase.ToDiffProgram() with
        {
            Policy = corpusCase.Policy with { Aspects = Aspects }, Limits = corpusCase.ToLimits(bed.CaseTime),
        })];
        IReadOnlyList<DiffOutcome> outcomes = await new DiffRunner([bed.Sound, backend], grace: bed.Grace).RunAsync(programs, null, cancellationToken).ConfigureAwait(false);
        return outcomes.FirstOrDefault(outcome => outcome.Verdict == Verdict.Fail) is { } failed
            ? $"{failed.Program.Program.Label}: {failed.Difference!.Describe("sound", "broken")}" : null;
    }

    private async Task<string?> BenchAsync(IBackend backend, BenchmarkDefinition[] benchmarks, CancellationToken cancellationToken)
    {
        BenchmarkRun run = await bed.Measurer.MeasureAsync(Plan(benchmarks, backend), null, cancellationToken).ConfigureAwait(false);
        return run.Measurements.FirstOrDefault(measurement => measurement.Failure is not null) is { } failed ? $"{failed.Benchmark.Id}: {failed.Failure}" : null;
    }

    private async Task<string?> GateAsync(IBackend backend, BenchmarkDefinition[] benchmarks, IReadOnlyList<SeriesPoint> baseline, CancellationToken cancellationToken)
    {
        SeriesPoint[] gated = [.. baseline.Where(point => oracles.HasFlag(point.Key.Metric == SeriesPoints.AllocatedMetric ? Oracles.Allocation : Oracles.Time))];
        if (gated.Length == 0)
        {
            return null;
        }

        GateOutcome outcome = await new GateRunner(bed.Measurer, Environment, new GateOptions())
            .RunAsync(Plan(benchmarks, backend), gated, null, cancellationToken).ConfigureAwait(false);
        return outcome.Report.Verdict is Verdict.Fail or Verdict.NoVerdict ? outcome.Report.Findings[0].Explanation : null;
    }

    private MeasurementPlan Plan(IReadOnlyList<BenchmarkDefinition> benchmarks, IBackend backend) =>
        new() { Benchmarks = benchmarks, Participants = [new Participant(backend)], Effort = bed.Effort };
}
