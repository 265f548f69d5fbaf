using System.Globalization;
using IoLab.Contract;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>Under which key a point of a renamed series is read.</summary>
internal enum AliasReading
{
    /// <summary>The series it was moved to.</summary>
    Renamed,
    /// <summary>The series it was measured as.</summary>
    AsMeasured,
}

/// <summary>The store's queries, inside the caller's transaction.</summary>
internal static class PointReader
{
    public static IReadOnlyList<SeriesPoint> Points(
        SqliteConnection connection, PointFilter filter, AliasReading reading = AliasReading.Renamed)
    {
        var (source, values) = Selected(connection, filter, reading);
        using var command = Command(connection, $"""
            WITH selected AS ({source})
            SELECT p.point_id, p.run_id, p.time, p.commit_id, p.branch, p.backend_version, p.runtime_version, p.result_hash, p.is_valid,
                   {Columns.SeriesOf("p")},
                   m.invocation, m.round, m.order_in_round, m.iterations, m.value, m.anchor
            FROM selected p JOIN sample m ON m.point_id = p.point_id
            ORDER BY p.time, p.point_id, m.position
            """, values);
        using var row = command.ExecuteReader();
        var points = new List<SeriesPoint>();
        var samples = new List<StoredSample>();
        long current = -1;
        while (row.Read())
        {
            long id = row.GetInt64(0);
            if (id != current)
            {
                current = id;
                samples = [];
                points.Add(Point(row, samples));
            }
            samples.Add(new StoredSample(row.GetInt32(18), row.GetInt32(19), row.GetInt32(20), row.GetInt64(21), row.GetDouble(22), Columns.Number(row, 23)));
        }
        return points;
    }

    public static IReadOnlyList<SeriesInfo> Series(SqliteConnection connection, PointFilter filter)
    {
        var (source, values) = Selected(connection, filter, AliasReading.Renamed);
        using var command = Command(connection, $"""
            WITH selected AS ({source})
            SELECT count(*), min(time), max(time), {Columns.SeriesOf("selected")}
            FROM selected GROUP BY series_id
            ORDER BY suite, benchmark, metric, backend, engine, label, machine
            """, values);
        using var row = command.ExecuteReader();
        var found = new List<SeriesInfo>();
        while (row.Read())
        {
            found.Add(new SeriesInfo(Columns.Key(row, 3), row.GetInt32(0), Columns.Time(row.GetString(1)), Columns.Time(row.GetString(2))));
        }
        return found;
    }

    public static IReadOnlyList<RunInfo> Runs(SqliteConnection connection, PointFilter filter)
    {
        var (source, values) = Selected(connection, filter, AliasReading.Renamed);
        using var command = Command(connection, $"""
            WITH selected AS ({source})
            SELECT r.id, r.time, r.command, r.environment, count(*)
            FROM selected JOIN run r ON r.id = selected.run_id GROUP BY r.id ORDER BY r.time, r.id
            """, values);
        using var row = command.ExecuteReader();
        var found = new List<RunInfo>();
        while (row.Read())
        {
            found.Add(new RunInfo(Guid.Parse(row.GetString(0)), Columns.Time(row.GetString(1)), Columns.Text(row, 2),
                Columns.Environment(Columns.Text(row, 3)), row.GetInt32(4)));
        }
        return found;
    }

    public static long? SeriesId(SqliteConnection connection, SeriesKey key)
    {
        using var command = Command(connection, """
            SELECT id FROM series WHERE suite = $0 AND benchmark = $1 AND metric = $2 AND unit = $3 AND direction = $4
            AND backend = $5 AND engine = $6 AND label = $7 AND machine = $8
            """, Columns.Values(key));
        return (long?)command.ExecuteScalar();
    }

    /// <summary>A command with parameters <c>$0</c>, <c>$1</c>, ...</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i] ?? DBNull.Value);
        }
        return command;
    }

    private static SeriesPoint Point(SqliteDataReader row, List<StoredSample> samples) => new()
    {
        Key = Columns.Key(row, 9),
        RunId = Guid.Parse(row.GetString(1)),
        Time = Columns.Time(row.GetString(2)),
        Commit = Columns.Text(row, 3),
        Branch = Columns.Text(row, 4),
        BackendVersion = Columns.Text(row, 5),
        RuntimeVersion = Columns.Text(row, 6),
        ResultHash = Columns.Text(row, 7),
        IsValid = row.GetInt32(8) == 1,
        Samples = samples,
    };

    /// <summary>A query for the points that pass a filter, with their series' columns.</summary>
    private static (string Sql, object?[] Values) Selected(
        SqliteConnection connection, PointFilter filter, AliasReading reading)
    {
        bool rename = reading == AliasReading.Renamed && HasAliases(connection);
        string series = rename
            ? "JOIN series o ON o.id = q.series_id LEFT JOIN series_alias a ON a.old_id = o.id JOIN series s ON s.id = coalesce(a.current_id, o.id)"
            : "JOIN series s ON s.id = q.series_id";
        var where = new WhereClause();
        where.Text("s.suite", filter.Suite);
        where.Text("s.benchmark", filter.Benchmark);
        where.Text("s.metric", filter.Metric);
        where.Text("s.backend", filter.Backend);
        where.Text("s.engine", filter.Engine);
        where.Text("s.label", filter.Label);
        where.Text("s.machine", filter.Machine);
        where.Text("q.commit_id", filter.Commit);
        where.Text("q.branch", filter.Branch);
        where.Compare("q.run_id", "=", filter.RunId?.ToString("D"));
        where.Compare("q.time", ">=", filter.Since is { } since ? Columns.Time(since) : null);
        where.Compare("q.time", "<", filter.Until is { } until ? Columns.Time(until) : null);
        string sql = $"""
            SELECT q.id AS point_id, s.id AS series_id, q.run_id, q.time, q.commit_id, q.branch, q.backend_version, q.runtime_version,
                   q.result_hash, q.is_valid, {Columns.SeriesOf("s")},
                   row_number() OVER (PARTITION BY s.id ORDER BY q.time DESC, q.id DESC) AS age
            FROM point q {series} {where.Sql}
            """;
        if (filter.Last is { } last)
        {
            sql = $"SELECT * FROM ({sql}) WHERE age <= {where.Parameter(last)}";
        }
        return (sql, where.Values);
    }

    /// <summary>A file of schema version 1 has no aliases.</summary>
    private static bool HasAliases(SqliteConnection connection)
    {
        using var command = Command(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'series_alias'");
        return (long)command.ExecuteScalar()! > 0;
    }
}
