using IoLab.Cli.Output;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab conform</c> was asked to do.</summary>
internal sealed record ConformRequest
{
    /// <summary>The corpus.</summary>
    public required string CasesDirPath { get; init; }
    /// <summary>The list of known failures.</summary>
    public required string KnownFailuresFilePath { get; init; }
    /// <summary>The reference's pinned version.</summary>
    public required string OraclePinFilePath { get; init; }
    /// <summary>The reference's slots.</summary>
    public string SlotsFilePath { get; init; } = "";
    /// <summary>Also find out which slots the cases use?</summary>
    public bool ShowsCoverage { get; init; }
    /// <summary>Where the results of the whole corpus are kept for the report.</summary>
    public string ResultsDirPath { get; init; } = "";
    /// <summary>Which cases; none means all.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
    /// <summary>The backends, comma-separated, or null for our own.</summary>
    public string? Backends { get; init; }
    /// <summary>Write expectations?</summary>
    public bool Records { get; init; }
    /// <summary>Who says what is right when recording.</summary>
    public string? Oracle { get; init; }
    /// <summary>Only list the cases?</summary>
    public bool ListsOnly { get; init; }
    /// <summary>How many sessions run at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
    /// <summary>The time limit of a case that states none.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>Where to write JUnit XML, or null.</summary>
    public string? JUnitFilePath { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
}
