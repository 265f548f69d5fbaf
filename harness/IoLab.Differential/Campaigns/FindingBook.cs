using System.Globalization;
using IoLab.Differential.Findings;

namespace IoLab.Differential.Campaigns;

/// <summary>The findings of a campaign's directory, in a store of files; signatures are the ids of findings.</summary>
/// <param name="folder">The campaign.</param>
/// <param name="known">What is listed as known.</param>
/// <param name="today">The day on which entries of the list must not have expired.</param>
/// <param name="warn">Is told of files that cannot be read.</param>
public sealed class FindingBook(CampaignFolder folder, KnownFindings known, DateOnly today, Action<string>? warn = null) : IFindingBook
{
    /// <summary>The findings.</summary>
    public IFindingStore Store { get; } = new FileFindingStore(folder.FindingsDirPath, warn);

    /// <summary>The place of a lane's programs, the same for all parts of a campaign.</summary>
    public static string PlaceOf(CampaignOptions options, int lane) => string.Create(CultureInfo.InvariantCulture, $"campaign {options.Seed} lane {lane:00}");

    /// <inheritdoc/>
    public bool IsKnown(string signature) => known.Names(signature) || Store.Find(signature) is { } finding && known.Excuse(finding.Signature, today) is not null;

    /// <inheritdoc/>
    public void Adopt(CampaignFolder other, string signature)
    {
        if (new FileFindingStore(other.FindingsDirPath, warn).Find(signature) is { } finding) Store.Add(finding);
    }

    /// <inheritdoc/>
    public void Settle(IReadOnlyList<CampaignFinding> findings)
    {
        var bySignature = findings.ToDictionary(finding => finding.Signature, StringComparer.Ordinal);
        foreach (Finding stored in Store.All())
        {
            _ = Store.Change(stored.Id, finding => bySignature.TryGetValue(finding.Id, out CampaignFinding? counted)
                ? finding with { Counts = [.. counted.Lanes.Select(lane => new FindingCount(PlaceOf(folder.Options, lane.Lane), lane.Last, lane.Programs)).OrderBy(count => count.Place, StringComparer.Ordinal)] }
                : null);
        }
    }
}
