namespace IoLab.Differential.Campaigns;

/// <summary>The findings of a campaign's directory.</summary>
public interface IFindingBook
{
    /// <summary>Is a finding listed as known, with a reason that has not expired?</summary>
    bool IsKnown(string signature);

    /// <summary>Takes over a finding of another campaign's directory, in place of one of the same signature.</summary>
    /// <param name="other">The directory.</param>
    /// <param name="signature">The finding's signature.</param>
    void Adopt(CampaignFolder other, string signature);

    /// <summary>Makes the stored findings those of the campaign: counts are set, and what later sightings made superfluous is taken away.</summary>
    void Settle(IReadOnlyList<CampaignFinding> findings);
}
