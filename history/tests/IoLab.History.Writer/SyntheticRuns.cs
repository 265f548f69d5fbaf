using System.Collections;
using IoLab.Contract;
using IoLab.History;

/// <summary>Runs with made-up numbers.</summary>
public static class SyntheticRuns
{
    /// <summary>A run of so many points with so many samples each.</summary>
    public static StoredRun Make(Guid id, DateTimeOffset time, int points, int samples) => new()
    {
        Id = id,
        Time = time,
        Command = "iolab bench --quick",
        Points =
        [
            .. Enumerable.Range(0, points).Select(p => new SeriesPoint
            {
                Key = Key("benchmark" + p),
                Time = time,
                RunId = id,
                Commit = "abc1234",
                Branch = "main",
                Samples = [.. Enumerable.Range(0, samples).Select(s => new StoredSample(s / 5, s % 5, p, 1000 + s, 100.0 / 3 + s * 0.1, s % 2 == 0 ? 1.0 / 7 : null))],
            }),
        ],
    };

    /// <summary>The key of a made-up series.</summary>
    public static SeriesKey Key(string benchmark, string backend = "tree") => new()
    {
        Suite = "micro", Benchmark = benchmark, Metric = "time", Unit = "ns", Direction = Direction.LowerIsBetter,
        Backend = backend, Engine = "rounds", Machine = "m1",
    };
}

/// <summary>A list whose second element never comes.</summary>
internal sealed class Endless : IReadOnlyList<StoredSample>
{
    private readonly StoredSample _first = new(0, 0, 0, 1, 1, null);

    public int Count => 2;

    public StoredSample this[int index]
    {
        get
        {
            if (index > 0)
            {
                Console.WriteLine("holding");
                Thread.Sleep(Timeout.Infinite);
            }
            return _first;
        }
    }

    public IEnumerator<StoredSample> GetEnumerator() => Enumerable.Repeat(_first, 2).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
