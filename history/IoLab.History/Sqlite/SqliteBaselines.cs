using IoLab.Contract;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>Baselines in the SQLite store.</summary>
internal sealed class SqliteBaselines(SqliteStore store, TimeProvider clock) : IBaselines
{
    public Baseline Save(string name, IReadOnlyList<SeriesPoint> points, string? note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (points.Count == 0)
        {
            throw new ArgumentException($"baseline {name}: there are no points to save", nameof(points));
        }
        var saved = clock.GetUtcNow();
        int version = store.Write(connection =>
        {
            using var next = store.Command("SELECT coalesce(max(version), 0) + 1 FROM baseline WHERE name = $0", name);
            int number = (int)(long)next.ExecuteScalar()!;
            using var insert = store.Command("INSERT INTO baseline (name, version, saved, note) VALUES ($0, $1, $2, $3)",
                name, number, Columns.Time(saved), note);
            insert.ExecuteNonQuery();
            foreach (var point in points)
            {
                using var member = store.Command("""
                    INSERT INTO baseline_point (baseline_id, point_id)
                    VALUES ((SELECT id FROM baseline WHERE name = $0 AND version = $1), $2)
                    """, name, number, PointId(connection, name, point));
                member.ExecuteNonQuery();
            }
            return number;
        });
        return Find(name, version)!;
    }

    public Baseline? Find(string name, int? version) => store.Read(connection =>
    {
        var info = Infos(connection).Where(b => b.Name == name && (version is null || b.Version == version)).MaxBy(b => b.Version);
        if (info is null)
        {
            return null;
        }
        var members = Members(connection, info);
        var points = members.Select(member => member.Item1).Distinct()
            .SelectMany(run => PointReader.Points(connection, new PointFilter { RunId = run }))
            .Where(point => members.Contains((point.RunId, point.Key)))
            .OrderBy(point => point.Time)
            .ToList();
        return new Baseline(info, points);
    });

    public IReadOnlyList<BaselineInfo> List() => store.Read(Infos);

    private HashSet<(Guid, SeriesKey)> Members(SqliteConnection connection, BaselineInfo info)
    {
        using var command = store.Command($"""
            SELECT p.run_id, {Columns.SeriesOf("s")}
            FROM baseline b JOIN baseline_point m ON m.baseline_id = b.id JOIN point p ON p.id = m.point_id
            LEFT JOIN series_alias a ON a.old_id = p.series_id JOIN series s ON s.id = coalesce(a.current_id, p.series_id)
            WHERE b.name = $0 AND b.version = $1
            """, info.Name, info.Version);
        using var row = command.ExecuteReader();
        var members = new HashSet<(Guid, SeriesKey)>();
        while (row.Read())
        {
            members.Add((Guid.Parse(row.GetString(0)), Columns.Key(row, 1)));
        }
        return members;
    }

    private List<BaselineInfo> Infos(SqliteConnection connection)
    {
        using var command = store.Command("""
            SELECT b.name, b.version, b.saved, b.note, count(m.point_id)
            FROM baseline b LEFT JOIN baseline_point m ON m.baseline_id = b.id GROUP BY b.id ORDER BY b.name, b.version
            """);
        using var row = command.ExecuteReader();
        var infos = new List<BaselineInfo>();
        while (row.Read())
        {
            infos.Add(new BaselineInfo(row.GetString(0), row.GetInt32(1), Columns.Time(row.GetString(2)), Columns.Text(row, 3), row.GetInt32(4)));
        }
        return infos;
    }

    private long PointId(SqliteConnection connection, string name, SeriesPoint point)
    {
        using var command = store.Command("""
            SELECT p.id FROM point p LEFT JOIN series_alias a ON a.old_id = p.series_id
            JOIN series s ON s.id = coalesce(a.current_id, p.series_id)
            WHERE s.suite = $0 AND s.benchmark = $1 AND s.metric = $2 AND s.unit = $3 AND s.direction = $4
            AND s.backend = $5 AND s.engine = $6 AND s.label = $7 AND s.machine = $8 AND p.run_id = $9
            """, [.. Columns.Values(point.Key), point.RunId.ToString("D")]);
        return (long?)command.ExecuteScalar() ?? throw new ArgumentException(
            $"baseline {name}: the point {point.Key.Benchmark} of {point.Key.Backend} in run {point.RunId} is not in the store; append its run first");
    }
}
