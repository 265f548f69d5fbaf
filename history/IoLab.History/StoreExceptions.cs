namespace IoLab.History;

/// <summary>The store could not do what was asked. The message says what failed and what to try; nothing that was stored is lost.</summary>
public abstract class StoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    private protected StoreException(string storeFilePath, string what, string remedy, Exception? inner)
        : base($"{storeFilePath}: {what} {remedy}", inner)
    {
        StoreFilePath = storeFilePath;
        Remedy = remedy;
    }

    /// <summary>The store's file.</summary>
    public string StoreFilePath { get; }
    /// <summary>What to try.</summary>
    public string Remedy { get; }
}

/// <summary>Another process writes and did not finish within the time this one may wait.</summary>
public sealed class StoreLockedException : StoreException
{
    internal StoreLockedException(string path, TimeSpan waited, string? holder, Exception? inner)
        : base(path, $"the store is locked by {holder ?? "another process"}, after waiting {waited.TotalSeconds:0.#} s.",
            "Wait for that process, or end it (what it has committed stays), then repeat the command.", inner) => Holder = holder;

    /// <summary>Who holds the lock, as far as one can tell; null when unknown.</summary>
    public string? Holder { get; }
}

/// <summary>The file cannot be written: permissions, a read-only file system, or it was opened for reading.</summary>
public sealed class StoreReadOnlyException : StoreException
{
    internal StoreReadOnlyException(string path, string reason, Exception? inner = null)
        : base(path, $"the store cannot be written: {reason}.",
            "Nothing was added. Make the file and its folder writable, or name another store.", inner)
    {
    }
}

/// <summary>The disk (or the store's size limit) is full.</summary>
public sealed class StoreFullException : StoreException
{
    internal StoreFullException(string path, Exception? inner)
        : base(path, "the disk is full.",
            "The run being added was left out as a whole; earlier runs are intact. Free some space and repeat the command.", inner)
    {
    }
}

/// <summary>The file is damaged or is not a store at all.</summary>
public sealed class StoreCorruptException : StoreException
{
    internal StoreCorruptException(string path, string reason, Exception? inner = null)
        : base(path, $"the file is damaged or not a store: {reason}.",
            "It was left as it is. Move it away and start a new one, or rescue it with `sqlite3 FILE .recover`.", inner)
    {
    }
}

/// <summary>The file's schema is newer than this program, or belongs to another program.</summary>
public sealed class StoreSchemaException : StoreException
{
    internal StoreSchemaException(string path, string reason, string remedy) : base(path, reason, remedy, null)
    {
    }
}

/// <summary>The file or its folder cannot be opened or read.</summary>
public sealed class StoreUnavailableException : StoreException
{
    internal StoreUnavailableException(string path, string reason, Exception? inner = null)
        : base(path, $"the store cannot be opened: {reason}.", "Check that the path is a file in a folder you may use.", inner)
    {
    }
}
