using IoLab.Contract;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab run</c> was asked to do.</summary>
internal sealed record RunRequest
{
    /// <summary>The limits of a sandbox where none are given.</summary>
    private static readonly RunLimits Sandbox = new() { Time = TimeSpan.FromSeconds(10), MemoryBytes = 512L << 20, OutputBytes = 16L << 20 };

    /// <summary>The script's path as typed, or null when code was given.</summary>
    public string? FilePath { get; init; }
    /// <summary>The code of <c>-e</c>, or null when a file was given.</summary>
    public string? Code { get; init; }
    /// <summary><c>System args</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
    /// <summary>The backend's name, or null for the default.</summary>
    public string? Backend { get; init; }
    /// <summary>What was said of backends.</summary>
    public RegistryOptions Registry { get; init; } = RegistryOptions.None;
    /// <summary>Limits as given; none by default.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Unlimited;
    /// <summary>The limits in the end: in a sandbox there is one of everything.</summary>
    public RunLimits EffectiveLimits => !IsSandboxed ? Limits : Limits with
    {
        Time = Limits.Time == Timeout.InfiniteTimeSpan ? Sandbox.Time : Limits.Time,
        MemoryBytes = Limits.MemoryBytes == long.MaxValue ? Sandbox.MemoryBytes : Limits.MemoryBytes,
        OutputBytes = Limits.OutputBytes == long.MaxValue ? Sandbox.OutputBytes : Limits.OutputBytes,
    };
    /// <summary>Is the program one that nobody trusts?</summary>
    public bool IsSandboxed { get; init; }
    /// <summary>What <c>--allow</c> names.</summary>
    public Permissions Allowed { get; init; }
    /// <summary>What <c>--deny</c> names.</summary>
    public Permissions Denied { get; init; }
    /// <summary>What the program may touch in the end: denials win.</summary>
    public Permissions Permissions => ((IsSandboxed ? Permissions.None : Permissions.All) | Allowed) & ~Denied;
    /// <summary>Settings of the session, without its streams.</summary>
    public SessionOptions Session { get; init; } = new();
    /// <summary>Does it look at compiled code, which not all backends have?</summary>
    public bool NeedsCode => Session.Debug.ListsCode || Session.Debug.VerifiesCode;
    /// <summary>Print the machine's counters afterwards?</summary>
    public bool ShowsCounters { get; init; }
    /// <summary>Was help asked for?</summary>
    public bool WantsHelp { get; init; }
}
