namespace IoLab.Differential.Campaigns;

/// <summary>A campaign cannot go on, start or be merged; the message says why and what to try.</summary>
public sealed class CampaignException(string message, Exception? inner = null) : Exception(message, inner);
