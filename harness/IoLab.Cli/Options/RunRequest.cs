using IoLab.Contract;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab run</c> was asked to do.</summary>
internal sealed record RunRequest
{
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
    /// <summary>Limits; none by default.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Unlimited;
    /// <summary>Settings of the session, without its streams.</summary>
    public SessionOptions Session { get; init; } = new();
    /// <summary>Print the machine's counters afterwards?</summary>
    public bool ShowsCounters { get; init; }
    /// <summary>Was help asked for?</summary>
    public bool WantsHelp { get; init; }
}
