namespace IoLab.Differential.Campaigns;

/// <summary>What a campaign amounts to so far, over all processes that ran it.</summary>
public sealed record CampaignResult
{
    /// <summary>All programs of its lanes.</summary>
    public required LaneTally Tally { get; init; }
    /// <summary>The findings, by the lowest number.</summary>
    public required IReadOnlyList<CampaignFinding> Findings { get; init; }
    /// <summary>Signatures of findings that are listed as known.</summary>
    public required IReadOnlySet<string> Known { get; init; }
    /// <summary>Programs something was wrong with.</summary>
    public required long Sightings { get; init; }
    /// <summary>Of these, how many were counted only, because many of their group had been looked into.</summary>
    public required long Uninspected { get; init; }
    /// <summary>Programs that this process ran.</summary>
    public long ProgramsNow { get; init; }
    /// <summary>The time this process took for them.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Findings that are not listed as known.</summary>
    public IEnumerable<CampaignFinding> NewFindings => Findings.Where(finding => !Known.Contains(finding.Signature));

    /// <summary>The result of lanes.</summary>
    internal static CampaignResult Of(IEnumerable<LaneTally> tallies, IReadOnlyList<(long Program, Sighting Sighting)> sightings, IFindingBook book)
    {
        var sum = new LaneTally();
        foreach (LaneTally tally in tallies) sum.Add(tally);
        IReadOnlyList<CampaignFinding> findings = CampaignFinding.Of(sightings);
        return new CampaignResult
        {
            Tally = sum, Findings = findings, Known = findings.Select(finding => finding.Signature).Where(book.IsKnown).ToHashSet(StringComparer.Ordinal),
            Sightings = sightings.Count, Uninspected = sightings.Count(entry => entry.Sighting.Raw is null),
        };
    }
}
