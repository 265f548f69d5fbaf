namespace IoLab.Differential.Campaigns;

/// <summary>When a campaign ends: at the first of these.</summary>
/// <param name="Programs">Every program with a number below is run; null for no end.</param>
/// <param name="Time">No program is begun after this time; null for no end. Programs in flight are finished, reductions included.</param>
public sealed record CampaignLimit(long? Programs, TimeSpan? Time);
