using IoLab.Contract;
using IoLab.History.Sqlite;

namespace IoLab.History.Tests;

/// <summary>A temporary folder with a store's path in it, gone after the test.</summary>
internal sealed class StoreFolder : IDisposable
{
    public string FolderPath { get; } = Directory.CreateTempSubdirectory("iolab-history-").FullName;

    public string StoreFilePath => Path.Combine(FolderPath, "history.db");

    public SqliteStore Open() => SqliteStore.Open(StoreFilePath);

    public SqliteStore Open(StoreAccess access) => SqliteStore.Open(new StoreOptions { StoreFilePath = StoreFilePath, Access = access });

    public void Dispose() => Directory.Delete(FolderPath, recursive: true);
}

/// <summary>Short ways to make data.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static StoredRun Run(int day = 0, params SeriesPoint[] points)
    {
        var id = points.Length > 0 ? points[0].RunId : Guid.NewGuid();
        return new StoredRun { Id = id, Time = Start.AddDays(day), Points = points };
    }

    public static SeriesPoint Point(string benchmark = "localSets", string backend = "tree", int day = 0, double value = 10, Guid? run = null) => new()
    {
        Key = SyntheticRuns.Key(benchmark, backend),
        Time = Start.AddDays(day),
        RunId = run ?? Guid.NewGuid(),
        Commit = "c" + day,
        Samples = [new StoredSample(0, 0, 0, 1000, value, null), new StoredSample(1, 0, 1, 1000, value * 1.01, 5.5)],
    };

    public static EnvironmentInfo Environment() => new()
    {
        Fingerprint = "m1", Processor = "Some <CPU> \"9\"", Cores = 2, Memory = new Bytes(8_000_000_000), OperatingSystem = "Linux 6",
        Runtime = ".NET 10", RuntimeSettings = "workstation GC", IsVirtual = true, LoadAverage = 0.25, Commit = "abc+dirty",
    };
}
