namespace IoLab.Differential.Campaigns;

/// <summary>A finding of a campaign, as its journals tell it.</summary>
/// <param name="Signature">Its signature.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Component">The component that is suspected; empty when none is.</param>
/// <param name="Program">The lowest number of a program that became it.</param>
/// <param name="Seed">The seed of that program.</param>
/// <param name="Count">How many programs of the campaign hit it, as far as was looked into.</param>
public sealed record CampaignFinding(string Signature, SightingKind Kind, string Component, long Program, string Seed, long Count)
{
    /// <summary>
    /// The findings that sightings amount to, by the lowest number. A reduced sighting counts for the finding it became, another one for the finding of the lowest number among those with its
    /// raw signature. The order of the sightings does not matter.
    /// </summary>
    public static IReadOnlyList<CampaignFinding> Of(IEnumerable<(long Program, Sighting Sighting)> sightings)
    {
        var counts = new Dictionary<string, (long Program, Sighting First, long Count)>(StringComparer.Ordinal);
        foreach (var raw in sightings.Where(entry => entry.Sighting.Raw is not null).GroupBy(entry => entry.Sighting.Raw, StringComparer.Ordinal))
        {
            (long Program, Sighting Sighting)[] inOrder = [.. raw.OrderBy(entry => entry.Program)];
            string? home = inOrder.Select(entry => entry.Sighting.Signature).FirstOrDefault(signature => signature is not null);
            for (int i = 0; i < inOrder.Length && home is not null; i++)
            {
                (long program, Sighting sighting) = inOrder[i];
                string signature = i < ReductionLedger.MostPerRaw ? sighting.Signature ?? home : home;
                (long Program, Sighting First, long Count) known = counts.GetValueOrDefault(signature, (program, sighting, 0));
                counts[signature] = program < known.Program ? (program, sighting, known.Count + 1) : known with { Count = known.Count + 1 };
            }
        }

        return [.. counts.Select(entry => new CampaignFinding(
                entry.Key, entry.Value.First.Kind, entry.Value.First.Component, entry.Value.Program, entry.Value.First.Seed, entry.Value.Count))
            .OrderBy(finding => finding.Program).ThenBy(finding => finding.Signature, StringComparer.Ordinal)];
    }
}
