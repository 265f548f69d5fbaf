using IoLab.History.Sqlite;

namespace IoLab.History.Tests;

/// <summary>Every historic database in <c>data/</c> opens, is brought forward and keeps its points.</summary>
[CancelAfter(60_000)]
public sealed class MigrationTests
{
    private StoreFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new StoreFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Every_earlier_version_has_a_historic_file([Range(1, 1)] int version)
    {
        Assert.That(Migrations.Current - 1, Is.EqualTo(1), "a new migration needs a historic file of the version before it: extend this range");
        File.Copy(Historic(version), _folder.StoreFilePath);
        using (var store = _folder.Open())
        {
            AssertHistoricContent(store);
            Assert.That(store.CheckIntegrity(), Is.Empty);
            store.Aliases.Add(SyntheticRuns.Key("benchmark0"), SyntheticRuns.Key("renamed"));
        }
        using var again = _folder.Open(StoreAccess.ReadOnly);
        Assert.That(again.Points(new PointFilter { Benchmark = "renamed" }), Has.Count.EqualTo(2));
    }

    [Test]
    public void An_old_file_is_not_migrated_by_reading()
    {
        File.Copy(Historic(1), _folder.StoreFilePath);
        Assert.That(() => _folder.Open(StoreAccess.ReadOnly), Throws.TypeOf<StoreSchemaException>().With.Message.Contains("old schema version 1"));
    }

    [Test]
    [Explicit("writes data/history-v1.db into the current folder; run once per released version")]
    public void Make_a_historic_file()
    {
        var options = new StoreOptions { StoreFilePath = Path.GetFullPath("history-v1.db") };
        using var store = SqliteStore.Open(options, schemaVersion: 1);
        foreach (int day in Enumerable.Range(0, 2))
        {
            store.Append(SyntheticRuns.Make(new Guid(day + 1, 0, 0, new byte[8]), Make.Start.AddDays(day), points: 3, samples: 4) with
            {
                Environment = Make.Environment(),
            });
        }
        store.Write(_ =>
        {
            using var save = store.Command("""
                INSERT INTO baseline (name, version, saved) VALUES ('main', 1, '2026-06-03T00:00:00.0000000Z');
                INSERT INTO baseline_point SELECT 1, id FROM point WHERE run_id = $0
                """, new Guid(1, 0, 0, new byte[8]).ToString("D"));
            return save.ExecuteNonQuery();
        });
    }

    private static string Historic(int version) => Path.Combine(AppContext.BaseDirectory, "data", $"history-v{version}.db");

    private static void AssertHistoricContent(SqliteStore store)
    {
        var points = store.Points(PointFilter.All);
        var expected = Enumerable.Range(0, 2)
            .SelectMany(day => SyntheticRuns.Make(new Guid(day + 1, 0, 0, new byte[8]), Make.Start.AddDays(day), points: 3, samples: 4).Points);
        Assert.That(points, Has.Count.EqualTo(6));
        Assert.That(points.Zip(expected).All(pair => PointRules.SameContent(pair.First, pair.Second)), Is.True);
        Assert.That(store.Runs(PointFilter.All).Select(run => run.Environment), Is.All.EqualTo(Make.Environment()));
        Assert.That(store.Baselines.Find("main")!.Points, Has.Count.EqualTo(3));
    }
}
