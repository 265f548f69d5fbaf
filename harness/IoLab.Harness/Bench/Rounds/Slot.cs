using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>One invocation of one benchmark on all participants.</summary>
internal sealed class Slot(Conditions conditions, Contender[] rivals, int invocation, TimeSpan deadline)
{
    /// <summary>Warming up may use so much of a slot; the rest is for rounds.</summary>
    private const double WarmingShare = 0.6;

    /// <summary>Rounds in which the kernel shows that the machine was disturbed are repeated, up to so many times the rounds asked for; all samples are kept.</summary>
    private const int MostRounds = 2;

    /// <summary>The number of the invocation that only finds n and warms the host up: no sample of it is kept.</summary>
    public const int Calibration = -1;

    private readonly Effort _effort = conditions.Effort;
    private readonly TimeBudget _budget = conditions.Budget;
    private readonly Warming _warming = new(conditions.Effort, conditions.Budget);

    /// <summary>Runs it; false when time ended it before its last round.</summary>
    public Task<bool> RunAsync(CancellationToken cancellationToken) => invocation == Calibration
        ? WithStandingAsync(standing => CalibrateAsync([.. standing.Where(contender => !contender.IsAlwaysFresh)], cancellationToken))
        : WithStandingAsync(standing => WarmAndRunAsync(standing, cancellationToken));

    private async Task<bool> CalibrateAsync(Contender[] standing, CancellationToken cancellationToken)
    {
        await WarmAsync(standing, 1, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> WarmAndRunAsync(Contender[] standing, CancellationToken cancellationToken)
    {
        Report(new BenchEvent.InvocationStarted(_budget.Elapsed, _budget.Remaining, rivals[0].Benchmark, invocation, _effort.Invocations));
        await WarmAsync(standing, WarmingShare, cancellationToken).ConfigureAwait(false);
        Gather([.. standing.Where(contender => contender.IsReady)]);
        try
        {
            return await RunRoundsAsync(standing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            conditions.Pinning?.Release();
        }
    }

    /// <summary>
    /// All who are compared have the same conditions: where one of them cannot be pinned, as an external program and its children cannot, nobody is. A process that is pinned shares its processor
    /// with its own collector, compiler and timers; one that is not has two.
    /// </summary>
    private void Gather(Contender[] ready)
    {
        int[] processIds = [.. ready.Select(contender => contender.ProcessId).OfType<int>()];
        if (processIds.Length == ready.Length)
        {
            conditions.Pinning?.Gather(processIds);
        }
    }

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

    /// <summary>Always in the same order, so that invocations are alike.</summary>
    private async Task WarmAsync(Contender[] standing, double share, CancellationToken cancellationToken)
    {
        for (int i = 0; i < standing.Length && !_budget.IsExhausted; i++)
        {
            await StartAndWarmAsync(standing[i], standing.Length - i, share, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StartAndWarmAsync(Contender contender, int left, double share, CancellationToken cancellationToken)
    {
        await contender.StartAsync(conditions.Limit, cancellationToken).ConfigureAwait(false);
        if (contender.IsReady)
        {
            TimeSpan own = deadline == TimeSpan.MaxValue ? deadline : _budget.Elapsed + ((deadline - _budget.Elapsed) * share / left);
            await _warming.RunAsync(contender, invocation, own, cancellationToken).ConfigureAwait(false);
        }

        if (contender.IsReady && contender.WarmUps is [.., var last])
        {
            Report(new BenchEvent.WarmedUp(
                _budget.Elapsed, _budget.Remaining, contender.Benchmark, contender.Participant, last.Times.Count, last.Reason, contender.Iterations));
        }

        ReportFailure(contender);
    }

    private async Task<bool> RunRoundsAsync(Contender[] standing, CancellationToken cancellationToken)
    {
        TimeSpan longest = TimeSpan.Zero;
        for (int round = 0, quiet = 0; quiet < _effort.Rounds && round < MostRounds * _effort.Rounds; round++)
        {
            Contender[] ready = [.. standing.Where(contender => contender.IsReady)];
            if (ready.Length == 0)
            {
                return standing.All(contender => contender.Failure is not null);
            }

            // The first round is tried even when the slot is over: one sample everywhere comes before more samples anywhere.
            TimeSpan start = _budget.Elapsed;
            if (_budget.IsExhausted || (round > 0 && deadline - start < longest))
            {
                return round >= _effort.Rounds;
            }

            conditions.Random.Shuffle<Contender>(ready);
            quiet += await RunRoundAsync(ready, round, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (_budget.Elapsed - start).Ticks));
        }

        return true;
    }

    /// <summary>One round; was the machine undisturbed in it?</summary>
    private async Task<bool> RunRoundAsync(Contender[] ready, int round, CancellationToken cancellationToken)
    {
        foreach (Contender contender in ready)
        {
            await contender.SettleAsync(conditions.Limit, cancellationToken).ConfigureAwait(false);
        }

        Nanoseconds before = conditions.MeasureKernel();
        bool isQuiet = !conditions.Disturbance.Shows(before);
        for (int order = 0; order < ready.Length && !_budget.IsExhausted; order++)
        {
            Contender contender = ready[order];
            RawSample? raw = !contender.IsReady ? null : await contender.MeasureAsync(contender.Iterations, conditions.Limit, cancellationToken).ConfigureAwait(false);
            Nanoseconds after = conditions.MeasureKernel();
            if (raw is not null)
            {
                var sample = new MeasuredSample(invocation, round, order, raw, new Nanoseconds((before.Value + after.Value) / 2));
                contender.Accept(sample);
                Report(new BenchEvent.SampleTaken(
                    _budget.Elapsed, _budget.Remaining, contender.Benchmark, contender.Participant, sample, contender.Benchmark.ValueOf(raw)));
            }

            before = after;
            isQuiet &= !conditions.Disturbance.Shows(after);
            ReportFailure(contender);
        }

        Report(new BenchEvent.RoundDone(_budget.Elapsed, _budget.Remaining, ready[0].Benchmark, invocation, round, _effort.Rounds, before));
        return isQuiet;
    }

    private void ReportFailure(Contender contender)
    {
        if (contender.Failure is { } failure)
        {
            Report(new BenchEvent.Failed(_budget.Elapsed, _budget.Remaining, contender.Benchmark, contender.Participant, failure));
        }
    }

    private void Report(BenchEvent happened) => conditions.Progress?.Report(happened);
}
