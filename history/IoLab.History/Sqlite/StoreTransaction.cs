using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>What a transaction is for.</summary>
internal enum TransactionKind
{
    /// <summary>One snapshot for several queries; waits for nobody.</summary>
    Reading,
    /// <summary>The write lock from the beginning, so that waiting happens here and nowhere later.</summary>
    Writing,
}

/// <summary>
/// A transaction that ends with its scope. Not the provider's own: SQLite ends a transaction by itself when the disk is full, and the provider
/// then fails in its rollback, hides the cause and leaves the connection unusable.
/// </summary>
internal sealed class StoreTransaction : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoreTransaction(SqliteConnection connection, TransactionKind kind)
    {
        _connection = connection;
        Execute(kind == TransactionKind.Writing ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    public void Commit() => Execute("COMMIT");

    /// <summary>Undoes what was not committed.</summary>
    public void Dispose()
    {
        bool isOpen = SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;
        if (isOpen)
        {
            Execute("ROLLBACK");
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
