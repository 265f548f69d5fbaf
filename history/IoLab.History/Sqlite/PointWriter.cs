using IoLab.Contract;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>Appends a run inside the caller's transaction.</summary>
internal static class PointWriter
{
    public static AppendResult Append(SqliteConnection connection, StoredRun run)
    {
        string runId = run.Id.ToString("D");
        Execute(connection, "INSERT INTO run (id, time, command, environment) VALUES ($0, $1, $2, $3) ON CONFLICT DO NOTHING",
            runId, Columns.Time(run.Time), run.Command, Columns.Environment(run.Environment));

        var stored = PointReader.Points(connection, new PointFilter { RunId = run.Id }, AliasReading.AsMeasured)
            .ToDictionary(point => point.Key);
        var conflicts = new List<SeriesPoint>();
        int added = 0;
        using var insertSample = SampleCommand(connection);
        foreach (var point in run.Points)
        {
            if (!stored.TryGetValue(point.Key, out var before))
            {
                Insert(connection, point, insertSample);
                added++;
            }
            else if (!PointRules.SameContent(before, point))
            {
                conflicts.Add(point);
            }
        }
        return new AppendResult(added, run.Points.Count - added - conflicts.Count, conflicts);
    }

    /// <summary>The row of a series, made when absent.</summary>
    public static long SeriesId(SqliteConnection connection, SeriesKey key)
    {
        var values = Columns.Values(key);
        if (PointReader.SeriesId(connection, key) is { } known)
        {
            return known;
        }
        Execute(connection, """
            INSERT INTO series (suite, benchmark, metric, unit, direction, backend, engine, label, machine)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
            """, values);
        return LastRow(connection);
    }

    private static void Insert(SqliteConnection connection, SeriesPoint point, SqliteCommand insertSample)
    {
        Execute(connection, """
            INSERT INTO point (series_id, run_id, time, commit_id, branch, backend_version, runtime_version, result_hash, is_valid)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
            """, SeriesId(connection, point.Key), point.RunId.ToString("D"), Columns.Time(point.Time), point.Commit, point.Branch,
            point.BackendVersion, point.RuntimeVersion, point.ResultHash, point.IsValid ? 1 : 0);
        long pointId = LastRow(connection);
        for (int i = 0; i < point.Samples.Count; i++)
        {
            var sample = point.Samples[i];
            object[] values =
            [
                pointId, i, sample.Invocation, sample.Round, sample.Order, sample.Iterations, sample.Value, sample.Anchor ?? (object)DBNull.Value,
            ];
            for (int column = 0; column < values.Length; column++)
            {
                insertSample.Parameters[column].Value = values[column];
            }
            insertSample.ExecuteNonQuery();
        }
    }

    private static SqliteCommand SampleCommand(SqliteConnection connection)
    {
        var command = PointReader.Command(connection, """
            INSERT INTO sample (point_id, position, invocation, round, order_in_round, iterations, value, anchor)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
            """, 0, 0, 0, 0, 0, 0, 0, 0);
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = PointReader.Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private static long LastRow(SqliteConnection connection)
    {
        using var command = PointReader.Command(connection, "SELECT last_insert_rowid()");
        return (long)command.ExecuteScalar()!;
    }
}
