using System.Text;
using IoLab.Contract;
using IoLab.History.Formats;
using IoLab.History.Sqlite;

namespace IoLab.History.Tests;

[CancelAfter(60_000)]
public sealed class FormatTests
{
    private const string Good = """
        [
          { "date": "2026-06-13", "commit": "d994c48a", "machine": "github-ci", "ioVersion": "20260302",
            "metrics": { "localAccesses": 37.979, "coroutineSwitches": 0.105, "vectorGflops": 3.23, "nbody50k": 2.197 } },
          { "date": "2026-06-11", "commit": "7084015c", "machine": "Apple M2 Max", "ioVersion": "20260302", "metrics": { "localSets": 7.098 } }
        ]
        """;

    private StoreFolder _folder = null!;
    private SqliteStore _store = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new StoreFolder();
        _store = _folder.Open();
    }

    [TearDown]
    public void TearDown()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void The_Io_projects_history_becomes_points()
    {
        var result = IoHistoryJson.Import(_store, Good);
        Assert.That(result.Problems, Is.Empty);
        Assert.That((result.Runs, result.Added, result.AlreadyThere), Is.EqualTo((2, 5, 0)));
        var rate = _store.Points(new PointFilter { Benchmark = "localAccesses" }).Single();
        Assert.That(rate.Key, Is.EqualTo(new SeriesKey
        {
            Suite = "micro", Benchmark = "localAccesses", Metric = "rate", Unit = "Mops/s", Direction = Direction.HigherIsBetter,
            Backend = "io", Engine = "import", Machine = "github-ci",
        }));
        Assert.That(rate.Samples, Is.EqualTo(new[] { new StoredSample(0, 0, 0, 1, 37.979, null) }));
        Assert.That((rate.Commit, rate.BackendVersion, rate.Time), Is.EqualTo(("d994c48a", "20260302", new DateTimeOffset(2026, 6, 13, 0, 0, 0, TimeSpan.Zero))));
        Assert.That(_store.Points(new PointFilter { Benchmark = "vectorGflops" }).Single().Key.Unit, Is.EqualTo("Gflops"));
        var program = _store.Points(new PointFilter { Benchmark = "nbody50k" }).Single();
        Assert.That((program.Key.Suite, program.Key.Unit, program.Key.Direction, program.Samples[0].Value),
            Is.EqualTo(("programs", "ns", Direction.LowerIsBetter, 2.197e9)));
    }

    [Test]
    public void Importing_twice_adds_nothing_and_two_measurements_of_one_commit_stay_two()
    {
        IoHistoryJson.Import(_store, Good);
        var again = IoHistoryJson.Import(_store, Good);
        Assert.That((again.Added, again.AlreadyThere), Is.EqualTo((0, 5)));

        const string twice = """
            [{"date":"2026-01-01","commit":"a","machine":"m","ioVersion":"1","metrics":{"localSets":1}},
             {"date":"2026-01-01","commit":"a","machine":"m","ioVersion":"1","metrics":{"localSets":2}}]
            """;
        Assert.That(IoHistoryJson.Import(_store, twice).Added, Is.EqualTo(2));
        Assert.That(IoHistoryJson.Import(_store, twice).Added, Is.Zero);
    }

    [Test]
    public void A_changed_number_is_reported_and_the_stored_one_kept()
    {
        IoHistoryJson.Import(_store, Good);
        var result = IoHistoryJson.Import(_store, Good.Replace("7.098", "7.2", StringComparison.Ordinal));
        Assert.That(result.Problems.Single().ToString(), Does.StartWith("entry 1, metrics.localSets: the store has another value").And.Contain("7.2"));
        Assert.That(_store.Points(new PointFilter { Benchmark = "localSets" }).Single().Samples[0].Value, Is.EqualTo(7.098));
    }

    [TestCase("""{ "commit": "a" }""", "entry 0, date: expected a date such as \"2026-06-13\", found nothing; the entry was left out")]
    [TestCase("""{ "date": "soon" }""", "entry 0, date: expected a date such as \"2026-06-13\", found \"soon\"; the entry was left out")]
    [TestCase("""{ "date": 5 }""", "entry 0, date: expected a date such as \"2026-06-13\", found a number; the entry was left out")]
    [TestCase("42", "entry 0, entry: expected an object, found a number; left out")]
    [TestCase("""{ "date": "2026-01-01", "commit": "c", "machine": "m", "ioVersion": "1" }""",
        "entry 0, metrics: expected an object of name and number, found nothing; the entry was left out")]
    [TestCase("""{ "date": "2026-01-01", "commit": "c", "machine": "m", "ioVersion": "1", "metrics": { "localSets": "fast" } }""",
        "entry 0, metrics.localSets: expected a number of zero or more, found a text; left out")]
    [TestCase("""{ "date": "2026-01-01", "commit": "c", "machine": "m", "ioVersion": "1", "metrics": { "localSets": -3 } }""",
        "entry 0, metrics.localSets: expected a number of zero or more, found -3; left out")]
    public void An_unusable_part_is_named_with_index_field_and_expectation(string entry, string expected)
    {
        var (runs, problems) = IoHistoryJson.Read("[" + entry + "]");
        Assert.That(runs, Is.Empty);
        Assert.That(problems[0].ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Missing_fields_do_not_lose_the_numbers()
    {
        var (runs, problems) = IoHistoryJson.Read("""[{ "date": "2026-01-01", "metrics": { "localSets": 3, "warpSpeed": 9 } }]""");
        Assert.That(runs.Single().Points.Select(p => (p.Key.Benchmark, p.Key.Machine, p.Commit)),
            Is.EqualTo(new[] { ("localSets", "unknown", (string?)null), ("warpSpeed", "unknown", null) }));
        Assert.That(problems.Select(p => p.Field), Is.EqualTo(new[] { "commit", "machine", "ioVersion", "metrics.warpSpeed" }));
    }

    [TestCase("{}", "expected an array of entries, found an object")]
    [TestCase("[{]", "line 1, byte 3: not JSON")]
    [TestCase("", "not JSON")]
    public void A_file_of_another_shape_is_refused(string json, string expected) =>
        Assert.That(() => IoHistoryJson.Import(_store, json), Throws.TypeOf<HistoryFormatException>().With.Message.Contains(expected));

    [Test]
    public void The_history_json_shape_round_trips_through_the_store()
    {
        IoHistoryJson.Import(_store, Good);
        string written = Write(output => Assert.That(IoHistoryJson.Write(_store.Points(PointFilter.All), output), Is.Zero));
        var (runs, problems) = IoHistoryJson.Read(written);
        var (expected, _) = IoHistoryJson.Read(Good);
        Assert.That(problems, Is.Empty);
        Assert.That(runs.OrderBy(r => r.Id).SelectMany(r => r.Points.OrderBy(p => p.Key.Benchmark)).Select(Describe),
            Is.EqualTo(expected.OrderBy(r => r.Id).SelectMany(r => r.Points.OrderBy(p => p.Key.Benchmark)).Select(Describe)));
        static string Describe(SeriesPoint p) => $"{p.RunId} {p.Key} {p.Samples[0].Value:R}";
    }

    [Test]
    public void The_history_json_shape_refuses_to_mix_backends_and_counts_what_it_leaves_out()
    {
        var tree = Make.Point(backend: "tree");
        var other = Make.Point(backend: "closure");
        Assert.That(() => IoHistoryJson.Write([tree, other], Stream.Null), Throws.ArgumentException.With.Message.Contains("backend"));
        Assert.That(IoHistoryJson.Write([tree with { Key = tree.Key with { Metric = "peakMemory", Unit = "B" } }], Stream.Null), Is.EqualTo(1));
    }

    [Test]
    public void Our_own_format_round_trips_everything_and_imports_once()
    {
        foreach (int day in Enumerable.Range(0, 3))
        {
            _store.Append(SyntheticRuns.Make(Guid.NewGuid(), Make.Start.AddDays(day).AddTicks(day), points: 2, samples: 5) with { Environment = Make.Environment() });
        }
        _store.Baselines.Save("main", _store.Points(new PointFilter { Last = 1 }), "a \"note\" with <marks>");
        _store.Append(Make.Run(9, Make.Point("old") with { IsValid = false, ResultHash = "00ff", BackendVersion = "é" }));
        _store.Aliases.Add(SyntheticRuns.Key("older"), SyntheticRuns.Key("newer"));
        string text = Write(output => Assert.That(IoLabJson.Export(_store, PointFilter.All, output), Is.EqualTo(7)));
        Assert.That(IoLabJson.IsOurs(text), Is.True);
        Assert.That(IoLabJson.IsOurs(Good), Is.False);

        using var folder = new StoreFolder();
        using var other = folder.Open();
        Assert.That(IoLabJson.Import(other, text).Added, Is.EqualTo(7));
        var again = IoLabJson.Import(other, text);
        Assert.That((again.Added, again.AlreadyThere, again.Problems.Count), Is.EqualTo((0, 7, 0)));
        Assert.That(Write(output => IoLabJson.Export(other, PointFilter.All, output)), Is.EqualTo(text));
        Assert.That(other.Baselines.List().Single().Note, Is.EqualTo("a \"note\" with <marks>"));
    }

    [TestCase("""{"schema":"iolab-history/2"}""", "found \"iolab-history/2\"")]
    [TestCase("""{"runs":[]}""", "found none")]
    [TestCase("[]", "found none")]
    [TestCase("""{"schema":"iolab-history/1","runs":[{"id":"x"}]}""", "$.runs[0].id")]
    [TestCase("""{"schema":"iolab-history/1","runs":[{"id":"00000000-0000-0000-0000-000000000001","time":"2026-01-01T00:00:00Z","points":[{"time":"2026-01-01T00:00:00Z"}]}]}""", "key")]
    public void A_file_of_ours_that_is_broken_is_refused_with_the_place(string json, string expected) =>
        Assert.That(() => IoLabJson.Import(_store, json), Throws.TypeOf<HistoryFormatException>().With.Message.Contains(expected));

    private static string Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
