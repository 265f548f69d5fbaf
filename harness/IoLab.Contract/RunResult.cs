namespace IoLab.Contract;

/// <summary>How a run ended.</summary>
public enum Outcome
{
    /// <summary>The program ran to its end (or called <c>System exit</c>).</summary>
    Completed,
    /// <summary>An exception was not caught.</summary>
    Raised,
    /// <summary>The source did not compile.</summary>
    SyntaxError,
    /// <summary><see cref="RunLimits.Time"/> was reached.</summary>
    TimedOut,
    /// <summary><see cref="RunLimits.Steps"/> was reached.</summary>
    StepLimit,
    /// <summary><see cref="RunLimits.OutputBytes"/> was reached.</summary>
    OutputLimit,
    /// <summary><see cref="RunLimits.MemoryBytes"/> was reached.</summary>
    OutOfMemory,
    /// <summary>The backend itself failed: a bug of the implementation.</summary>
    Crashed,
}

/// <summary>An Io exception that reached the top.</summary>
/// <param name="Type">The exception's <c>type</c>.</param>
/// <param name="Message">Its <c>error</c> as text.</param>
/// <param name="Trace">The back trace as printed; never compared between backends.</param>
public sealed record RaisedException(string Type, string Message, string Trace);

/// <summary>The digest of an event trace.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Hash">Hash of all events in order.</param>
/// <param name="Checkpoints">
/// Hashes after every <paramref name="Interval"/> events, at most a thousand, counted from the first of <see cref="TraceOptions.CheckpointsWithin"/> or from the beginning:
/// number i is the hash of all events up to and including first + (i + 1) * <paramref name="Interval"/> - 1.
/// </param>
/// <param name="Interval">Events between checkpoints.</param>
public sealed record TraceDigest(long Events, ulong Hash, IReadOnlyList<ulong> Checkpoints, long Interval);

/// <summary>Everything observable of one run. Two results compare without knowing who made them.</summary>
public sealed record RunResult
{
    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }
    /// <summary>
    /// Standard output, decoded as UTF-8; bytes that are not valid UTF-8 appear as U+FFFD. Without the trace of an uncaught exception, which is
    /// <see cref="RaisedException.Trace"/>; empty when it was written through to <see cref="SessionOptions.Live"/>.
    /// </summary>
    public string StandardOutput { get; init; } = "";
    /// <summary>Standard error.</summary>
    public string StandardError { get; init; } = "";
    /// <summary>The exit code asked for by the guest; 0 without <c>System exit</c>.</summary>
    public int ExitCode { get; init; }
    /// <summary>Did the guest end the run with <c>System exit</c>, where the backend can tell?</summary>
    public bool HasExited { get; init; }
    /// <summary>The value of the program's last expression as <c>asSimpleString</c>, where the backend can tell.</summary>
    public string? PrintedResult { get; init; }
    /// <summary>The uncaught exception when <see cref="Outcome"/> is <see cref="Outcome.Raised"/> or <see cref="Outcome.SyntaxError"/>.</summary>
    public RaisedException? Exception { get; init; }
    /// <summary>Why a run crashed or hit a limit, for people.</summary>
    public string? Detail { get; init; }
    /// <summary>Elapsed time.</summary>
    public Nanoseconds Elapsed { get; init; }
    /// <summary>Counters of the machine by name (steps, cache hits, reifications, ...).</summary>
    public IReadOnlyDictionary<string, long> Counters { get; init; } = new Dictionary<string, long>();
    /// <summary>The trace digest when the session traces.</summary>
    public TraceDigest? Trace { get; init; }
    /// <summary>Recorded events within <see cref="TraceOptions.Window"/>.</summary>
    public IReadOnlyList<TraceEvent> Events { get; init; } = [];
    /// <summary>
    /// Hashes of the distinct edges (operation, kind of receiver, kinds of arguments, kind of answer) the run took, ascending, when
    /// <see cref="TraceOptions.RecordsEdges"/> asked for them. Equal in every process and version in which the operations have the same names.
    /// </summary>
    public IReadOnlyList<uint> Edges { get; init; } = [];
    /// <summary>What was compiled for the run, in that order, when <see cref="DebugOptions.ListsCode"/> asked for it; in this process only, and without the library.</summary>
    public IReadOnlyList<CodeListing> Code { get; init; } = [];
    /// <summary>Where instructions and bytes went, when <see cref="DebugOptions.Profile"/> asked for it.</summary>
    public RunProfile? Profile { get; init; }
    /// <summary>The slots of the library that messages of the program found, each once, when the session records them.</summary>
    public IReadOnlyList<SlotName> SlotUses { get; init; } = [];
}
