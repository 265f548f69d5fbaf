using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>
/// Measures in interleaved rounds: every participant once per round, in shuffled order, with the calibration kernel around each sample; several fresh sessions
/// (invocations), the invocations of all benchmarks before the next one's, so that an exhausted budget leaves as many samples for the last benchmark as for the first.
/// Before the first of several invocations every benchmark runs once in a session that is thrown away: it fixes n, and the host's compiler sees all code that will run, so that
/// the first invocation is no slower than the last.
/// </summary>
/// <param name="time">The clock of the budget; samples are timed by the backends.</param>
/// <param name="kernel">The anchor.</param>
/// <param name="preparation">What is done to this process around invocations and rounds; null for nothing.</param>
public sealed class RoundsMeasurer(TimeProvider time, ICalibrationKernel kernel, IProcessPreparation? preparation = null) : IMeasurer
{
    /// <summary>Measures by the machine's own clock and the dispatch kernel.</summary>
    public RoundsMeasurer() : this(TimeProvider.System, new DispatchKernel())
    {
    }

    private RoundsMeasurer(TimeProvider time, DispatchKernel kernel) : this(time, kernel, new QuietProcess(kernel))
    {
    }

    /// <inheritdoc/>
    public string Name => "rounds";

    /// <inheritdoc/>
    public async Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default)
    {
        plan.Validate();
        DateTimeOffset began = time.GetUtcNow();
        var budget = new TimeBudget(time, plan.Effort.Budget);
        var random = new SeededRandom(plan.Seed);
        Contender[][] contenders = [.. plan.Benchmarks.Select(benchmark => plan.Participants.Select(participant => new Contender(benchmark, participant, time)).ToArray())];
        int slotsLeft = (plan.Effort.Invocations + (plan.Effort.Invocations > 1 ? 1 : 0)) * plan.Benchmarks.Count;
        bool isWhole = true;
        var disturbance = new Disturbance();
        foreach (Contender[] rivals in plan.Effort.Invocations > 1 ? contenders : [])
        {
            var slot = new Slot(plan.Effort, budget, kernel, preparation, disturbance, random, progress, rivals, Slot.Calibration, budget.DeadlineOfNext(slotsLeft--));
            await slot.CalibrateAsync(cancellationToken).ConfigureAwait(false);
        }

        for (int invocation = 0; invocation < plan.Effort.Invocations; invocation++)
        {
            foreach (Contender[] rivals in contenders)
            {
                var slot = new Slot(plan.Effort, budget, kernel, preparation, disturbance, random, progress, rivals, invocation, budget.DeadlineOfNext(slotsLeft--));
                isWhole &= await slot.RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return new BenchmarkRun
        {
            RunId = Guid.NewGuid(), Time = began, Plan = plan, Engine = Name, Elapsed = budget.Elapsed, IsCutShort = !isWhole,
            Measurements = [.. contenders.SelectMany(rivals => rivals).Select(contender => contender.ToMeasurement())],
        };
    }
}
