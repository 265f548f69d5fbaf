using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>Opens the file with the settings the store's promises rest on.</summary>
internal static class StoreConnection
{
    private static readonly Lazy<bool> Provider = new(() =>
    {
        SQLitePCL.Batteries_V2.Init();
        return true;
    });

    public static SqliteConnection Open(StoreOptions options, int schemaVersion)
    {
        _ = Provider.Value;
        string path = options.StoreFilePath;
        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException(path, "it is a folder");
        }
        return options.Access == StoreAccess.ReadOnly ? OpenForReading(options, schemaVersion) : OpenForWriting(options, schemaVersion);
    }

    private static SqliteConnection OpenForWriting(StoreOptions options, int schemaVersion)
    {
        string path = options.StoreFilePath;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = Connect(options, path, SqliteOpenMode.ReadWriteCreate);
        return ClosedOnFailure(connection, () =>
        {
            Migrations.VerifySnapshot(connection, path); // before anything is written into somebody else's file
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Migrations.Apply(connection, path, schemaVersion);
        });
    }

    private static SqliteConnection OpenForReading(StoreOptions options, int schemaVersion)
    {
        string path = options.StoreFilePath;
        if (!File.Exists(path))
        {
            throw new StoreUnavailableException(path, "there is no such file");
        }
        SqliteConnection connection;
        try
        {
            connection = Connect(options, path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && !HasPendingLog(path))
        {
            // A read-only folder: SQLite cannot make its shared memory file there. Nobody else can write either, so the file holds still.
            connection = Connect(options, "file:" + Uri.EscapeDataString(Path.GetFullPath(path)) + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
        return ClosedOnFailure(connection, () =>
        {
            int version = Migrations.VerifySnapshot(connection, path);
            if (version < schemaVersion)
            {
                throw new StoreSchemaException(path, $"the store has the old schema version {version}; reading needs {schemaVersion}.",
                    "Open it once for writing (any `iolab bench` or `iolab history import` does) to migrate it.");
            }
        });
    }

    private static bool HasPendingLog(string path)
    {
        var log = new FileInfo(path + "-wal");
        return log.Exists && log.Length > 0;
    }

    private static SqliteConnection Connect(StoreOptions options, string source, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false, // a disposed store has let go of its file
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.Wait.TotalSeconds)),
        };
        var connection = new SqliteConnection(text.ToString());
        return ClosedOnFailure(connection, () =>
        {
            connection.Open();
            // SQLite's own short waits inside the provider's retries: a free lock is noticed within milliseconds.
            Execute(connection, "PRAGMA busy_timeout = " + Math.Min(1000, options.Wait.TotalMilliseconds).ToString("0", CultureInfo.InvariantCulture));
            Execute(connection, "SELECT count(*) FROM sqlite_master"); // the first real look at the file
        });
    }

    private static SqliteConnection ClosedOnFailure(SqliteConnection connection, Action action)
    {
        try
        {
            action();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
