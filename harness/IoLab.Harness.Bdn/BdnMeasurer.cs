using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Stopping;
using Perfolizer.Horology;
using Measurement = IoLab.Harness.Bench.Measurement;

namespace IoLab.Harness.Bdn;

/// <summary>
/// Measures with BenchmarkDotNet in this process, one benchmark on one backend after the other, with its own pilot, warm-up and iteration rules and its
/// memory diagnoser. Not interleaved: compare backends with the rounds engine. Only for backends in this process.
/// </summary>
/// <param name="kernel">The anchor, measured before and after each case.</param>
public sealed class BdnMeasurer(ICalibrationKernel kernel) : IMeasurer
{
    /// <summary>BenchmarkDotNet's short job of 3 iterations gave intervals of over 100% on shared machines.</summary>
    private const int FewestIterations = 10;

    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Measures with the dispatch kernel as anchor.</summary>
    public BdnMeasurer() : this(new DispatchKernel())
    {
    }

    /// <inheritdoc/>
    public string Name => "bdn";

    /// <inheritdoc/>
    /// <remarks>The budget is kept between cases only: BenchmarkDotNet cannot be stopped within one.</remarks>
    public async Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default)
    {
        plan.Validate();
        if (plan.Participants.FirstOrDefault(participant => !participant.Backend.Capabilities.HasFlag(Capabilities.InProcess)) is { } outside)
        {
            throw new HarnessException($"{outside.Name} does not run in this process, so the bdn engine cannot measure it; use --engine rounds");
        }

        await OneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Measure(plan, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private BenchmarkRun Measure(MeasurementPlan plan, IBenchProgress? progress, CancellationToken cancellationToken)
    {
        DateTimeOffset began = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        var measurements = new List<Measurement>();
        bool isCutShort = false;
        foreach (BenchmarkDefinition benchmark in plan.Benchmarks)
        {
            progress?.Report(new BenchEvent.InvocationStarted(watch.Elapsed, Remaining(plan, watch), benchmark, 0, 1));
            foreach (Participant participant in plan.Participants)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bool isOver = Remaining(plan, watch) == TimeSpan.Zero;
                isCutShort |= isOver;
                Measurement measurement = isOver
                    ? Failed(benchmark, participant, "the budget ended before its turn; raise --budget or select fewer benchmarks")
                    : MeasureCase(plan, benchmark, participant);
                measurements.Add(measurement);
                Report(progress, plan, watch, measurement);
            }
        }

        return new BenchmarkRun
        {
            RunId = Guid.NewGuid(), Time = began, Plan = plan, Engine = Name, Measurements = measurements, Elapsed = watch.Elapsed, IsCutShort = isCutShort,
        };
    }

    private Measurement MeasureCase(MeasurementPlan plan, BenchmarkDefinition benchmark, Participant participant)
    {
        if ((benchmark.Needs & ~participant.Backend.Capabilities) is var missing && missing != Capabilities.None)
        {
            return Failed(benchmark, participant, $"needs {missing}");
        }

        if (benchmark.Measures == MeasuredPhase.Start)
        {
            return Failed(benchmark, participant, "starts are measured by --engine rounds");
        }

        var current = new BdnCase(benchmark, participant, plan.Effort);
        GuestBenchmark.Current = current;
        Nanoseconds before = kernel.Measure();
        Summary summary = BenchmarkRunner.Run(typeof(GuestBenchmark), Config(plan.Effort));
        var anchor = new Nanoseconds((before.Value + kernel.Measure().Value) / 2);
        BenchmarkReport? report = summary.Reports.FirstOrDefault();
        MeasuredSample[] samples = report is not { Success: true } || current.Failure is not null ? [] : Samples(report, current, anchor);
        string? failure = current.Failure ?? (samples.Length == 0 ? "BenchmarkDotNet gave no result" : null);
        return new Measurement { Benchmark = benchmark, Participant = participant, Samples = samples, Failure = failure, IsValid = current.IsValid };
    }

    private static IConfig Config(Effort effort) => ManualConfig.CreateEmpty()
        .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "iolab-bdn"))
        .AddLogger(NullLogger.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddJob(Job.Default
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(effort.MinimumSample.TotalMilliseconds))
            .WithUnrollFactor(1)
            .WithMinIterationCount(Math.Max(FewestIterations, effort.Rounds))
            .WithMaxIterationCount(Math.Max(FewestIterations, effort.Rounds) * 2)
            .WithMaxWarmupCount(Math.Max(7, (int)(effort.MaximumWarmUp / effort.MinimumSample))));

    private static MeasuredSample[] Samples(BenchmarkReport report, BdnCase current, Nanoseconds anchor)
    {
        long? bytesPerCall = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase);
        Bytes? allocated = bytesPerCall is { } bytes ? new Bytes(bytes) : null;
        string expected = current.Benchmark.Expectation.TextFor(current.Iterations) ?? "";
        return [.. report.AllMeasurements
            .Where(measurement => measurement is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Result })
            .Select((measurement, round) => new MeasuredSample(
                0, round, 0, new RawSample(current.Iterations, new Nanoseconds(measurement.Nanoseconds / measurement.Operations), allocated, expected), anchor))];
    }

    private static void Report(IBenchProgress? progress, MeasurementPlan plan, Stopwatch watch, Measurement measurement)
    {
        TimeSpan? remaining = Remaining(plan, watch);
        if (measurement.Failure is { } failure)
        {
            progress?.Report(new BenchEvent.Failed(watch.Elapsed, remaining, measurement.Benchmark, measurement.Participant, failure));
            return;
        }

        progress?.Report(new BenchEvent.WarmedUp(
            watch.Elapsed, remaining, measurement.Benchmark, measurement.Participant, 0, StopReason.Settled, measurement.Samples[0].Raw.Iterations));
        foreach (MeasuredSample sample in measurement.Samples)
        {
            progress?.Report(new BenchEvent.SampleTaken(
                watch.Elapsed, remaining, measurement.Benchmark, measurement.Participant, sample, measurement.Benchmark.ValueOf(sample.Raw)));
        }
    }

    private static TimeSpan? Remaining(MeasurementPlan plan, Stopwatch watch) =>
        plan.Effort.Budget is { } budget ? TimeSpan.FromTicks(Math.Max(0, (budget - watch.Elapsed).Ticks)) : null;

    private static Measurement Failed(BenchmarkDefinition benchmark, Participant participant, string reason) =>
        new() { Benchmark = benchmark, Participant = participant, Samples = [], Failure = reason };
}
