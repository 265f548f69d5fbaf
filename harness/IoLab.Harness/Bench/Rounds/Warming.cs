using IoLab.Contract;
using IoLab.Harness.Bench.Stopping;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>Finds n and warms up.</summary>
/// <param name="effort">How much.</param>
/// <param name="budget">The time left.</param>
internal sealed class Warming(Effort effort, TimeBudget budget)
{
    /// <summary>n grows at most so fast per step: cold code is slower than warm code by about as much.</summary>
    private const double FastestGrowth = 10;

    /// <summary>So many samples must agree that n is enough where no warm-up corrects it: one alone may have been interrupted.</summary>
    private const int ColdAgreement = 2;

    /// <summary>
    /// The warm-up of a fresh process begins with many samples of this length: .NET compiles a method anew after <see cref="Effort.CallsPerTier"/> calls, twice, and what runs once per
    /// sample (a machine's main loop) would never get there in samples of full length.
    /// </summary>
    private static readonly TimeSpan ShortSample = TimeSpan.FromMilliseconds(0.2);

    /// <summary>As many as .NET needs in a process that was started for being measured, and some more while it compiles.</summary>
    private const int ShortSamples = 5 * Effort.CallsPerTier / 2;

    /// <summary>Where every sample is as cold as the first, and costs the start of a process, n grows faster.</summary>
    private const double FastestColdGrowth = 1000;

    /// <summary>Times have settled when the median of so many samples is no better than that of as many before, and the host compiled nothing in them.</summary>
    private const int Window = 3;

    /// <summary>Aim above the minimum, so that noise does not fall below it.</summary>
    private const double Margin = 1.2;

    /// <summary>
    /// Warms up. The first time it also raises n until a sample takes the minimum time, and again when warm code turned out faster. The n it ends with is frozen for all later invocations,
    /// so that all samples of a measurement are alike.
    /// </summary>
    /// <param name="contender">Who.</param>
    /// <param name="invocation">In which invocation.</param>
    /// <param name="deadline">The elapsed time by which it should end.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(Contender contender, int invocation, TimeSpan deadline, CancellationToken cancellationToken)
    {
        bool isFirst = contender.Iterations == 0;
        if (!contender.IsAlwaysCold && (isFirst || contender.IsAlwaysFresh))
        {
            await CompileAsync(contender, deadline, cancellationToken).ConfigureAwait(false);
        }

        if (isFirst)
        {
            long n = Math.Max(1, contender.ShortIterations);
            contender.Iterations = await GrowAsync(contender, n, effort.MinimumSample, deadline, cancellationToken).ConfigureAwait(false);
        }

        if (!contender.IsAlwaysCold)
        {
            await WarmAsync(contender, invocation, deadline, cancellationToken).ConfigureAwait(false);
            if (isFirst)
            {
                RaiseIterations(contender);
            }
        }
    }

    /// <summary>Lets the host compile what it runs: many short samples, as long as they are no more than a third of the longest warm-up.</summary>
    private async Task CompileAsync(Contender contender, TimeSpan deadline, CancellationToken cancellationToken)
    {
        TimeSpan start = budget.Elapsed, least = start + effort.MinimumWarmUp, most = start + (effort.MaximumWarmUp / 3);
        long n = contender.ShortIterations = await GrowAsync(contender, Math.Max(1, contender.ShortIterations), ShortSample, deadline, cancellationToken).ConfigureAwait(false);
        int wanted = contender.IsElsewhere ? ShortSamples : 0;
        for (int taken = 0; (budget.Elapsed < least || (taken < wanted && budget.Elapsed < most)) && budget.Elapsed < deadline; taken++)
        {
            if (await SampleAsync(contender, n, cancellationToken).ConfigureAwait(false) is null)
            {
                return;
            }
        }
    }

    /// <summary>Warm code may be faster than the code n was found with.</summary>
    private void RaiseIterations(Contender contender)
    {
        if (contender.WarmUps is not [.., { Times: [.., var last] }])
        {
            return;
        }

        var took = TimeSpan.FromTicks((long)(last.Value * contender.Iterations / 100));
        while (took < effort.MinimumSample)
        {
            long grown = Grown(contender.Iterations, effort.MinimumSample, took, FastestGrowth);
            took *= (double)grown / contender.Iterations;
            contender.Iterations = grown;
        }
    }

    /// <summary>Raises n until a sample takes so long.</summary>
    private async Task<long> GrowAsync(Contender contender, long n, TimeSpan least, TimeSpan deadline, CancellationToken cancellationToken)
    {
        int enough = 0;
        while (await SampleAsync(contender, n, cancellationToken).ConfigureAwait(false) is { } sample)
        {
            TimeSpan took = sample.Elapsed.ToTimeSpan();
            enough = took >= least ? enough + 1 : 0;
            if (enough == (contender.IsAlwaysCold ? ColdAgreement : 1) || n == long.MaxValue / 16 || budget.Elapsed >= deadline)
            {
                break;
            }

            if (enough == 0)
            {
                n = Grown(n, least, took, contender.IsAlwaysCold ? FastestColdGrowth : FastestGrowth);
            }
        }

        return n;
    }

    private async Task WarmAsync(Contender contender, int invocation, TimeSpan deadline, CancellationToken cancellationToken)
    {
        TimeSpan left = deadline == TimeSpan.MaxValue ? effort.MaximumWarmUp : deadline - budget.Elapsed;
        TimeSpan most = left < effort.MaximumWarmUp ? left : effort.MaximumWarmUp;
        var rule = new FirstOfRule(new SettledRule(Window), new TimeRule(most));
        var times = new List<double>();
        double spent = 0;
        long? compiled = null;
        int quiet = 0;
        StoppingDecision decision;
        do
        {
            if (await SampleAsync(contender, contender.Iterations, cancellationToken).ConfigureAwait(false) is not { } sample)
            {
                return;
            }

            spent += sample.Elapsed.Value;
            times.Add(sample.PerIteration.Value);
            (compiled, quiet) = (sample.CompiledMethods, sample.CompiledMethods == compiled ? quiet + 1 : 0);
            decision = rule.Decide(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(times), new Nanoseconds(spent).ToTimeSpan());
        }
        while (!decision.IsStop || (decision.Reason == StopReason.Settled && compiled is not null && quiet < Window));
        contender.Accept(new WarmUp(invocation, [.. times.Select(value => new Nanoseconds(value))], decision.Reason));
    }

    private async Task<RawSample?> SampleAsync(Contender contender, long n, CancellationToken cancellationToken) =>
        contender.IsReady && !budget.IsExhausted
            ? await contender.MeasureAsync(n, budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false)
            : null;

    private static long Grown(long n, TimeSpan least, TimeSpan took, double fastest)
    {
        double wanted = took > TimeSpan.Zero ? Margin * (least / took) : fastest;
        return Math.Max(n + 1, (long)(n * Math.Min(wanted, fastest)));
    }
}
