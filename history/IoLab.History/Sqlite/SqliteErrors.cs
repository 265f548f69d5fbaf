using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>SQLite's result codes in the words of the port.</summary>
internal static class SqliteErrors
{
    /// <summary>SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log.</summary>
    private const int SharedMemorySize = 10 | (19 << 8);

    /// <summary>The store's exception for a failure, or null when it is not one of the store's.</summary>
    public static StoreException? Translate(Exception exception, StoreOptions options, WriterNote note)
    {
        string path = options.StoreFilePath;
        return exception switch
        {
            StoreException known => known,
            SqliteException sqlite => sqlite.SqliteErrorCode switch
            {
                5 or 6 => new StoreLockedException(path, options.Wait, note.Holder(), sqlite), // BUSY, LOCKED
                8 => new StoreReadOnlyException(path, "the file or its folder is read-only", sqlite), // READONLY
                13 => new StoreFullException(path, sqlite), // FULL
                10 when sqlite.SqliteExtendedErrorCode == SharedMemorySize => new StoreFullException(path, sqlite),
                11 or 26 => new StoreCorruptException(path, sqlite.Message, sqlite), // CORRUPT, NOTADB
                14 when options.Access == StoreAccess.ReadWrite && File.Exists(path) => // CANTOPEN: its log cannot be made beside it
                    new StoreReadOnlyException(path, "the file or its folder is read-only", sqlite),
                3 or 10 or 14 => new StoreUnavailableException(path, sqlite.Message, sqlite), // PERM, IOERR, CANTOPEN
                _ => null,
            },
            UnauthorizedAccessException or IOException => new StoreUnavailableException(path, exception.Message, exception),
            _ => null,
        };
    }
}
