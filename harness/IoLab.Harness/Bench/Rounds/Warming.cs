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

    /// <summary>Where every sample is as cold as the first, and costs the start of a process, n grows faster.</summary>
    private const double FastestColdGrowth = 1000;

    /// <summary>Aim above the minimum, so that noise does not fall below it.</summary>
    private const double Margin = 1.2;

    /// <summary>
    /// The first invocation: raises n until a sample takes the minimum time, warms up, and raises n again when warm code turned out faster. The n it ends with is
    /// frozen for all later invocations, so that all samples of a measurement are alike.
    /// </summary>
    /// <param name="contender">Who.</param>
    /// <param name="deadline">The elapsed time by which it should end.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FirstAsync(Contender contender, TimeSpan deadline, CancellationToken cancellationToken)
    {
        long n = 1;
        int enough = 0;
        while (await SampleAsync(contender, n, cancellationToken).ConfigureAwait(false) is { } sample)
        {
            TimeSpan took = sample.Elapsed.ToTimeSpan();
            enough = took >= effort.MinimumSample ? enough + 1 : 0;
            if (enough == (contender.IsAlwaysCold ? ColdAgreement : 1) || n == long.MaxValue / 16 || budget.Elapsed >= deadline)
            {
                break;
            }

            if (enough > 0)
            {
                continue;
            }

            n = Grown(n, took, contender.IsAlwaysCold ? FastestColdGrowth : FastestGrowth);
        }

        contender.Iterations = n;
        if (contender.IsAlwaysCold)
        {
            return;
        }

        await WarmAsync(contender, 0, effort.MinimumWarmUp, deadline, cancellationToken).ConfigureAwait(false);
        if (contender.WarmUps is [.., { Times: [.., var last] }])
        {
            var took = TimeSpan.FromTicks((long)(last.Value * n / 100));
            while (took < effort.MinimumSample)
            {
                long grown = Grown(contender.Iterations, took, FastestGrowth);
                took *= (double)grown / contender.Iterations;
                contender.Iterations = grown;
            }
        }
    }

    /// <summary>A later invocation: the code may be compiled already, but the session is new.</summary>
    public Task LaterAsync(Contender contender, int invocation, TimeSpan deadline, CancellationToken cancellationToken) =>
        contender.IsAlwaysCold ? Task.CompletedTask : WarmAsync(contender, invocation, TimeSpan.Zero, deadline, cancellationToken);

    private async Task WarmAsync(Contender contender, int invocation, TimeSpan least, TimeSpan deadline, CancellationToken cancellationToken)
    {
        TimeSpan left = deadline == TimeSpan.MaxValue ? effort.MaximumWarmUp : deadline - budget.Elapsed;
        TimeSpan most = left < effort.MaximumWarmUp ? left : effort.MaximumWarmUp;
        var rule = new FirstOfRule(new AtLeastRule(new SettledRule(window: 3), least < most ? least : most), new TimeRule(most));
        var times = new List<double>();
        double spent = 0;
        StoppingDecision decision;
        do
        {
            if (await SampleAsync(contender, contender.Iterations, cancellationToken).ConfigureAwait(false) is not { } sample)
            {
                return;
            }

            spent += sample.Elapsed.Value;
            times.Add(sample.PerIteration.Value);
            decision = rule.Decide(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(times), new Nanoseconds(spent).ToTimeSpan());
        }
        while (!decision.IsStop);
        contender.Accept(new WarmUp(invocation, [.. times.Select(value => new Nanoseconds(value))], decision.Reason));
    }

    private async Task<RawSample?> SampleAsync(Contender contender, long n, CancellationToken cancellationToken) =>
        contender.IsReady && !budget.IsExhausted
            ? await contender.MeasureAsync(n, budget.Limit(effort.SampleLimit), cancellationToken).ConfigureAwait(false)
            : null;

    private long Grown(long n, TimeSpan took, double fastest)
    {
        double wanted = took > TimeSpan.Zero ? Margin * (effort.MinimumSample / took) : fastest;
        return Math.Max(n + 1, (long)(n * Math.Min(wanted, fastest)));
    }
}
