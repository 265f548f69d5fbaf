namespace IoLab.Differential.Findings;

/// <summary>Where findings are kept. Thread safe, and safe among processes.</summary>
public interface IFindingStore
{
    /// <summary>All findings, by id.</summary>
    IReadOnlyList<Finding> All();

    /// <summary>The finding of an id, or null.</summary>
    Finding? Find(string id);

    /// <summary>Adds a finding, merged with what is stored of it. Adding the same again changes nothing.</summary>
    /// <returns>What is stored then.</returns>
    Finding Add(Finding finding);

    /// <summary>Changes a stored finding; nobody else changes it meanwhile.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">What becomes of it; null removes it.</param>
    /// <returns>What is stored then; null when there is none.</returns>
    Finding? Change(string id, Func<Finding, Finding?> change);
}

/// <summary>What all stores can do.</summary>
public static class FindingStores
{
    /// <summary>Takes over all findings of another store.</summary>
    /// <returns>How many were not there before.</returns>
    public static int AddAll(this IFindingStore store, IFindingStore other)
    {
        int added = 0;
        foreach (Finding finding in other.All())
        {
            if (store.Find(finding.Id) is null) added++;
            store.Add(finding);
        }

        return added;
    }

    /// <summary>Counts one more program that hit a finding; one that is counted already is not counted again.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The finding.</param>
    /// <param name="place">Where, as in <see cref="FindingCount.Place"/>.</param>
    /// <param name="number">The program's number there.</param>
    /// <param name="now">When.</param>
    public static Finding? CountAgain(this IFindingStore store, string id, string place, long number, DateTimeOffset now) => store.Change(id, finding =>
    {
        FindingCount? known = finding.Counts.FirstOrDefault(count => count.Place == place);
        FindingCount counted = known?.With(number) ?? new FindingCount(place, number, 1);
        return counted == known ? finding : finding with
        {
            LastSeen = now > finding.LastSeen ? now : finding.LastSeen,
            Counts = [.. finding.Counts.Where(count => count.Place != place).Append(counted).OrderBy(count => count.Place, StringComparer.Ordinal)],
        };
    });

    /// <summary>Closes a finding.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The finding.</param>
    /// <param name="note">Why.</param>
    /// <param name="now">When.</param>
    public static Finding? Close(this IFindingStore store, string id, string note, DateTimeOffset now) =>
        store.Change(id, finding => finding with { Status = new FindingStatus(FindingState.Closed, now > finding.LastSeen ? now : finding.LastSeen, note) });
}
