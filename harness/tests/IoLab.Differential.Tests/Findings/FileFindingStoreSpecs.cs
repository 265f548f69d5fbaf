using IoLab.Differential.Findings;

namespace IoLab.Differential.Tests.Findings;

/// <summary>Findings on disk.</summary>
[CancelAfter(60_000)]
public sealed class FileFindingStoreSpecs : IDisposable
{
    private readonly string dirPath = Path.Combine(Path.GetTempPath(), "iolab-findings-" + Guid.NewGuid().ToString("N"));
    private readonly List<string> warnings = [];

    private FileFindingStore Store => new(dirPath, warnings.Add);

    [Test]
    public void A_store_that_is_not_there_is_empty() => Assert.That((Store.All().Count, Store.Find("12345678"), Directory.Exists(dirPath)), Is.EqualTo((0, (Finding?)null, false)));

    [Test]
    public void What_is_added_is_there_for_another_store_and_once_however_often_it_is_added()
    {
        Finding finding = Samples.Make("list(1) map(x, x)", 5, "lane 5");
        Store.Add(finding);
        Store.Add(finding);
        Assert.That(Store.All().Select(FindingFormat.Write), Is.EqualTo(new[] { FindingFormat.Write(finding) }));
        Assert.That(FindingFormat.Write(Store.Find(finding.Id)!), Is.EqualTo(FindingFormat.Write(finding)));
    }

    [Test]
    public void Adding_merges()
    {
        Store.Add(Samples.Make("list(1) map(x, x)", 16, "lane 0"));
        Finding stored = Store.Add(Samples.Make("list(7) map(y, y)", 1, "lane 1"));
        Assert.That((stored.Count, Store.Find(stored.Id)!.Program.Number), Is.EqualTo((2, 1)));
    }

    [Test]
    public void A_program_is_counted_once_however_often_it_is_run()
    {
        Finding finding = Store.Add(Samples.Make("1", 16, "lane 0"));
        foreach (long number in new long[] { 16, 32, 32, 16, 48 }) Store.CountAgain(finding.Id, "lane 0", number, Samples.Noon.AddDays(1));
        Store.CountAgain(finding.Id, "lane 1", 17, Samples.Noon.AddDays(2));
        Finding stored = Store.Find(finding.Id)!;
        Assert.That((stored.Count, stored.LastSeen), Is.EqualTo((4, Samples.Noon.AddDays(2))));
    }

    [Test]
    public void A_closed_finding_stays_with_its_note()
    {
        Finding finding = Store.Add(Samples.Make("1"));
        Store.Close(finding.Id, "mended in 1.2", Samples.Noon.AddDays(1));
        Finding stored = Store.Find(finding.Id)!;
        Assert.That((stored.IsOpen, stored.Status.Note), Is.EqualTo((false, "mended in 1.2")));
        Assert.That(Store.Close("ffffffff", "no such", Samples.Noon), Is.Null);
    }

    [TestCase("{ \"schema\": \"iolab-finding/1\", \"id\"")]
    [TestCase("")]
    public void A_damaged_file_is_set_aside_with_a_message_and_the_others_are_read(string text)
    {
        Finding finding = Store.Add(Samples.Make("1"));
        File.WriteAllText(Path.Combine(dirPath, "00000000.json"), text);
        Assert.That(Store.All().Select(one => one.Id), Is.EqualTo(new[] { finding.Id }));
        Assert.That(Store.All(), Has.Count.EqualTo(1));
        Assert.That((warnings.Count, File.ReadAllText(Path.Combine(dirPath, "00000000.json.damaged"))), Is.EqualTo((1, text)));
        Assert.That(warnings[0], Does.Contain("00000000.json").And.Contain("set aside"));
    }

    [Test]
    public void What_a_killed_writer_left_behind_disturbs_nobody()
    {
        Finding finding = Samples.Make("1");
        Directory.CreateDirectory(dirPath);
        File.WriteAllText(Path.Combine(dirPath, finding.Id + ".json.tmp"), "{ \"schema\": \"iolab-fin");
        File.WriteAllText(Path.Combine(dirPath, ".lock"), "");
        Assert.That(Store.All(), Is.Empty);
        Store.Add(finding);
        Assert.That((Store.All().Count, warnings.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Writers_at_the_same_time_lose_nothing()
    {
        string id = Samples.Make("1").Id;
        Parallel.For(0, 4, lane =>
        {
            var store = new FileFindingStore(dirPath, warnings.Add);
            store.Add(Samples.Make("1", lane, $"lane {lane}"));
            for (int i = 1; i < 25; i++) store.CountAgain(id, $"lane {lane}", lane + (16 * i), Samples.Noon);
        });
        Assert.That((Store.Find(id)!.Count, Store.Find(id)!.Program.Number, warnings.Count), Is.EqualTo((100, 0, 0)));
    }

    [Test]
    public void Readers_meanwhile_see_whole_findings()
    {
        Finding finding = Store.Add(Samples.Make("1", 0, "lane 0"));
        using var stop = new CancellationTokenSource();
        Task writing = Task.Run(() =>
        {
            for (int i = 1; i < 100; i++) Store.CountAgain(finding.Id, "lane 0", i, Samples.Noon);
            stop.Cancel();
        });
        var reader = new FileFindingStore(dirPath, warnings.Add);
        while (!stop.IsCancellationRequested) Assert.That(reader.Find(finding.Id), Is.Not.Null);
        writing.Wait();
        Assert.That(warnings, Is.Empty);
    }

    [Test]
    public void Stores_merge()
    {
        var other = new FileFindingStore(Path.Combine(dirPath, "other"));
        Store.Add(Samples.Make("1", 0, "lane 0"));
        other.Add(Samples.Make("1", 1, "lane 1"));
        other.Add(Samples.Make("1 map", 2, "lane 2"));
        int added = Store.AddAll(other);
        Assert.That((added, Store.AddAll(other), Store.All().Sum(finding => finding.Count)), Is.EqualTo((1, 0, 3)));
    }

    [Test]
    public void A_change_may_take_a_finding_away()
    {
        Finding finding = Store.Add(Samples.Make("1"));
        Assert.That((Store.Change(finding.Id, _ => null), Store.All().Count), Is.EqualTo(((Finding?)null, 0)));
    }

    [TestCase("../x")]
    [TestCase("")]
    [TestCase(".lock")]
    public void A_name_that_is_no_id_finds_nothing(string id) => Assert.That(Store.Find(id), Is.Null);

    public void Dispose()
    {
        if (Directory.Exists(dirPath)) Directory.Delete(dirPath, recursive: true);
    }
}
