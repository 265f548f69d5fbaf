using IoLab.Cli.Output;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab reduce</c> was asked to do.</summary>
internal sealed record ReduceRequest
{
    /// <summary>The program.</summary>
    public required string FilePath { get; init; }
    /// <summary>The command that finds programs interesting, or null.</summary>
    public string? Command { get; init; }
    /// <summary>The backends whose disagreement, or whose end, is kept; empty with a command.</summary>
    public IReadOnlyList<string> Backends { get; init; } = [];
    /// <summary>Bugs to plant.</summary>
    public IReadOnlyList<string> Mutants { get; init; } = [];
    /// <summary>The backends to plant them on; null for the last one.</summary>
    public IReadOnlyList<string>? MutantBackends { get; init; }
    /// <summary>Corpus directives the program is run with.</summary>
    public IReadOnlyList<string> Directives { get; init; } = [];
    /// <summary>How many candidates are tested at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
    /// <summary>The time limit of a test.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>The most tests, or null.</summary>
    public long? MaxTests { get; init; }
    /// <summary>The longest time, or null.</summary>
    public TimeSpan? MaxTime { get; init; }
    /// <summary>The journal, or null.</summary>
    public string? JournalFilePath { get; init; }
    /// <summary>Where the reduced program is written; null for standard output.</summary>
    public string? OutputFilePath { get; init; }
    /// <summary>Does the reduced program begin with comments on where it comes from?</summary>
    public bool HasHeader { get; init; }
    /// <summary>The seed to name there, or null.</summary>
    public string? Seed { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
}
