using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>One invocation of one benchmark on all participants.</summary>
internal sealed class Slot(
    Effort effort, TimeBudget budget, ICalibrationKernel kernel, IProcessPreparation? preparation, Disturbance disturbance, SeededRandom random, IBenchProgress? progress, Contender[] rivals, int invocation, TimeSpan deadline)
{
    /// <summary>Warming up may use so much of a slot; the rest is for rounds.</summary>
    private const double WarmingShare = 0.6;

    /// <summary>Rounds in which the kernel shows that the machine was disturbed are repeated, up to so many times the rounds asked for; all samples are kept.</summary>
    private const int MostRounds = 2;

    /// <summary>The number of the invocation that only finds n and warms the host up.</summary>
    public const int Calibration = -1;

    private readonly Warming _warming = new(effort, budget, preparation);

    /// <summary>Finds each contender's n and lets the host compile what it runs; nothing is kept of the session, and no sample taken.</summary>
    public Task CalibrateAsync(CancellationToken cancellationToken) => WithStandingAsync(async standing =>
    {
        for (int i = 0; i < standing.Length && !budget.IsExhausted; i++)
        {
            await StartAndWarmAsync(standing[i], standing.Length - i, 1, cancellationToken).ConfigureAwait(false);
        }

        return true;
    });

    /// <summary>Runs it; false when time ended it before its last round.</summary>
    public Task<bool> RunAsync(CancellationToken cancellationToken) => WithStandingAsync(async standing =>
    {
        progress?.Report(new BenchEvent.InvocationStarted(budget.Elapsed, budget.Remaining, rivals[0].Benchmark, invocation, effort.Invocations));
        random.Shuffle<Contender>(standing);
        for (int i = 0; i < standing.Length && !budget.IsExhausted; i++)
        {
            await StartAndWarmAsync(standing[i], standing.Length - i, WarmingShare, cancellationToken).ConfigureAwait(false);
        }

        preparation?.BeforeRounds();
        try
        {
            return await RunRoundsAsync(standing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            preparation?.AfterRounds();
        }
    });

    private async Task<bool> WithStandingAsync(Func<Contender[], Task<bool>> step)
    {
        Contender[] standing = [.. rivals.Where(contender => contender.Failure is null)];
        if (standing.Length == 0)
        {
            return true;
        }

        try
        {
            return await step(standing).ConfigureAwait(false);
        }
        finally
        {
            foreach (Contender contender in standing)
            {
                await contender.StopAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task StartAndWarmAsync(Contender contender, int left, double share, CancellationToken cancellationToken)
    {
        await contender.StartAsync(budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false);
        if (contender.IsReady)
        {
            TimeSpan own = deadline == TimeSpan.MaxValue ? deadline : budget.Elapsed + ((deadline - budget.Elapsed) * share / left);
            await (contender.Iterations == 0 // No n yet: this is the calibration, or the only invocation.
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
        for (int round = 0, quiet = 0; quiet < effort.Rounds && round < MostRounds * effort.Rounds; round++)
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
                return round >= effort.Rounds;
            }

            random.Shuffle<Contender>(ready);
            quiet += await RunRoundAsync(ready, round, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (budget.Elapsed - start).Ticks));
        }

        return true;
    }

    /// <summary>One round; was the machine undisturbed in it?</summary>
    private async Task<bool> RunRoundAsync(Contender[] ready, int round, CancellationToken cancellationToken)
    {
        preparation?.BeforeRound(round);
        Nanoseconds before = kernel.Measure();
        bool isQuiet = !disturbance.Shows(before);
        for (int order = 0; order < ready.Length && !budget.IsExhausted; order++)
        {
            Contender contender = ready[order];
            RawSample? raw = await contender.MeasureAsync(contender.Iterations, budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false);
            Nanoseconds after = kernel.Measure();
            if (raw is not null)
            {
                var sample = new MeasuredSample(invocation, round, order, raw, new Nanoseconds((before.Value + after.Value) / 2));
                contender.Accept(sample);
                progress?.Report(new BenchEvent.SampleTaken(
                    budget.Elapsed, budget.Remaining, contender.Benchmark, contender.Participant, sample, contender.Benchmark.ValueOf(raw)));
            }

            before = after;
            isQuiet &= !disturbance.Shows(after);
            ReportFailure(contender);
        }

        progress?.Report(new BenchEvent.RoundDone(budget.Elapsed, budget.Remaining, ready[0].Benchmark, invocation, round, effort.Rounds, before));
        return isQuiet;
    }

    private void ReportFailure(Contender contender)
    {
        if (contender.Failure is { } failure)
        {
            progress?.Report(new BenchEvent.Failed(budget.Elapsed, budget.Remaining, contender.Benchmark, contender.Participant, failure));
        }
    }
}
