namespace IoLab.Contract;

/// <summary>Io source with what it needs to run.</summary>
public sealed record IoProgram
{
    /// <summary>The source text.</summary>
    public required string Source { get; init; }
    /// <summary>The label of its messages: a file path as given, or <c>doString</c>.</summary>
    public string Label { get; init; } = "doString";
    /// <summary><c>System args</c>; element 0 is the label of a script.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
    /// <summary>What standard input holds.</summary>
    public string StandardInput { get; init; } = "";
    /// <summary>True when <see cref="Label"/> is the path of a file that exists: relative loads and the launch path start there.</summary>
    public bool IsFile { get; init; }
}

/// <summary>Bounds of one run. Reaching one is an <see cref="Outcome"/>.</summary>
public sealed record RunLimits
{
    /// <summary>Wall-clock time; default 10 s.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>Steps (sends and loop back-edges); null means unlimited. Asking for it selects instrumented evaluation.</summary>
    public long? Steps { get; init; }
    /// <summary>Bytes of live memory the guest may add; checked at safepoints and before large allocations.</summary>
    public long MemoryBytes { get; init; } = 2L << 30;
    /// <summary>Bytes of standard output kept; more ends the run.</summary>
    public long OutputBytes { get; init; } = 64L << 20;
    /// <summary>Frames a coroutine may hold before a stack overflow is raised in Io.</summary>
    public int Frames { get; init; } = 4_000_000;

    /// <summary>No limit but memory: for whole programs a person runs.</summary>
    public static RunLimits Unlimited { get; } = new()
    {
        Time = Timeout.InfiniteTimeSpan, OutputBytes = long.MaxValue, MemoryBytes = long.MaxValue,
    };
}
