using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.History;
using IoLab.History.Sqlite;

namespace IoLab.Cli.Commands;

/// <summary>Writes runs and baselines to the store.</summary>
internal static class BaselineStore
{
    /// <summary>Appends a run.</summary>
    public static void Append(string storeFilePath, string command, BenchmarkRun run, EnvironmentInfo environment, IReadOnlyList<SeriesPoint> points)
    {
        using SqliteStore store = SqliteStore.Open(storeFilePath);
        Append(store, command, run, environment, points);
    }

    /// <summary>Appends a run and saves its valid points as a baseline.</summary>
    /// <returns>What was saved, in words.</returns>
    public static string Save(string storeFilePath, string name, string command, BenchmarkRun run, EnvironmentInfo environment, IReadOnlyList<SeriesPoint> points)
    {
        SeriesPoint[] valid = [.. points.Where(point => point.IsValid)];
        if (valid.Length == 0) throw new UsageException($"nothing was measured, so the baseline {name} is not saved");
        using SqliteStore store = SqliteStore.Open(storeFilePath);
        Append(store, command, run, environment, points);
        Baseline saved = store.Baselines.Save(name, valid);
        return $"baseline {saved.Info.Name} version {saved.Info.Version}: {valid.Length} points, machine {environment.Fingerprint}, commit {environment.Commit ?? "-"}";
    }

    private static void Append(SqliteStore store, string command, BenchmarkRun run, EnvironmentInfo environment, IReadOnlyList<SeriesPoint> points) =>
        store.Append(new StoredRun { Id = run.RunId, Time = run.Time, Command = command, Environment = environment, Points = points });
}
