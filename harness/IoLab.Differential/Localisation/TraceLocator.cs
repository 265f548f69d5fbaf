using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Differential.Localisation;

/// <summary>
/// Finds the first event in which the traces of two sides differ, by running the program again with checkpoint hashes closer and closer around it. No trace is ever
/// stored: a run brings back at most a thousand hashes, the last one the events around the difference too.
/// </summary>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
/// <param name="grace">See <see cref="SessionHost"/>.</param>
public sealed class TraceLocator(TracedSide left, TracedSide right, TimeSpan? grace = null)
{
    /// <summary>Events shown before the first difference.</summary>
    public const int Before = 5;

    /// <summary>Events shown after it.</summary>
    public const int After = 3;

    /// <summary>Checkpoints that a machine takes without doubling its interval.</summary>
    private const int MostCheckpoints = 1000;

    private readonly IReadOnlyList<TraceEventKind> _omitted = [.. left.Backend.ElidedEvents.Union(right.Backend.ElidedEvents)];

    /// <summary>Compares two backends in deterministic sessions.</summary>
    public TraceLocator(IBackend left, IBackend right)
        : this(new TracedSide(left, OptionsFor.Comparing(left)), new TracedSide(right, OptionsFor.Comparing(right)))
    {
    }

    /// <summary>Finds the first difference. Whatever a backend does is a result.</summary>
    /// <param name="program">The program.</param>
    /// <param name="limits">The limits of each run. A limit of steps strikes at the same event every time; time does not.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Location> LocateAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        Pair first = await RunAsync(new TraceOptions { CheckpointInterval = 1 }).ConfigureAwait(false);
        int runs = 2;
        if (first.Left.Trace is null) return Ended(LocationKind.Undecided, first, runs, WithoutTrace(left, first.Left));
        if (first.Right.Trace is null) return Ended(LocationKind.Undecided, first, runs, WithoutTrace(right, first.Right));
        if (first.AreWhole && first.AreEqual) return Ended(LocationKind.Same, first, runs, null);
        if (new TraceInterval(0, long.MaxValue).Narrow(first.Left.Trace!, first.Right.Trace!, first.AreWhole) is not { } interval)
        {
            (TracedSide side, RunResult result) = IsWhole(first.Left) ? (right, first.Right) : (left, first.Left);
            return Ended(LocationKind.Undecided, first, runs, $"{side.Backend.Name} {Describe(result)}, and there is no difference before that");
        }

        while (true)
        {
            bool isLast = interval.Length <= MostCheckpoints;
            Pair again = await RunAsync(new TraceOptions
            {
                CheckpointInterval = (interval.Length + MostCheckpoints - 1) / MostCheckpoints,
                CheckpointsWithin = (interval.Equal, interval.Different - 1),
                Window = isLast ? (Math.Max(0, interval.Equal - Before), interval.Different - 1 + After) : null,
            }).ConfigureAwait(false);
            runs += 2;
            if (Problem(first.Left, again.Left, left, interval) is { } leftProblem) return Ended(leftProblem.Kind, first, runs, leftProblem.Detail);
            if (Problem(first.Right, again.Right, right, interval) is { } rightProblem) return Ended(rightProblem.Kind, first, runs, rightProblem.Detail);
            if (interval.Narrow(again.Left.Trace!, again.Right.Trace!, first.AreWhole && again.AreWhole) is not { } narrower)
            {
                return Ended(LocationKind.Unreproducible, first, runs, $"the traces differed within the first {interval.Different} events, and did not when they were recorded again");
            }

            interval = narrower;
            if (isLast && interval.Length > 1) return Ended(LocationKind.Undecided, first, runs, $"the difference is among {interval.Length} events from {interval.Equal} on: the backends take no common checkpoints closer together");
            if (isLast) return Found(first, again, interval.Equal, runs);
        }

        async Task<Pair> RunAsync(TraceOptions trace)
        {
            trace = trace with { Omitted = _omitted };
            return new Pair(
                await RunSideAsync(left, trace, program, limits, cancellationToken).ConfigureAwait(false),
                await RunSideAsync(right, trace, program, limits, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<RunResult> RunSideAsync(TracedSide side, TraceOptions trace, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        await using var host = new SessionHost(side.Backend, side.Options with { Trace = trace }, grace);
        return await host.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why a run cannot be put together with the first one of its side, or null.</summary>
    private static (LocationKind Kind, string Detail)? Problem(RunResult first, RunResult again, TracedSide side, TraceInterval interval)
    {
        if (again.Trace is not { } trace) return (LocationKind.Undecided, WithoutTrace(side, again));
        if (IsWhole(first) && IsWhole(again))
        {
            return (trace.Events, trace.Hash) == (first.Trace!.Events, first.Trace.Hash)
                ? null
                : (LocationKind.Unreproducible, $"{side.Backend.Name} had a trace of {first.Trace.Events} events with the hash {first.Trace.Hash:x16} first, and of {trace.Events} with {trace.Hash:x16} then");
        }

        return trace.Events >= interval.Different ? null : (LocationKind.Undecided, $"{side.Backend.Name} {Describe(again)} after {trace.Events} events, too early to look at event {interval.Different - 1} again");
    }

    private Location Found(Pair first, Pair last, long index, int runs)
    {
        LocationKind kind = index >= last.Left.Trace!.Events ? LocationKind.LeftEnds : index >= last.Right.Trace!.Events ? LocationKind.RightEnds : LocationKind.Differs;
        return new Location { Kind = kind, Index = index, Left = Side(left, first.Left, last.Left), Right = Side(right, first.Right, last.Right), Runs = runs };

        LocatedSide Side(TracedSide side, RunResult whole, RunResult seen) => new(
            side.Backend.Name, whole.Outcome, whole.Trace!.Events, [.. seen.Events.Where(happened => happened.Index >= index - Before && happened.Index <= index + After)]);
    }

    private Location Ended(LocationKind kind, Pair first, int runs, string? detail) => new()
    {
        Kind = kind, Runs = runs, Detail = detail,
        Left = new LocatedSide(left.Backend.Name, first.Left.Outcome, first.Left.Trace?.Events ?? 0, []),
        Right = new LocatedSide(right.Backend.Name, first.Right.Outcome, first.Right.Trace?.Events ?? 0, []),
    };

    /// <summary>Does a run with this outcome end at the same event every time?</summary>
    private static bool IsWhole(RunResult result) => result.Outcome is not (Outcome.TimedOut or Outcome.OutOfMemory);

    private static string WithoutTrace(TracedSide side, RunResult result) => $"{side.Backend.Name} gave no trace: it {Describe(result)}";

    private static string Describe(RunResult result)
    {
        string ended = result.Outcome switch
        {
            Outcome.Completed => "completed",
            Outcome.Raised => "raised an exception",
            Outcome.TimedOut => "was ended by its limit of time",
            Outcome.OutOfMemory => "was ended by its limit of memory",
            Outcome.StepLimit => "was ended by its limit of steps",
            Outcome.OutputLimit => "was ended by its limit of output",
            Outcome.SyntaxError => "did not compile",
            _ => "crashed",
        };
        return result.Detail is { } detail ? $"{ended} ({detail.Split('\n')[0].Trim()})" : ended;
    }

    /// <summary>One run of each side.</summary>
    private sealed record Pair(RunResult Left, RunResult Right)
    {
        public bool AreWhole => IsWhole(Left) && IsWhole(Right);

        public bool AreEqual => (Left.Trace!.Events, Left.Trace.Hash) == (Right.Trace!.Events, Right.Trace.Hash);
    }
}
