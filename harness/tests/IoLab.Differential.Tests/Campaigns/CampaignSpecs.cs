using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class CampaignSpecs
{
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-campaign-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(30)]
    public async Task The_number_of_jobs_changes_nothing(int jobs)
    {
        Story once = await RunAsync("once", new FakeParts(), 700, 1);
        Story again = await RunAsync("again", new FakeParts(), 700, jobs);

        Assert.That(again, Is.EqualTo(once));
        Assert.That(once.Programs, Is.EqualTo(700));
        Assert.That(once.Findings, Does.Contain("finding 2"));
    }

    [Test]
    public async Task Every_program_below_the_limit_is_run_once()
    {
        var parts = new FakeParts();
        await RunAsync("all", parts, 333, 4);

        Assert.That(parts.Runs, Has.Count.EqualTo(333));
        Assert.That(parts.Runs.Values, Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_campaign_goes_on_to_a_higher_limit_as_if_it_had_been_given_at_first()
    {
        Story once = await RunAsync("once", new FakeParts(), 500, 2);
        var parts = new FakeParts();
        await RunAsync("twice", parts, 123, 2);
        Story twice = await RunAsync("twice", parts, 500, 3);

        Assert.That(twice, Is.EqualTo(once));
    }

    [Test]
    public async Task A_campaign_cancelled_at_random_moments_ends_like_one_that_was_not([Range(1, 12)] int seed)
    {
        Story once = await RunAsync("once", new FakeParts(), 400, 2);
        var random = new Random(seed);
        var parts = new FakeParts();
        CampaignFolder folder = Folder("interrupted");
        int interruptions = 0;
        for (bool isDone = false; !isDone;)
        {
            using var stop = new CancellationTokenSource();
            int stopAt = parts.Runs.Values.Sum() + random.Next(1, 150);
            parts.Examining = count =>
            {
                if (count >= stopAt) stop.Cancel();
            };
            CampaignResult result = await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(400, null), random.Next(1, 5), stop.Token);
            isDone = result.Tally.Programs == 400;
            interruptions++;
        }

        Assert.That(Story.Of(folder, parts), Is.EqualTo(once));
        Assert.That(interruptions, Is.GreaterThan(1));
        Assert.That(parts.Runs, Has.Count.EqualTo(400), "interrupted programs are run again, and no others are made");
    }

    [Test]
    public async Task A_failure_of_the_laboratory_stops_all_jobs_and_leaves_a_campaign_that_goes_on()
    {
        Story once = await RunAsync("once", new FakeParts(), 300, 2);
        var parts = new FakeParts { Examining = count => _ = count >= 150 ? throw new InvalidOperationException("broken") : 0 };
        CampaignFolder folder = Folder("failed");

        Assert.That(() => new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(300, null), 2), Throws.InvalidOperationException.With.Message.EqualTo("broken"));
        parts.Examining = null;
        await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(300, null), 2);

        Assert.That(Story.Of(folder, parts), Is.EqualTo(once));
    }

    [Test]
    public async Task No_program_is_begun_after_the_time()
    {
        var parts = new FakeParts();
        CampaignResult result = await new Campaign(Folder("timed"), parts.Parts).RunAsync(new CampaignLimit(null, TimeSpan.FromMilliseconds(200)), 2);

        Assert.That(result.Tally.Programs, Is.GreaterThan(0));
        Assert.That(result.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Of_a_raw_signature_only_three_sightings_are_reduced_whose_findings_count_the_others()
    {
        var parts = new FakeParts { ProgramsPerSighting = 3 };
        CampaignFolder folder = Folder("frequent");
        CampaignResult result = await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(600, null), 1);

        (long Program, Sighting Sighting)[] sightings = [.. Sightings(folder)];
        foreach (var raw in sightings.Where(entry => entry.Sighting.Raw is not null).GroupBy(entry => entry.Sighting.Raw))
        {
            Assert.That(raw.OrderBy(entry => entry.Program).Select(entry => entry.Sighting.Signature is not null), Is.EqualTo(raw.Select((_, i) => i < 3)), raw.Key);
        }

        Assert.That(result.Findings.Sum(finding => finding.Count) + result.Uninspected, Is.EqualTo(result.Sightings));
        Assert.That(result.Uninspected, Is.GreaterThan(0), "a group that is seen all the time is not looked into every time");
    }

    [Test]
    public async Task Known_findings_are_counted_but_are_not_new()
    {
        var parts = new FakeParts { Book = new FakeBook { Known = new HashSet<string> { "finding 2" } } };
        CampaignResult result = await new Campaign(Folder("known"), parts.Parts).RunAsync(new CampaignLimit(700, null), 2);

        Assert.That(result.Findings.Select(finding => finding.Signature), Does.Contain("finding 2"));
        Assert.That(result.NewFindings.Select(finding => finding.Signature), Does.Not.Contain("finding 2").And.Not.Empty);
    }

    [Test]
    public void Two_processes_cannot_run_one_campaign()
    {
        CampaignFolder folder = Folder("busy");
        using IDisposable other = folder.Lock();

        Assert.That(() => new Campaign(folder, new FakeParts().Parts).RunAsync(new CampaignLimit(10, null), 1), Throws.TypeOf<CampaignException>().With.Message.Contains("another process"));
    }

    [Test]
    public async Task Shards_run_by_different_machines_make_the_programs_of_one_run([Values(1, 2, 3, 5, 16)] int count)
    {
        var whole = new FakeParts();
        await RunAsync("whole", whole, 400, 2);
        var parts = new FakeParts();
        for (int number = 1; number <= count; number++)
        {
            CampaignFolder folder = Folder($"shard-{number}", FakeCampaign.Options with { Shard = Shard.Of(number, count) });
            await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(400, null), number % 3 + 1);
        }

        Assert.That(parts.Runs, Is.EquivalentTo(whole.Runs));
    }

    private CampaignFolder Folder(string name, CampaignOptions? options = null)
    {
        string path = Path.Combine(dirPath, name);
        return CampaignFolder.Exists(path) ? CampaignFolder.Open(path) : CampaignFolder.Create(path, options ?? FakeCampaign.Options);
    }

    private async Task<Story> RunAsync(string name, FakeParts parts, long programs, int jobs)
    {
        CampaignFolder folder = Folder(name);
        await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(programs, null), jobs);
        return Story.Of(folder, parts);
    }

    private static IEnumerable<(long Program, Sighting Sighting)> Sightings(CampaignFolder folder) =>
        from lane in folder.Lanes
        from record in LaneJournal.Read(folder.JournalFilePath(lane), out _, out _)
        where record.Sighting is not null
        select ((record.Position * Shard.LaneCount) + lane, record.Sighting);
}
