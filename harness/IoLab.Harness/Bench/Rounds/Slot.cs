using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>One invocation of one benchmark on all participants.</summary>
internal sealed class Slot(
    Effort effort, TimeBudget budget, ICalibrationKernel kernel, SeededRandom random, IBenchProgress? progress, Contender[] rivals, int invocation, TimeSpan deadline)
{
    /// <summary>Warming up may use so much of a slot; the rest is for rounds.</summary>
    private const double WarmingShare = 0.6;

    private readonly Warming _warming = new(effort, budget);

    /// <summary>Runs it; false when time ended it before its last round.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Contender[] standing = [.. rivals.Where(contender => contender.Failure is null)];
        if (standing.Length == 0)
        {
            return true;
        }

        progress?.Report(new BenchEvent.InvocationStarted(budget.Elapsed, budget.Remaining, rivals[0].Benchmark, invocation, effort.Invocations));
        try
        {
            random.Shuffle<Contender>(standing);
            for (int i = 0; i < standing.Length && !budget.IsExhausted; i++)
            {
                await StartAndWarmAsync(standing[i], standing.Length - i, cancellationToken).ConfigureAwait(false);
            }

            return await RunRoundsAsync(standing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (Contender contender in standing)
            {
                await contender.StopAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task StartAndWarmAsync(Contender contender, int left, CancellationToken cancellationToken)
    {
        await contender.StartAsync(budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false);
        if (contender.IsReady)
        {
            TimeSpan own = deadline == TimeSpan.MaxValue ? deadline : budget.Elapsed + ((deadline - budget.Elapsed) * WarmingShare / left);
            await (contender.Iterations == 0
                ? _warming.FirstAsync(contender, own, cancellationToken)
                : _warming.LaterAsync(contender, invocation, own, cancellationToken)).ConfigureAwait(false);
        }

        if (contender.IsReady && contender.WarmUps is [.., var last])
        {
            progress?.Report(new BenchEvent.WarmedUp(
                budget.Elapsed, budget.Remaining, contender.Benchmark, contender.Participant, last.Times.Count, last.Reason, contender.Iterations));
        }

        ReportFailure(contender);
    }

    private async Task<bool> RunRoundsAsync(Contender[] standing, CancellationToken cancellationToken)
    {
        TimeSpan longest = TimeSpan.Zero;
        for (int round = 0; round < effort.Rounds; round++)
        {
            Contender[] ready = [.. standing.Where(contender => contender.IsReady)];
            if (ready.Length == 0)
            {
                return standing.All(contender => contender.Failure is not null);
            }

            // The first round is tried even when the slot is over: one sample everywhere comes before more samples anywhere.
            TimeSpan start = budget.Elapsed;
            if (budget.IsExhausted || (round > 0 && deadline - start < longest))
            {
                return false;
            }

            random.Shuffle<Contender>(ready);
            await RunRoundAsync(ready, round, cancellationToken).ConfigureAwait(false);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (budget.Elapsed - start).Ticks));
        }

        return true;
    }

    private async Task RunRoundAsync(Contender[] ready, int round, CancellationToken cancellationToken)
    {
        Nanoseconds anchor = kernel.Measure();
        for (int order = 0; order < ready.Length && !budget.IsExhausted; order++)
        {
            Contender contender = ready[order];
            RawSample? raw = await contender.MeasureAsync(contender.Iterations, budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false);
            if (raw is not null)
            {
                var sample = new MeasuredSample(invocation, round, order, raw, anchor);
                contender.Accept(sample);
                progress?.Report(new BenchEvent.SampleTaken(
                    budget.Elapsed, budget.Remaining, contender.Benchmark, contender.Participant, sample, contender.Benchmark.ValueOf(raw)));
            }

            ReportFailure(contender);
        }

        progress?.Report(new BenchEvent.RoundDone(budget.Elapsed, budget.Remaining, ready[0].Benchmark, invocation, round, effort.Rounds, anchor));
    }

    private void ReportFailure(Contender contender)
    {
        if (contender.Failure is { } failure)
        {
            progress?.Report(new BenchEvent.Failed(budget.Elapsed, budget.Remaining, contender.Benchmark, contender.Participant, failure));
        }
    }
}
