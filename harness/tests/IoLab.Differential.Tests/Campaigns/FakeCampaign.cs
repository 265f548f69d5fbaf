using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

/// <summary>The options of imaginary campaigns.</summary>
internal static class FakeCampaign
{
    public static CampaignOptions Options { get; } = new() { Seed = 7, Backends = ["left", "right"], Generator = "fake/1" };
}

/// <summary>
/// All that a campaign leaves and that must not depend on how it was run: every program with what was seen of it, and the findings. Which of a raw signature's later sightings were reduced
/// in passing is left out: that depends on the order in which jobs met them, and no finding comes of it.
/// </summary>
internal sealed record Story(long Programs, string Journals, string Findings)
{
    public static Story Of(CampaignFolder folder, FakeParts parts) => Of([folder], parts.Book.Stored);

    public static Story Of(IReadOnlyList<CampaignFolder> folders, IReadOnlyCollection<string> stored)
    {
        var lines = new List<string>();
        var sightings = new List<(long Program, Sighting Sighting)>();
        foreach (CampaignFolder folder in folders)
        {
            foreach (int lane in folder.Lanes)
            {
                foreach (LaneRecord record in LaneJournal.Read(folder.JournalFilePath(lane), out _, out _))
                {
                    Sighting? sighting = record.Sighting;
                    lines.Add($"{lane:00} {record.Position:0000} {record.Features} {record.Outcome} {record.Steps} {string.Join(',', record.NewEdges)} {sighting?.Seed} {sighting?.Kind} {sighting?.Raw}");
                    if (sighting is not null) sightings.Add(((record.Position * Shard.LaneCount) + lane, sighting));
                }
            }
        }

        lines.Sort(StringComparer.Ordinal);
        IEnumerable<string> findings = CampaignFinding.Of(sightings).Select(finding => $"{finding.Signature} {finding.Kind} {finding.Program} {finding.Seed} {finding.Count}");
        return new Story(lines.Count, string.Join('\n', lines), string.Join('\n', findings.Concat(stored)));
    }
}
