using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>
/// <para>Measures in interleaved rounds: every participant once per round, in shuffled order, with the calibration kernel around each sample; several invocations.</para>
/// <para>Sessions may live in processes of their own, one for each participant: what .NET's compiler makes of a machine depends on what ran before in its process, so a participant that
/// shared one would be measured with its neighbour's luck. With <see cref="Effort.IsolatesInvocations"/> every invocation gets fresh ones, and the invocations of all benchmarks come before the
/// next one's. Without, a benchmark's invocations share them and follow one another, benchmark by benchmark, so that few processes live at a time.</para>
/// <para>Unless its process is fresh each time, a participant first runs every benchmark once in a session of which nothing is kept: that fixes n, and the host's compiler sees all code that
/// will run, so that the first invocation is no slower than the last.</para>
/// </summary>
/// <param name="time">The clock of the budget; samples are timed by the backends.</param>
/// <param name="kernel">The anchor.</param>
/// <param name="pinning">Keeps the processes of sessions on a processor during rounds; null for nobody.</param>
/// <param name="home">Where the sessions of a participant live when that is not its backend: the same machine in processes of its own.</param>
public sealed class RoundsMeasurer(TimeProvider time, ICalibrationKernel kernel, IPinning? pinning = null, Func<Participant, IBackend>? home = null) : IMeasurer
{
    /// <summary>Finding n and warming a process up takes so many times as long as warming a session up.</summary>
    private const int CalibrationShares = 3;

    /// <summary>Measures by the machine's own clock and the dispatch kernel.</summary>
    /// <param name="home">Where the sessions of a participant live when that is not its backend.</param>
    public RoundsMeasurer(Func<Participant, IBackend>? home = null) : this(TimeProvider.System, new DispatchKernel(), home)
    {
    }

    private RoundsMeasurer(TimeProvider time, DispatchKernel kernel, Func<Participant, IBackend>? home) : this(time, kernel, new ProcessorPinning(kernel), home)
    {
    }

    /// <inheritdoc/>
    public string Name => "rounds";

    /// <inheritdoc/>
    public async Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default)
    {
        plan.Validate();
        DateTimeOffset began = time.GetUtcNow();
        var conditions = new Conditions(
            plan.Effort, new TimeBudget(time, plan.Effort.Budget), kernel, pinning, new Disturbance(), new SeededRandom(plan.Seed), progress);
        Contender[][] contenders = [.. plan.Benchmarks.Select(benchmark => plan.Participants
            .Select(one => new Contender(benchmark, one, home?.Invoke(one) ?? one.Backend, plan.Effort, time)).ToArray())];
        bool isWhole = await RunAsync(conditions, contenders, cancellationToken).ConfigureAwait(false);
        return new BenchmarkRun
        {
            RunId = Guid.NewGuid(), Time = began, Plan = plan, Engine = Name, Elapsed = conditions.Budget.Elapsed, IsCutShort = !isWhole,
            Measurements = [.. contenders.SelectMany(rivals => rivals).Select(contender => contender.ToMeasurement())],
        };
    }

    /// <summary>Runs all slots; false when time ended one before its last round.</summary>
    private static async Task<bool> RunAsync(Conditions conditions, Contender[][] contenders, CancellationToken cancellationToken)
    {
        (Contender[] Rivals, int Invocation)[] slots = [.. Slots(conditions.Effort, contenders)];
        int sharesLeft = slots.Sum(slot => SharesOf(slot.Invocation));
        bool isWhole = true;
        try
        {
            for (int i = 0; i < slots.Length; i++)
            {
                (Contender[] rivals, int invocation) = slots[i];
                TimeSpan deadline = conditions.Budget.DeadlineOfNext(SharesOf(invocation), sharesLeft);
                sharesLeft -= SharesOf(invocation);
                isWhole &= await new Slot(conditions, rivals, invocation, deadline).RunAsync(cancellationToken).ConfigureAwait(false);
                if (!conditions.Effort.IsolatesInvocations && (i + 1 == slots.Length || slots[i + 1].Rivals != rivals))
                {
                    await EndAsync(rivals).ConfigureAwait(false);
                }
            }

            return isWhole;
        }
        finally
        {
            await EndAsync(contenders.SelectMany(rivals => rivals)).ConfigureAwait(false);
        }
    }

    private static int SharesOf(int invocation) => invocation == Slot.Calibration ? CalibrationShares : 1;

    /// <summary>What is run, in order.</summary>
    private static IEnumerable<(Contender[] Rivals, int Invocation)> Slots(Effort effort, Contender[][] contenders)
    {
        IEnumerable<int> invocations = Enumerable.Range(0, effort.Invocations);
        (Contender[] Rivals, int Invocation)[] calibrations =
            [.. contenders.Where(rivals => effort.Invocations > 1 && rivals.Any(contender => !contender.IsAlwaysFresh)).Select(rivals => (rivals, Slot.Calibration))];
        return effort.IsolatesInvocations
            ? calibrations.Concat(from invocation in invocations from rivals in contenders select (rivals, invocation))
            : from rivals in contenders
              from slot in calibrations.Where(slot => slot.Rivals == rivals).Concat(invocations.Select(invocation => (rivals, invocation)))
              select slot;
    }

    private static async Task EndAsync(IEnumerable<Contender> contenders)
    {
        foreach (Contender contender in contenders)
        {
            await contender.EndAsync().ConfigureAwait(false);
        }
    }
}
