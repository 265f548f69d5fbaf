using IoLab.Contract;

namespace IoLab.History;

/// <summary>
/// The labelled history of measurements. Append-only: a stored point is never changed or deleted. Safe for several threads and several
/// processes; every method may throw a <see cref="StoreException"/> whose message says what to do.
/// </summary>
public interface IPointStore : IDisposable
{
    /// <summary>
    /// Adds a run's points, all or none. A point is known by its run and series: appending it again adds nothing, so an append that was
    /// interrupted may be repeated and a long run may be appended piece by piece.
    /// </summary>
    /// <exception cref="ArgumentException">A point has no samples, a sample is not finite, or a point names another run.</exception>
    AppendResult Append(StoredRun run);

    /// <summary>The points that pass the filter, oldest first. Points of an aliased series carry the key of the series they were moved to.</summary>
    IReadOnlyList<SeriesPoint> Points(PointFilter filter);

    /// <summary>The series that have points which pass the filter, ordered by suite, benchmark, metric, backend.</summary>
    IReadOnlyList<SeriesInfo> Series(PointFilter filter);

    /// <summary>The runs that have points which pass the filter, oldest first.</summary>
    IReadOnlyList<RunInfo> Runs(PointFilter filter);

    /// <summary>Named sets of points.</summary>
    IBaselines Baselines { get; }

    /// <summary>Renames of series.</summary>
    ISeriesAliases Aliases { get; }
}

/// <summary>Named sets of stored points. Saving under a name again makes a new version; older versions stay.</summary>
public interface IBaselines
{
    /// <summary>Saves a set of points under a name and answers what was saved.</summary>
    /// <exception cref="ArgumentException">The name is blank, the set is empty, or a point is not in the store.</exception>
    Baseline Save(string name, IReadOnlyList<SeriesPoint> points, string? note = null);

    /// <summary>The baseline with its points, or null when there is none of that name (or version). Without a version: the newest.</summary>
    Baseline? Find(string name, int? version = null);

    /// <summary>All versions of all baselines, by name and version, without their points.</summary>
    IReadOnlyList<BaselineInfo> List();
}

/// <summary>Explicit renames: the points of one series are read as points of another.</summary>
public interface ISeriesAliases
{
    /// <summary>From now on, points of <paramref name="old"/> are read as points of <paramref name="current"/>. Repeating it changes nothing.</summary>
    /// <exception cref="ArgumentException">The keys are equal, differ in unit or direction, or one of them already takes part in another rename.</exception>
    void Add(SeriesKey old, SeriesKey current);

    /// <summary>All renames.</summary>
    IReadOnlyList<SeriesAlias> List();
}
