using IoLab.Contract;

namespace IoLab.History;

/// <summary>A run with its points: the unit that is appended.</summary>
public sealed record StoredRun
{
    /// <summary>The run's identity; every point names it in <see cref="SeriesPoint.RunId"/>.</summary>
    public required Guid Id { get; init; }
    /// <summary>When the run began.</summary>
    public required DateTimeOffset Time { get; init; }
    /// <summary>The command that repeats it, or null.</summary>
    public string? Command { get; init; }
    /// <summary>Where it was measured, or null for imported runs.</summary>
    public EnvironmentInfo? Environment { get; init; }
    /// <summary>Its points.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
}

/// <summary>A run without its points.</summary>
/// <param name="Id">The run's identity.</param>
/// <param name="Time">When it began.</param>
/// <param name="Command">The command that repeats it, or null.</param>
/// <param name="Environment">Where it was measured, or null for imported runs.</param>
/// <param name="Points">How many of its points pass the filter.</param>
public sealed record RunInfo(Guid Id, DateTimeOffset Time, string? Command, EnvironmentInfo? Environment, int Points);

/// <summary>What <see cref="IPointStore.Append"/> did.</summary>
/// <param name="Added">Points that are new.</param>
/// <param name="AlreadyThere">Points that were stored before with the same content.</param>
/// <param name="Conflicts">Points that were stored before with other content. The stored ones are kept: report these.</param>
public sealed record AppendResult(int Added, int AlreadyThere, IReadOnlyList<SeriesPoint> Conflicts);

/// <summary>
/// Which points? A null field means any. Text fields match exactly, or as a pattern when they contain <c>*</c> or <c>?</c>.
/// </summary>
public sealed record PointFilter
{
    /// <summary>Every point.</summary>
    public static PointFilter All { get; } = new();

    /// <summary>The suite.</summary>
    public string? Suite { get; init; }
    /// <summary>The benchmark.</summary>
    public string? Benchmark { get; init; }
    /// <summary>The metric.</summary>
    public string? Metric { get; init; }
    /// <summary>The backend.</summary>
    public string? Backend { get; init; }
    /// <summary>The measurer.</summary>
    public string? Engine { get; init; }
    /// <summary>The label; the empty text asks for points without one.</summary>
    public string? Label { get; init; }
    /// <summary>The machine's fingerprint.</summary>
    public string? Machine { get; init; }
    /// <summary>The commit.</summary>
    public string? Commit { get; init; }
    /// <summary>The branch.</summary>
    public string? Branch { get; init; }
    /// <summary>The run.</summary>
    public Guid? RunId { get; init; }
    /// <summary>Measured at or after.</summary>
    public DateTimeOffset? Since { get; init; }
    /// <summary>Measured before.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>Only the newest so many points of each series that pass the other fields.</summary>
    public int? Last { get; init; }

    /// <summary>Exactly the points of one series.</summary>
    public static PointFilter Of(SeriesKey key) => new()
    {
        Suite = key.Suite, Benchmark = key.Benchmark, Metric = key.Metric, Backend = key.Backend,
        Engine = key.Engine, Label = key.Label, Machine = key.Machine,
    };
}

/// <summary>A series at a glance.</summary>
/// <param name="Key">The series.</param>
/// <param name="Points">How many points pass the filter.</param>
/// <param name="First">The oldest one's time.</param>
/// <param name="Last">The newest one's time.</param>
public sealed record SeriesInfo(SeriesKey Key, int Points, DateTimeOffset First, DateTimeOffset Last);

/// <summary>A named set of points.</summary>
/// <param name="Info">Name, version and when it was saved.</param>
/// <param name="Points">The points, oldest first.</param>
public sealed record Baseline(BaselineInfo Info, IReadOnlyList<SeriesPoint> Points);

/// <summary>A baseline without its points.</summary>
/// <param name="Name">The name.</param>
/// <param name="Version">1 for the first set saved under the name, then counting up.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="Note">What the user said about it, or null.</param>
/// <param name="Points">How many points.</param>
public sealed record BaselineInfo(string Name, int Version, DateTimeOffset Saved, string? Note, int Points);

/// <summary>A rename.</summary>
/// <param name="Old">The series that was renamed.</param>
/// <param name="Current">The series its points are read as.</param>
public sealed record SeriesAlias(SeriesKey Old, SeriesKey Current);
