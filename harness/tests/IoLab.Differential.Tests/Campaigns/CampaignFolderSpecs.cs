using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class CampaignFolderSpecs
{
    private readonly string dirPath = Path.Combine(Directory.CreateTempSubdirectory("iolab-folder-").FullName, "campaign");

    [TearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(dirPath)!, true);

    [Test]
    public void Options_are_read_as_they_were_stored()
    {
        CampaignOptions options = FakeCampaign.Options with
        {
            Shard = Shard.Of(2, 3), Mutants = ["A", "B"], MutantBackends = ["right"], Reduces = false, StepLimit = 5,
        };
        CampaignFolder.Create(dirPath, options);
        CampaignFolder read = CampaignFolder.Open(dirPath);

        Assert.That(read.Options.DifferencesFrom(options), Is.Empty);
        Assert.That(read.Lanes, Is.EqualTo(new[] { 1, 4, 7, 10, 13 }));
    }

    [Test]
    public void Differences_name_both_values() => Assert.That(
        (FakeCampaign.Options with { Backends = ["left"], Shard = Shard.Of(1, 2), Reduces = false }).DifferencesFrom(FakeCampaign.Options),
        Is.EqualTo(new[] { "backends: left instead of left,right", "shard: 1/2 instead of 1/1", "reduction: off instead of on" }));

    [Test]
    public void A_campaign_is_not_begun_over_another()
    {
        CampaignFolder.Create(dirPath, FakeCampaign.Options);

        Assert.That(() => CampaignFolder.Create(dirPath, FakeCampaign.Options), Throws.TypeOf<CampaignException>().With.Message.Contains("--resume"));
    }

    [TestCase("{}")]
    [TestCase("not JSON")]
    [TestCase("{\"schema\":\"iolab-campaign/9\",\"seed\":1,\"backends\":[],\"generator\":\"\",\"shard\":\"1/1\",\"lanes\":[],\"mutants\":[],\"mutantBackends\":[],\"reduces\":true,\"stepLimit\":1}")]
    public void Options_that_cannot_be_read_are_refused(string text)
    {
        Directory.CreateDirectory(dirPath);
        File.WriteAllText(Path.Combine(dirPath, "campaign.json"), text);

        Assert.That(() => CampaignFolder.Open(dirPath), Throws.TypeOf<CampaignException>().With.Message.Contains("campaign.json"));
    }

    [Test]
    public void Where_no_campaign_is_none_is_opened() => Assert.That(() => CampaignFolder.Open(dirPath), Throws.TypeOf<CampaignException>());
}
