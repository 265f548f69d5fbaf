using System.Globalization;
using IoLab.History.Sqlite;

namespace IoLab.History.Tests;

[CancelAfter(120_000)]
public sealed class StoreProcessTests
{
    private StoreFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new StoreFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_writer_may_be_killed_at_any_moment_and_every_committed_run_is_whole()
    {
        var random = new Random(20260302);
        var promised = new HashSet<string>();
        for (int kill = 0; kill < 20; kill++)
        {
            using var writer = new WriterProcess("append", _folder.StoreFilePath, "0");
            // Every third one is killed while it starts: the file may be half made.
            if (kill % 3 != 0)
            {
                promised.Add(writer.ReadLine()!);
            }
            Thread.Sleep(random.Next(kill % 3 == 0 ? 250 : 120));
            // A last line without its end may be cut off; a whole one is a promise.
            promised.UnionWith(writer.Kill().Where(line => line.Length == "stored ".Length + 36));

            using var store = _folder.Open();
            Assert.That(store.CheckIntegrity(), Is.Empty);
            var points = store.Points(PointFilter.All).ToLookup(point => point.RunId);
            Assert.That(points.All(run => run.Count() == 10 && run.All(point => point.Samples.Count == 20)), Is.True, "a run is stored in part");
            Assert.That(promised, Is.SubsetOf(points.Select(run => "stored " + run.Key.ToString("D"))), "a run that was answered for is lost");
        }
        Assert.That(promised, Has.Count.GreaterThan(10));
    }

    [Test]
    public void Two_writers_at_once_wait_for_each_other()
    {
        using var one = new WriterProcess("append", _folder.StoreFilePath, "40");
        using var two = new WriterProcess("append", _folder.StoreFilePath, "40");
        Assert.That(one.WaitForExit(), Is.EqualTo((0, "")));
        Assert.That(two.WaitForExit(), Is.EqualTo((0, "")));
        using var store = _folder.Open();
        Assert.That(store.Runs(PointFilter.All), Has.Count.EqualTo(80));
        Assert.That(Directory.GetFiles(_folder.FolderPath, "*-writer"), Is.Empty);
    }

    [Test]
    public void A_writer_that_waits_in_vain_says_who_writes_and_readers_do_not_wait()
    {
        using var holder = new WriterProcess("hold", _folder.StoreFilePath);
        Assert.That(holder.ReadLine(), Is.EqualTo("holding"));
        using var store = SqliteStore.Open(new StoreOptions { StoreFilePath = _folder.StoreFilePath, Wait = TimeSpan.FromSeconds(1) });
        Assert.That(store.Points(PointFilter.All), Is.Empty);
        var locked = Assert.Throws<StoreLockedException>(() => store.Append(Make.Run(0, Make.Point())))!;
        Assert.That(locked.Holder, Does.Contain(holder.Id.ToString(CultureInfo.InvariantCulture)).And.Contain("the holder of the test"));
        Assert.That(locked.Message, Does.Contain(locked.Holder!).And.Contain("repeat the command"));
        holder.Kill();
        Assert.That(store.Append(Make.Run(0, Make.Point())).Added, Is.EqualTo(1), "a dead writer's lock is gone");
        Assert.That(Directory.GetFiles(_folder.FolderPath, "*-writer"), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void A_lock_of_another_program_is_traced_to_the_process_that_has_the_file_open()
    {
        using var holder = new WriterProcess("grab", _folder.StoreFilePath);
        Assert.That(holder.ReadLine(), Is.EqualTo("holding"));
        using var store = SqliteStore.Open(new StoreOptions { StoreFilePath = _folder.StoreFilePath, Wait = TimeSpan.FromSeconds(1) });
        var locked = Assert.Throws<StoreLockedException>(() => store.Append(Make.Run(0, Make.Point())))!;
        Assert.That(locked.Holder, Does.Contain("process " + holder.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
