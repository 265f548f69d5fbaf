using IoLab.Contract;

namespace IoLab.History.Tests;

/// <summary>What every adapter of the port must hold; one sealed class below for each adapter.</summary>
[CancelAfter(60_000)]
public abstract class PointStoreContract
{
    /// <summary>Opens the fixture's store; the second time it holds what the first one stored.</summary>
    protected abstract IPointStore Open();

    [Test]
    public void What_was_appended_is_read_back_to_the_last_bit()
    {
        var run = SyntheticRuns.Make(Guid.NewGuid(), Make.Start.AddTicks(1234567), points: 3, samples: 7) with { Environment = Make.Environment() };
        using (var store = Open())
        {
            Assert.That(Counts(store.Append(run)), Is.EqualTo((3, 0, 0)));
        }
        using var again = Open();
        var points = again.Points(PointFilter.All);
        Assert.That(points, Has.Count.EqualTo(3));
        Assert.That(points.Zip(run.Points).All(pair => PointRules.SameContent(pair.First, pair.Second)), Is.True);
        var info = again.Runs(PointFilter.All).Single();
        Assert.That(info, Is.EqualTo(new RunInfo(run.Id, run.Time, run.Command, run.Environment, 3)));
    }

    [Test]
    public void Appending_again_adds_nothing_and_appending_more_adds_the_rest()
    {
        using var store = Open();
        var run = SyntheticRuns.Make(Guid.NewGuid(), Make.Start, points: 4, samples: 2);
        store.Append(run with { Points = [.. run.Points.Take(2)] });
        Assert.That(Counts(store.Append(run)), Is.EqualTo((2, 2, 0)));
        Assert.That(Counts(store.Append(run)), Is.EqualTo((0, 4, 0)));
        Assert.That(store.Points(PointFilter.All), Has.Count.EqualTo(4));
    }

    [Test]
    public void A_point_with_other_samples_is_a_conflict_and_the_stored_one_stays()
    {
        using var store = Open();
        var point = Make.Point(value: 10);
        store.Append(Make.Run(0, point));
        var changed = point with { Samples = [point.Samples[0] with { Value = 11 }] };
        var result = store.Append(Make.Run(0, changed));
        Assert.That(result.Conflicts.Single(), Is.SameAs(changed));
        Assert.That(store.Points(PointFilter.All).Single().Samples[0].Value, Is.EqualTo(10));
    }

    [Test]
    public void Several_threads_share_a_store()
    {
        using var store = Open();
        Parallel.For(0, 20, i => store.Append(Make.Run(i, Make.Point(day: i))));
        Assert.That(store.Points(PointFilter.All).Select(point => point.Commit), Is.EqualTo(Enumerable.Range(0, 20).Select(i => "c" + i)));
    }

    [Test]
    public void Filters_select_by_every_field_and_by_pattern()
    {
        using var store = Open();
        foreach (int day in Enumerable.Range(0, 5))
        {
            var run = Guid.NewGuid();
            store.Append(Make.Run(day, Make.Point("localSets", "tree", day, run: run), Make.Point("localAccesses", "tree", day, run: run),
                Make.Point("slotSets", "closure", day, run: run)));
        }
        int Count(PointFilter filter) => store.Points(filter).Count;
        Assert.Multiple(() =>
        {
            Assert.That(Count(PointFilter.All), Is.EqualTo(15));
            Assert.That(Count(new PointFilter { Benchmark = "localSets" }), Is.EqualTo(5));
            Assert.That(Count(new PointFilter { Benchmark = "local*" }), Is.EqualTo(10));
            Assert.That(Count(new PointFilter { Benchmark = "?l*Sets" }), Is.EqualTo(5));
            Assert.That(Count(new PointFilter { Backend = "closure", Suite = "micro", Metric = "time", Engine = "rounds", Machine = "m1", Label = "" }), Is.EqualTo(5));
            Assert.That(Count(new PointFilter { Backend = "nobody" }), Is.Zero);
            Assert.That(Count(new PointFilter { Since = Make.Start.AddDays(3) }), Is.EqualTo(6));
            Assert.That(Count(new PointFilter { Until = Make.Start.AddDays(3) }), Is.EqualTo(9));
            Assert.That(Count(new PointFilter { Commit = "c4" }), Is.EqualTo(3));
            Assert.That(Count(new PointFilter { Branch = "main" }), Is.Zero);
            Assert.That(store.Points(new PointFilter { Last = 2, Backend = "tree" }).Select(p => p.Commit), Is.EqualTo(new[] { "c3", "c3", "c4", "c4" }));
            Assert.That(store.Series(PointFilter.All).Select(s => s.Key.Benchmark), Is.EqualTo(new[] { "localAccesses", "localSets", "slotSets" }));
            Assert.That(store.Series(new PointFilter { Benchmark = "slotSets" }).Single(),
                Is.EqualTo(new SeriesInfo(SyntheticRuns.Key("slotSets", "closure"), 5, Make.Start, Make.Start.AddDays(4))));
            Assert.That(store.Runs(new PointFilter { Commit = "c1" }).Single().Points, Is.EqualTo(3));
        });
    }

    [Test]
    public void Text_that_looks_like_SQL_or_a_pattern_is_only_text()
    {
        using var store = Open();
        var point = Make.Point("'; DROP TABLE point; --[a-z]");
        store.Append(Make.Run(0, point));
        Assert.That(store.Points(PointFilter.Of(point.Key)).Single().Key, Is.EqualTo(point.Key));
        Assert.That(store.Points(new PointFilter { Benchmark = "*--[a-z]" }), Has.Count.EqualTo(1));
        Assert.That(store.Points(new PointFilter { Benchmark = "*--[a-z" }), Is.Empty);
    }

    [Test]
    public void A_point_that_breaks_a_rule_is_refused_with_its_name()
    {
        using var store = Open();
        var point = Make.Point("fib");
        void Refuses(SeriesPoint bad, string expected) =>
            Assert.That(() => store.Append(new StoredRun { Id = point.RunId, Time = Make.Start, Points = [bad] }),
                Throws.ArgumentException.With.Message.Contains("micro/fib").And.Message.Contains(expected));
        Refuses(point with { Samples = [] }, "no samples");
        Refuses(point with { Samples = [new StoredSample(0, 2, 0, 1, double.NaN, null)] }, "round 2: NaN");
        Refuses(point with { RunId = Guid.NewGuid() }, "names run");
        Refuses(point with { Key = point.Key with { Backend = " " } }, "blank");
        Assert.That(store.Runs(PointFilter.All), Is.Empty);
    }

    [Test]
    public void A_baseline_keeps_its_points_and_a_new_version_keeps_the_old()
    {
        using var store = Open();
        var first = Make.Point(day: 0);
        var second = Make.Point(day: 1);
        store.Append(Make.Run(0, first));
        store.Append(Make.Run(1, second));
        Assert.That(store.Baselines.Save("main", [first], "before the change").Info.Version, Is.EqualTo(1));
        Assert.That(store.Baselines.Save("main", [second]).Info.Version, Is.EqualTo(2));
        Assert.That(store.Baselines.Find("main")!.Points.Single().Commit, Is.EqualTo("c1"));
        var old = store.Baselines.Find("main", 1)!;
        Assert.That(old.Points.Single().Commit, Is.EqualTo("c0"));
        Assert.That(old.Info.Note, Is.EqualTo("before the change"));
        Assert.That(store.Baselines.Find("other"), Is.Null);
        Assert.That(store.Baselines.List().Select(b => (b.Name, b.Version, b.Points)), Is.EqualTo(new[] { ("main", 1, 1), ("main", 2, 1) }));
        Assert.That(() => store.Baselines.Save("x", [Make.Point()]), Throws.ArgumentException.With.Message.Contains("not in the store"));
        Assert.That(store.Baselines.Find("x"), Is.Null, "a refused baseline leaves nothing behind");
    }

    [Test]
    public void A_renamed_series_is_read_under_its_new_name_and_still_appended_once()
    {
        using var store = Open();
        var old = Make.Point("localSet");
        store.Append(Make.Run(0, old));
        store.Append(Make.Run(1, Make.Point("localSets", day: 1)));
        store.Aliases.Add(old.Key, SyntheticRuns.Key("localSets"));
        store.Aliases.Add(old.Key, SyntheticRuns.Key("localSets"));
        Assert.That(store.Points(new PointFilter { Benchmark = "localSets" }), Has.Count.EqualTo(2));
        Assert.That(store.Series(PointFilter.All).Single().Points, Is.EqualTo(2));
        Assert.That(store.Append(Make.Run(0, old)).AlreadyThere, Is.EqualTo(1));
        Assert.That(store.Baselines.Save("b", store.Points(PointFilter.All)).Points, Has.Count.EqualTo(2));
        Assert.That(() => store.Aliases.Add(SyntheticRuns.Key("localSets"), SyntheticRuns.Key("x")), Throws.ArgumentException.With.Message.Contains("chain"));
        Assert.That(() => store.Aliases.Add(old.Key with { Unit = "B" }, old.Key), Throws.ArgumentException.With.Message.Contains("unit"));
    }

    private static (int Added, int AlreadyThere, int Conflicts) Counts(AppendResult result) =>
        (result.Added, result.AlreadyThere, result.Conflicts.Count);
}

/// <summary>The SQLite adapter keeps the contract.</summary>
public sealed class SqliteStoreContract : PointStoreContract
{
    private StoreFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new StoreFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    protected override IPointStore Open() => _folder.Open();
}
