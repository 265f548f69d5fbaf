using IoLab.Contract;
using IoLab.Harness;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Differential.Examining;

/// <summary>
/// Runs programs on several backends, each in a session that is kept and reset, and judges. The first backend that counts steps finds out whether a program ends at all; the
/// others then run it without counting, all at once.
/// </summary>
public sealed class Examiner : IExaminer
{
    private readonly IReadOnlyList<Seat> seats;
    private readonly ExaminerOptions options;
    private readonly Trust trust;
    private readonly int counting;

    /// <summary>Makes an examiner; starts nothing.</summary>
    /// <param name="examinees">Who takes part, at least two; without an order of trust the first is trusted most.</param>
    /// <param name="options">How.</param>
    /// <exception cref="HarnessException">Fewer than two.</exception>
    public Examiner(IReadOnlyList<Examinee> examinees, ExaminerOptions? options = null)
    {
        if (examinees.Count < 2) throw new HarnessException($"an examination takes at least two backends, {examinees.Count} given; name another, as in: --backends tree,closure");
        this.options = options ??= new ExaminerOptions();
        trust = options.Trust ?? new Trust([.. examinees.Select(one => one.Backend.Name)]);
        var plan = SessionPlan.For([.. examinees.Select(one => one.Backend)], options);
        seats = [.. examinees.Select((one, i) => new Seat(one, plan[i], options.Grace))];
        counting = Math.Max(0, seats.ToList().FindIndex(seat => seat.Backend.Capabilities.HasFlag(Capabilities.StepLimit)));
    }

    /// <summary>Makes an examiner of backends that are all what they seem.</summary>
    public Examiner(IReadOnlyList<IBackend> backends, ExaminerOptions? options = null)
        : this([.. backends.Select(backend => new Examinee(backend))], options)
    {
    }

    /// <inheritdoc/>
    public async Task<Examination> ExamineAsync(IoProgram program, CancellationToken cancellationToken = default)
    {
        Examination first = await RunAsync(program, cancellationToken).ConfigureAwait(false);
        if (!IsDoubtful(first) && (first.Disagreement is null || !(options.Confirms || seats.Any(seat => seat.IsFilter)))) return first;

        foreach (Seat seat in seats.Where(seat => options.Confirms || seat.IsFilter)) await seat.RenewAsync().ConfigureAwait(false);
        Examination second = await RunAsync(program, cancellationToken, isFinal: true).ConfigureAwait(false);
        // A filter's mistakes are no news.
        return second.Disagreement is null && !seats.Any(seat => seat.IsFilter) ? second with { Fleeting = first.Disagreement } : second;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (Seat seat in seats) await seat.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A filter that crashes or hangs may have been spoilt by another program, and has not said all that is to be compared, whatever is known of crashes.</summary>
    private bool IsDoubtful(Examination examination) =>
        examination.Excused.Count > 0 && seats.Any(seat => seat.IsFilter && examination.Results.Any(entry => entry.Backend == seat.Backend.Name && !ResultComparer.HasWholeOutput(entry.Result.Outcome)));

    private async Task<Examination> RunAsync(IoProgram program, CancellationToken cancellationToken, bool isFinal = false)
    {
        var results = new RunResult?[seats.Count];
        RunResult first = await seats[counting].RunAsync(program, options.Limits, isFinal, cancellationToken).ConfigureAwait(false);
        results[counting] = first;
        RunLimits limits = ResultComparer.HasWholeOutput(first.Outcome) ? options.Limits with { Steps = null } : options.Limits;
        await Task.WhenAll(Enumerable.Range(0, seats.Count).Where(i => i != counting && seats[i].Takes(program)).Select(RunOneAsync)).ConfigureAwait(false);
        return Judge(program, [.. results.Select((result, i) => (seats[i].Backend, result)).Where(entry => entry.result is not null).Select(entry => (entry.Backend, entry.result!))]);

        async Task RunOneAsync(int i) => results[i] = await seats[i].RunAsync(program, limits, isFinal, cancellationToken).ConfigureAwait(false);
    }

    private Examination Judge(IoProgram program, IReadOnlyList<(IBackend Backend, RunResult Result)> results)
    {
        IReadOnlyList<(IBackend Backend, RunResult Result)> voters = Abstention.Voters(results, options.Limits);
        (Vote vote, Disagreement? disagreement, Difference? difference, (string Left, string Right)? sides) = Routing.Judge(voters, options.Policy, trust);
        var examination = new Examination
        {
            Program = program, Results = [.. results.Select(entry => (entry.Backend.Name, entry.Result))], Vote = vote,
            Disagreement = disagreement, Difference = difference, Sides = sides, HasVerdict = voters.Count > 1,
        };
        if (difference is null || options.Known.Explain(examination) is not { Count: > 0 } excuses) return examination;
        return examination with { Disagreement = null, Difference = null, Sides = null, Excused = excuses };
    }

    /// <summary>A backend's place: its kept session, and how to run a program alone.</summary>
    private sealed class Seat(Examinee examinee, SessionOptions options, TimeSpan? grace) : IAsyncDisposable
    {
        /// <summary>A program that is run again alone is given so many times as much: what ends then did not hang, the machine was busy.</summary>
        private const int Patience = 4;

        private SessionHost host = new(examinee.Backend, options, grace);

        public IBackend Backend => examinee.Backend;

        public bool IsFilter => examinee.Alone is not null;

        public bool Takes(IoProgram program) => examinee.Takes(program);

        public async Task<RunResult> RunAsync(IoProgram program, RunLimits limits, bool isFinal, CancellationToken cancellationToken)
        {
            if (examinee.Time is { } time && (time < limits.Time || limits.Time == Timeout.InfiniteTimeSpan)) limits = limits with { Time = time };
            if (!isFinal || examinee.Alone is null) return await host.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
            await using var alone = new SessionHost(examinee.Alone, options, grace);
            if (limits.Time != Timeout.InfiniteTimeSpan) limits = limits with { Time = Patience * limits.Time };
            return await alone.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>The next run has a fresh session.</summary>
        public async Task RenewAsync()
        {
            await host.DisposeAsync().ConfigureAwait(false);
            host = new SessionHost(examinee.Backend, options, grace);
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
