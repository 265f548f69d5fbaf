using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>Everything a report shows. Parts that are empty are left out of the report.</summary>
public sealed record ReportModel
{
    /// <summary>What the report is about, such as <c>tree, closure and io on the micro suite</c>.</summary>
    public required string Title { get; init; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }
    /// <summary>The backends in the order of columns; those that appear only in the data follow by name.</summary>
    public IReadOnlyList<BackendInfo> Backends { get; init; } = [];
    /// <summary>The backend that speedups are relative to, or null.</summary>
    public string? ReferenceBackend { get; init; }
    /// <summary>The cells of the conformance matrix.</summary>
    public IReadOnlyList<CaseResult> Cases { get; init; } = [];
    /// <summary>Which slots of the library the cases use, or null.</summary>
    public SlotCoverage? Coverage { get; init; }
    /// <summary>The rows of the benchmark table.</summary>
    public IReadOnlyList<BenchmarkRow> Benchmarks { get; init; } = [];
    /// <summary>Benchmarks that are stated beside the geometric means and never in them.</summary>
    public IReadOnlyList<string> LeftOutOfMeans { get; init; } = ["coroutineSwitches", "vectorGflops"];
    /// <summary>The gate's decisions.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];
    /// <summary>The series over time.</summary>
    public IReadOnlyList<HistorySeries> History { get; init; } = [];
    /// <summary>The machine and runtime.</summary>
    public EnvironmentInfo? Environment { get; init; }
    /// <summary>How to do it again.</summary>
    public IReadOnlyList<ReportCommand> Commands { get; init; } = [];
    /// <summary>Remarks about the whole run: a busy machine, a budget that ran out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A backend of the report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version text, or null.</param>
/// <param name="Description">One sentence, or null.</param>
public sealed record BackendInfo(string Name, string? Version = null, string? Description = null);

/// <summary>A command that repeats a part of the report.</summary>
/// <param name="Purpose">What it does, such as <c>measure again</c>.</param>
/// <param name="CommandLine">The command as typed.</param>
public sealed record ReportCommand(string Purpose, string CommandLine);

/// <summary>A series over time, summarised.</summary>
/// <param name="Key">The series.</param>
/// <param name="Points">Its points, oldest first.</param>
public sealed record HistorySeries(SeriesKey Key, IReadOnlyList<HistoryPoint> Points);

/// <summary>A point of a series, summarised.</summary>
public sealed record HistoryPoint
{
    /// <summary>When it was measured.</summary>
    public required DateTimeOffset Time { get; init; }
    /// <summary>The run; points of one run share a place on the chart's axis.</summary>
    public required Guid RunId { get; init; }
    /// <summary>The commit, or null.</summary>
    public string? Commit { get; init; }
    /// <summary>The backend's version text, or null.</summary>
    public string? Version { get; init; }
    /// <summary>The median of the samples.</summary>
    public required double Median { get; init; }
    /// <summary>Lower end of the interval that is drawn (the lower quartile).</summary>
    public required double Low { get; init; }
    /// <summary>Upper end of the interval that is drawn (the upper quartile).</summary>
    public required double High { get; init; }
    /// <summary>How many samples.</summary>
    public required int Samples { get; init; }
    /// <summary>Were the results right? A wrong point is shown apart from the line.</summary>
    public bool IsValid { get; init; } = true;
    /// <summary>New level over old where the level changed at this point and stayed; otherwise null.</summary>
    public double? LevelChange { get; init; }
}
