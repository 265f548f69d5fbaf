using IoLab.Cli.Output;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab diff</c> was asked to do.</summary>
internal sealed record DiffRequest
{
    /// <summary>The backends to compare, at least two.</summary>
    public required IReadOnlyList<string> Backends { get; init; }
    /// <summary>Programs by path.</summary>
    public IReadOnlyList<string> FilePaths { get; init; } = [];
    /// <summary>A program by its text, or null.</summary>
    public string? Code { get; init; }
    /// <summary>Directives for files outside the corpus, as <c>args: 3</c>.</summary>
    public IReadOnlyList<string> Directives { get; init; } = [];
    /// <summary>All of the corpus too?</summary>
    public bool UsesCorpus { get; init; }
    /// <summary>The corpus.</summary>
    public required string CasesDirPath { get; init; }
    /// <summary>Compare traces too?</summary>
    public bool ComparesTraces { get; init; }
    /// <summary>Find the first event in which traces differ?</summary>
    public bool Locates { get; init; }
    /// <summary>How many programs run at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
    /// <summary>The time limit of each run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
    /// <summary>The words to add to a command that repeats a comparison: the external backends.</summary>
    public string RepeatSuffix { get; init; } = "";
}
