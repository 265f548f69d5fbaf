using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class CampaignMergeSpecs
{
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-merge-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [Test]
    public async Task Shards_merged_are_one_run([Values(1, 2, 3, 5)] int count, [Values(1, 2, 9)] int jobs)
    {
        var whole = new FakeParts();
        CampaignFolder one = await RunAsync("whole", Shard.Whole, whole, jobs, 600);
        var shards = new List<CampaignFolder>();
        for (int number = 1; number <= count; number++) shards.Add(await RunAsync($"shard {number}", Shard.Of(number, count), new FakeParts(), jobs, 600));
        var merged = new FakeParts();
        CampaignResult result = CampaignMerge.Run(shards, Path.Combine(dirPath, "merged"), _ => merged.Book);

        Assert.That(Story.Of(CampaignFolder.Open(Path.Combine(dirPath, "merged")), merged), Is.EqualTo(Story.Of(one, whole)));
        CampaignResult expected = CampaignMerge.Read(one, whole.Book);
        Assert.That(result.Findings.Select(finding => (finding.Signature, finding.Program, finding.Count)), Is.EqualTo(expected.Findings.Select(finding => (finding.Signature, finding.Program, finding.Count))));
        Assert.That(result.Tally.Edges, Is.EquivalentTo(expected.Tally.Edges));
        Assert.That(result.Tally.Outcomes, Is.EquivalentTo(expected.Tally.Outcomes));
        Assert.That((result.Sightings, result.Uninspected, result.Tally.Steps.Quantile(0.5)), Is.EqualTo((expected.Sightings, expected.Uninspected, expected.Tally.Steps.Quantile(0.5))));
    }

    [Test]
    public async Task A_merged_campaign_goes_on_as_one()
    {
        var whole = new FakeParts();
        CampaignFolder one = await RunAsync("whole", Shard.Whole, whole, 2, 500);
        CampaignFolder[] shards = [await RunAsync("a", Shard.Of(1, 2), new FakeParts(), 2, 200), await RunAsync("b", Shard.Of(2, 2), new FakeParts(), 1, 300)];
        var merged = new FakeParts();
        CampaignMerge.Run(shards, Path.Combine(dirPath, "merged"), _ => merged.Book);
        CampaignFolder folder = CampaignFolder.Open(Path.Combine(dirPath, "merged"));
        await new Campaign(folder, merged.Parts).RunAsync(new CampaignLimit(500, null), 3);

        Assert.That(Story.Of(folder, merged), Is.EqualTo(Story.Of(one, whole)));
    }

    [Test]
    public async Task Of_a_lane_that_is_there_twice_the_one_that_has_gone_further_counts()
    {
        var parts = new FakeParts();
        CampaignFolder shorter = await RunAsync("short", Shard.Whole, new FakeParts(), 2, 100), longer = await RunAsync("long", Shard.Of(2, 3), parts, 2, 300);
        var merged = new FakeBook();
        CampaignResult result = CampaignMerge.Run([shorter, longer], Path.Combine(dirPath, "merged"), _ => merged);

        Assert.That(result.Tally.Programs, Is.EqualTo(100 + longer.Lanes.Sum(lane => Enumerable.Range(100, 200).Count(program => program % 16 == lane))));
    }

    [Test]
    public async Task A_lane_that_went_differently_is_refused()
    {
        CampaignFolder first = await RunAsync("first", Shard.Whole, new FakeParts(), 2, 100), second = await RunAsync("second", Shard.Whole, new FakeParts { ProgramsPerSighting = 2 }, 2, 100);

        Assert.That(() => CampaignMerge.Run([first, second], Path.Combine(dirPath, "merged"), _ => new FakeBook()), Throws.TypeOf<CampaignException>().With.Message.Contains("have both run lane"));
        Assert.That(Directory.Exists(Path.Combine(dirPath, "merged")), Is.False);
    }

    [Test]
    public void Different_campaigns_are_refused_with_what_differs()
    {
        CampaignFolder one = CampaignFolder.Create(Path.Combine(dirPath, "one"), FakeCampaign.Options);
        CampaignFolder other = CampaignFolder.Create(Path.Combine(dirPath, "other"), FakeCampaign.Options with { Seed = 8, Mutants = ["X"] });

        Assert.That(() => CampaignMerge.Run([one, other], Path.Combine(dirPath, "merged"), _ => new FakeBook()),
            Throws.TypeOf<CampaignException>().With.Message.Contains("seed: 8 instead of 7; mutants: X instead of none"));
    }

    private async Task<CampaignFolder> RunAsync(string name, Shard shard, FakeParts parts, int jobs, long programs)
    {
        CampaignFolder folder = CampaignFolder.Create(Path.Combine(dirPath, name), FakeCampaign.Options with { Shard = shard });
        await new Campaign(folder, parts.Parts).RunAsync(new CampaignLimit(programs, null), jobs);
        return folder;
    }
}
