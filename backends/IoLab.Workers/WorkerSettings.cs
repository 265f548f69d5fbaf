using IoLab.Contract;

namespace IoLab.Workers;

/// <summary>How worker processes are started and kept within bounds.</summary>
public sealed record WorkerSettings
{
    /// <summary>The program and arguments that start a worker: whatever calls <see cref="WorkerServer.Run"/> on its standard streams.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>
    /// The hard limit of a worker's heap. The runtime enforces it (DOTNET_GCHeapHardLimit); a run's own limit of memory is lowered to three quarters of
    /// it, so that it ends a run before the runtime ends the worker. Null for no limit, and nobody watches the worker's memory: a limit changes how the collector works, and looking takes time.
    /// </summary>
    public long? HeapBytes { get; init; } = 3L << 30;

    /// <summary>Resident memory, with that of children, over which a worker is ended: the heap, and what a runtime and a deep stack need beside it; null for none.</summary>
    public long? ResidentBytes => HeapBytes + (512L << 20);

    /// <summary>So many calls of a method the worker's runtime waits for before it compiles it again (DOTNET_TC_CallCountThreshold); 1 to 65,535, null for its own default.</summary>
    public int? CallsPerTier { get; init; }

    /// <summary>
    /// Does the worker's runtime watch methods before it compiles them for good (DOTNET_TieredPGO)? What is measured deserves it. Workers that run thousands of short programs are
    /// quicker without: compiling took more than half of their first minute.
    /// </summary>
    public bool IsProfileGuided { get; init; }

    /// <summary>How long past its limit of time, or after it was told to stop, a run may take to end before its worker is ended.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a worker may take to start and to make a session, a reset or nothing at all.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Runs the shell commands that programs in the worker want run; null where a worker has no business to ask.</summary>
    public IShellCommands? Commands { get; init; }

    /// <summary>What proves after a reset that a worker is sound; null to believe it.</summary>
    public Canary? Canary { get; init; } = Canary.Io;
}

/// <summary>A program that a sound session always answers in the same way.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Output">What it prints.</param>
public sealed record Canary(string Source, string Output)
{
    /// <summary>For sessions that speak Io: sends, blocks, lists, texts and exceptions.</summary>
    public static Canary Io { get; } = new(
        "c := Object clone do(n := 20; twice := method(x, x * 2 + n)); write(list(1, 2, 3) map(x, c twice(x)) sum, \" \", try(Exception raise(\"sung\")) error, \"\\n\")",
        "72 sung\n");

    /// <summary>Its limits: generous, as it ends at once.</summary>
    internal static RunLimits Limits { get; } = new() { Time = TimeSpan.FromSeconds(5), OutputBytes = 4096 };

    /// <summary>Did it sing?</summary>
    internal bool IsAlive(RunResult result) => result.Outcome == Outcome.Completed && result.StandardOutput == Output;
}
