namespace IoLab.History.Sqlite;

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>Reading and appending; the file is made when absent and migrated when old.</summary>
    ReadWrite,
    /// <summary>Reading; the file must exist and have the current schema.</summary>
    ReadOnly,
}

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>The file. Its folder is made when absent.</summary>
    public required string StoreFilePath { get; init; }
    /// <summary>What for; default reading and appending.</summary>
    public StoreAccess Access { get; init; } = StoreAccess.ReadWrite;
    /// <summary>How long to wait for another writer, in whole seconds of at least one; default 30 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>What to call this process when others find the store locked; default its command name.</summary>
    public string? WriterName { get; init; }
    /// <summary>The clock for the time a baseline was saved.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
