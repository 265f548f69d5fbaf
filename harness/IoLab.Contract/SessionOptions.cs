namespace IoLab.Contract;

/// <summary>What <c>Date now</c>, <c>wait</c> and timers go by.</summary>
public enum ClockKind
{
    /// <summary>The machine's clock.</summary>
    Real,
    /// <summary>Starts at <see cref="SessionOptions.VirtualStart"/> and advances only when the guest waits: deterministic.</summary>
    Virtual,
}

/// <summary>What a guest may touch.</summary>
[Flags]
public enum Permissions
{
    /// <summary>Pure computation and standard streams only.</summary>
    None = 0,
    /// <summary>Files and directories.</summary>
    Files = 1,
    /// <summary>Environment variables.</summary>
    Environment = 2,
    /// <summary>The real clock (a denied guest sees the virtual one).</summary>
    Clock = 4,
    /// <summary>Starting processes, the process id.</summary>
    Processes = 8,
    /// <summary>Everything.</summary>
    All = Files | Environment | Clock | Processes,
}

/// <summary>What would otherwise differ between two sessions, fixed.</summary>
public sealed record SessionOptions
{
    /// <summary>The clock; default real.</summary>
    public ClockKind Clock { get; init; } = ClockKind.Real;
    /// <summary>Where a virtual clock starts.</summary>
    public DateTimeOffset VirtualStart { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    /// <summary>The seed of anything random in the guest.</summary>
    public ulong Seed { get; init; }
    /// <summary>Environment variables the guest sees; null means this process's own.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }
    /// <summary>The guest's working directory; null means this process's own.</summary>
    public string? WorkingDirectoryPath { get; init; }
    /// <summary>What the guest may touch; default all.</summary>
    public Permissions Permissions { get; init; } = Permissions.All;
    /// <summary>Tracing, or null for none.</summary>
    public TraceOptions? Trace { get; init; }
    /// <summary>Record which slots of the library programs use; needs <see cref="Capabilities.SlotUse"/>.</summary>
    public bool RecordsSlotUse { get; init; }
    /// <summary>
    /// Write standard output and error through to these streams while running, instead of collecting them. The trace of an uncaught exception
    /// is written to the output too.
    /// </summary>
    public LiveStreams? Live { get; init; }
    /// <summary>Debug switches of our machines.</summary>
    public DebugOptions Debug { get; init; } = new();
    /// <summary>Ids of planted bugs to switch on (see <c>iolab selftest --list</c>); unknown ids are refused at start.</summary>
    public IReadOnlyList<string> Mutants { get; init; } = [];
    /// <summary>Names out of <see cref="IBackend.Features"/> to do without; unknown names are refused at start.</summary>
    public IReadOnlyList<string> DisabledFeatures { get; init; } = [];

    /// <summary>Deterministic, without permissions beyond files: what comparisons use.</summary>
    public static SessionOptions Deterministic { get; } = new() { Clock = ClockKind.Virtual };
}

/// <summary>Streams for a guest run by a person.</summary>
/// <param name="Input">Standard input, or null for <see cref="IoProgram.StandardInput"/>.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record LiveStreams(Stream? Input, Stream Output, Stream Error);

/// <summary>Debug switches, one record for all machines. Each costs nothing when off.</summary>
public sealed record DebugOptions
{
    /// <summary>Force a reify at every n-th call or loop back-edge; 0 is off. Tests suspension everywhere.</summary>
    public int ReifyEvery { get; init; }
    /// <summary>Slow the machine down by this fraction (0.10 is 10%), by busy work proportional to the run time; for proving the gate.</summary>
    public double SlowBy { get; init; }
    /// <summary>Use instrumented evaluation even when nothing asks for it.</summary>
    public bool Instrumented { get; init; }
    /// <summary>Fill <see cref="RunResult.Code"/>; only by an <see cref="ICodeLister"/>.</summary>
    public bool ListsCode { get; init; }
    /// <summary>Profile runs, or null; needs <see cref="Capabilities.Profiling"/>.</summary>
    public ProfileOptions? Profile { get; init; }
    /// <summary>Check all compiled code before it runs; only where there is code to check.</summary>
    public bool VerifiesCode { get; init; }
}

/// <summary>What to record of the event trace.</summary>
public sealed record TraceOptions
{
    /// <summary>Events between checkpoint hashes; doubled by the machine when more than a thousand checkpoints would result.</summary>
    public long CheckpointInterval { get; init; } = 1024;
    /// <summary>Record events with index in [first, last], or none.</summary>
    public (long First, long Last)? Window { get; init; }
    /// <summary>Take checkpoints only after events with index in [first, last], or everywhere.</summary>
    public (long First, long Last)? CheckpointsWithin { get; init; }
    /// <summary>Kinds of events that are neither numbered nor hashed.</summary>
    public IReadOnlyList<TraceEventKind> Omitted { get; init; } = [];
    /// <summary>Record the edges a run takes (see <see cref="RunResult.Edges"/>); needs <see cref="Capabilities.EdgeCoverage"/>.</summary>
    public bool RecordsEdges { get; init; }
}

/// <summary>The kind of an observable event.</summary>
public enum TraceEventKind
{
    /// <summary>A message was sent.</summary>
    Send,
    /// <summary>A slot of an object that is not a Locals was written.</summary>
    SlotWrite,
    /// <summary>An exception was raised.</summary>
    Raise,
    /// <summary>Control went to another coroutine.</summary>
    Switch,
    /// <summary>Bytes were written to standard output.</summary>
    Output,
    /// <summary>An eager or guarded built-in answered a value.</summary>
    Result,
}

/// <summary>One observable event.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Message or slot name, exception text, or output.</param>
/// <param name="Subject">The receiver's kind of a send; kind and observation number of what was written to, raised or entered; the proto whose built-in answered.</param>
/// <param name="Location">Label and line, where known.</param>
/// <param name="Value">The value written or answered, or null: a number's or text's content, cut when long; of other objects kind and observation number.</param>
public sealed record TraceEvent(long Index, TraceEventKind Kind, string Name, string Subject, string? Location, string? Value = null);
