using IoLab.Contract;

namespace IoLab.Differential.Tests.Localisation;

/// <summary>What one run of a <see cref="RecordedBackend"/> does: its events, given by a number each, and how it ends.</summary>
/// <param name="Length">How many events.</param>
/// <param name="Event">What event i is; two sides have the same event where the numbers are equal.</param>
/// <param name="Outcome">How the run ends.</param>
internal sealed record Recording(int Length, Func<int, ulong> Event, Outcome Outcome = Outcome.Completed)
{
    /// <summary>The same, but for one event.</summary>
    public Recording ChangedAt(int index) => this with { Event = i => i == index ? ~Event(i) : Event(i) };
}

/// <summary>A backend that plays back traces, one a run, and digests them as the contract says, in the plainest way.</summary>
/// <param name="name">Its name.</param>
/// <param name="recordingOf">The recording of run n, from 0; null: the run gives no trace.</param>
internal sealed class RecordedBackend(string name, Func<int, Recording?> recordingOf) : IBackend
{
    public RecordedBackend(string name, Recording recording)
        : this(name, _ => recording)
    {
    }

    public string Name => name;

    public string Description => "plays back traces";

    public Capabilities Capabilities => Capabilities.Tracing;

    public IReadOnlyList<string> Components => [name];

    public IReadOnlyList<TraceEventKind> ElidedEvents { get; init; } = [];

    /// <summary>It takes no checkpoints closer than this.</summary>
    public long SmallestInterval { get; init; } = 1;

    /// <summary>What its runs were asked for.</summary>
    public List<TraceOptions> Asked { get; } = [];

    public int MostCheckpoints { get; private set; }

    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, null, null));

    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => new(new Session(this, options.Trace!));

    private RunResult Run(TraceOptions trace)
    {
        Asked.Add(trace);
        if (recordingOf(Asked.Count - 1) is not { } recording) return new RunResult { Outcome = Outcome.Crashed, Detail = "no trace" };
        (long first, long last) = trace.CheckpointsWithin ?? (0, long.MaxValue);
        long interval = Math.Max(SmallestInterval, trace.CheckpointInterval);
        while (Math.Min(recording.Length, last) - first > 1000 * interval) interval *= 2;
        var checkpoints = new List<ulong>();
        var events = new List<TraceEvent>();
        ulong hash = 1;
        for (int i = 0; i < recording.Length; i++)
        {
            ulong happened = recording.Event(i);
            hash = (hash ^ happened) * 1099511628211;
            hash ^= hash >> 31;
            if (i >= first && i <= last && (i - first + 1) % interval == 0) checkpoints.Add(hash);
            if (trace.Window is { } window && i >= window.First && i <= window.Last) events.Add(new TraceEvent(i, TraceEventKind.Send, $"{happened}", name, null));
        }

        MostCheckpoints = Math.Max(MostCheckpoints, checkpoints.Count);
        return new RunResult { Outcome = recording.Outcome, Trace = new TraceDigest(recording.Length, hash, checkpoints, interval), Events = events };
    }

    private sealed class Session(RecordedBackend backend, TraceOptions trace) : ISession
    {
        public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => new(backend.Run(trace));

        public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;

        public ValueTask DisposeAsync() => default;
    }
}
