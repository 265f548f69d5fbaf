using IoLab.Contract;

namespace IoLab.History.Sqlite;

/// <summary>Renames in the SQLite store.</summary>
internal sealed class SqliteAliases(SqliteStore store) : ISeriesAliases
{
    public void Add(SeriesKey old, SeriesKey current)
    {
        if (old == current)
        {
            throw new ArgumentException("a series cannot be renamed to itself", nameof(current));
        }
        if (old.Unit != current.Unit || old.Direction != current.Direction)
        {
            throw new ArgumentException($"points in {old.Unit} cannot be read as points in {current.Unit}: unit and direction must be the same", nameof(current));
        }
        var aliases = List();
        if (aliases.Contains(new SeriesAlias(old, current)))
        {
            return;
        }
        if (aliases.FirstOrDefault(a => a.Old == old || a.Old == current || a.Current == old) is { } other)
        {
            throw new ArgumentException(
                $"{other.Old.Benchmark} of {other.Old.Backend} is already read as {other.Current.Benchmark} of {other.Current.Backend}; " +
                "renames do not chain: name the final series directly", nameof(old));
        }
        store.Write(connection =>
        {
            using var command = store.Command("INSERT INTO series_alias (old_id, current_id) VALUES ($0, $1)",
                PointWriter.SeriesId(connection, old), PointWriter.SeriesId(connection, current));
            return command.ExecuteNonQuery();
        });
    }

    public IReadOnlyList<SeriesAlias> List() => store.Read(connection =>
    {
        using var command = store.Command($"""
            SELECT {Columns.SeriesOf("o")}, {Columns.SeriesOf("c")}
            FROM series_alias a JOIN series o ON o.id = a.old_id JOIN series c ON c.id = a.current_id ORDER BY a.old_id
            """);
        using var row = command.ExecuteReader();
        var aliases = new List<SeriesAlias>();
        while (row.Read())
        {
            aliases.Add(new SeriesAlias(Columns.Key(row, 0), Columns.Key(row, 9)));
        }
        return aliases;
    });
}
