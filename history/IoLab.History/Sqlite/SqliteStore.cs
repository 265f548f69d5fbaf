using IoLab.Contract;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>
/// The default <see cref="IPointStore"/>: one SQLite file in WAL mode with full synchronisation, so that what an append has answered
/// survives a kill or a power cut and what it has not answered is absent as a whole. Not for network file systems (WAL needs shared memory).
/// </summary>
public sealed class SqliteStore : IPointStore
{
    private readonly SqliteConnection _connection;
    private readonly StoreOptions _options;
    private readonly WriterNote _note;
    private readonly Lock _lock = new();

    private SqliteStore(SqliteConnection connection, StoreOptions options)
    {
        _connection = connection;
        _options = options;
        _note = NoteFor(options);
        Baselines = new SqliteBaselines(this, options.Clock);
        Aliases = new SqliteAliases(this);
    }

    /// <inheritdoc/>
    public IBaselines Baselines { get; }

    /// <inheritdoc/>
    public ISeriesAliases Aliases { get; }

    /// <summary>The store's file.</summary>
    public string StoreFilePath => _options.StoreFilePath;

    /// <summary>Opens a store, making or migrating the file when <see cref="StoreOptions.Access"/> allows it.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message says what to do.</exception>
    public static SqliteStore Open(StoreOptions options) => Open(options, Migrations.Current);

    /// <summary>Opens a store for reading and appending.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message says what to do.</exception>
    public static SqliteStore Open(string storeFilePath) => Open(new StoreOptions { StoreFilePath = storeFilePath });

    /// <summary>For tests: opens a store whose schema ends at an earlier version.</summary>
    internal static SqliteStore Open(StoreOptions options, int schemaVersion)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = StoreConnection.Open(options, schemaVersion);
            return new SqliteStore(connection, options);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            if (SqliteErrors.Translate(e, options, NoteFor(options)) is { } translated)
            {
                throw translated;
            }
            throw;
        }
    }

    /// <inheritdoc/>
    public AppendResult Append(StoredRun run)
    {
        PointRules.Check(run);
        return Write(connection => PointWriter.Append(connection, run));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SeriesPoint> Points(PointFilter filter) => Read(connection => PointReader.Points(connection, filter));

    /// <inheritdoc/>
    public IReadOnlyList<SeriesInfo> Series(PointFilter filter) => Read(connection => PointReader.Series(connection, filter));

    /// <inheritdoc/>
    public IReadOnlyList<RunInfo> Runs(PointFilter filter) => Read(connection => PointReader.Runs(connection, filter));

    /// <summary>Checks the whole file: SQLite's integrity check and all references. Empty when everything is well.</summary>
    public IReadOnlyList<string> CheckIntegrity() => Read(_ =>
    {
        var problems = new List<string>();
        using var check = Command("PRAGMA integrity_check");
        using (var reader = check.ExecuteReader())
        {
            while (reader.Read())
            {
                problems.Add(reader.GetString(0));
            }
        }
        using var references = Command("PRAGMA foreign_key_check");
        using (var reader = references.ExecuteReader())
        {
            while (reader.Read())
            {
                problems.Add($"table {reader.GetString(0)}: a row refers to a missing row of {reader.GetString(2)}");
            }
        }
        problems.Remove("ok");
        return problems;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    /// <summary>Reads from one consistent snapshot.</summary>
    internal T Read<T>(Func<SqliteConnection, T> read) => Guard(() =>
    {
        using var transaction = new StoreTransaction(_connection, TransactionKind.Reading);
        return read(_connection);
    });

    /// <summary>Writes in one transaction, waiting for other writers as long as the options say.</summary>
    internal T Write<T>(Func<SqliteConnection, T> write)
    {
        if (_options.Access == StoreAccess.ReadOnly)
        {
            throw new StoreReadOnlyException(StoreFilePath, "it was opened for reading");
        }
        return Guard(() =>
        {
            using var transaction = new StoreTransaction(_connection, TransactionKind.Writing);
            _note.Leave();
            try
            {
                T result = write(_connection);
                transaction.Commit();
                return result;
            }
            finally
            {
                _note.Remove();
            }
        });
    }

    /// <summary>A command with parameters <c>$0</c>, <c>$1</c>, ...; null is NULL.</summary>
    internal SqliteCommand Command(string sql, params object?[] parameters) => PointReader.Command(_connection, sql, parameters);

    private T Guard<T>(Func<T> action)
    {
        lock (_lock)
        {
            try
            {
                return action();
            }
            catch (Exception e) when (SqliteErrors.Translate(e, _options, _note) is { } translated)
            {
                throw translated;
            }
        }
    }

    private static WriterNote NoteFor(StoreOptions options) =>
        new(options.StoreFilePath, options.WriterName ?? Path.GetFileName(Environment.ProcessPath ?? "unknown"), options.Clock);
}
