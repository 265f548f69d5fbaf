namespace IoLab.Differential.Campaigns;

/// <summary>How many programs of a lane hit a finding.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Last">The highest number of such a program.</param>
/// <param name="Programs">How many.</param>
public sealed record LaneCount(int Lane, long Last, long Programs);

/// <summary>A finding of a campaign, as its journals tell it.</summary>
public sealed record CampaignFinding
{
    /// <summary>Its signature.</summary>
    public required string Signature { get; init; }
    /// <summary>What was seen.</summary>
    public required SightingKind Kind { get; init; }
    /// <summary>The component that is suspected; empty when none is.</summary>
    public required string Component { get; init; }
    /// <summary>The lowest number of a program that hit it.</summary>
    public required long Program { get; init; }
    /// <summary>The seed of that program.</summary>
    public required string Seed { get; init; }
    /// <summary>How many programs hit it, as far as was looked into, lane by lane.</summary>
    public required IReadOnlyList<LaneCount> Lanes { get; init; }

    /// <summary>How many programs hit it.</summary>
    public long Count => Lanes.Sum(lane => lane.Programs);

    /// <summary>
    /// The findings that sightings amount to, by the lowest number. A reduced sighting counts for the finding it became, another one for the finding of the lowest number among those with its
    /// raw signature. The order of the sightings does not matter.
    /// </summary>
    public static IReadOnlyList<CampaignFinding> Of(IEnumerable<(long Program, Sighting Sighting)> sightings) =>
        [.. sightings.Where(entry => entry.Sighting.Raw is not null)
            .GroupBy(entry => entry.Sighting.Raw, StringComparer.Ordinal)
            .SelectMany(Attributed)
            .GroupBy(entry => entry.Signature, StringComparer.Ordinal)
            .Select(group => Sum(group.Key, [.. group.Select(entry => (entry.Program, entry.Sighting)).OrderBy(entry => entry.Program)]))
            .OrderBy(finding => finding.Program).ThenBy(finding => finding.Signature, StringComparer.Ordinal)];

    private static IEnumerable<(string Signature, long Program, Sighting Sighting)> Attributed(IEnumerable<(long Program, Sighting Sighting)> sameRaw)
    {
        (long Program, Sighting Sighting)[] inOrder = [.. sameRaw.OrderBy(entry => entry.Program)];
        string? home = inOrder.Take(ReductionLedger.MostPerRaw).Select(entry => entry.Sighting.Signature).FirstOrDefault(signature => signature is not null);
        return home is null ? [] : inOrder.Select((entry, i) => ((i < ReductionLedger.MostPerRaw ? entry.Sighting.Signature : null) ?? home, entry.Program, entry.Sighting));
    }

    private static CampaignFinding Sum(string signature, IReadOnlyList<(long Program, Sighting Sighting)> inOrder) => new()
    {
        Signature = signature, Kind = inOrder[0].Sighting.Kind, Component = inOrder[0].Sighting.Component, Program = inOrder[0].Program, Seed = inOrder[0].Sighting.Seed,
        Lanes = [.. inOrder.GroupBy(entry => (int)(entry.Program % Shard.LaneCount)).OrderBy(lane => lane.Key)
            .Select(lane => new LaneCount(lane.Key, lane.Max(entry => entry.Program), lane.Count()))],
    };
}
