namespace IoLab.Differential.Campaigns;

/// <summary>
/// Decides which sightings are reduced: of each raw signature the three of the lowest numbers. Which ones those are depends on the campaign's programs only, not on
/// the order in which they are met: a sighting that is met late may make an earlier one superfluous, whose finding is then dropped. Thread safe.
/// </summary>
public sealed class ReductionLedger
{
    /// <summary>Sightings that are reduced of one raw signature.</summary>
    public const int MostPerRaw = 3;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedSet<long>> lowest = new(StringComparer.Ordinal);

    /// <summary>Takes note of a sighting: is it to be reduced, as far as is known now?</summary>
    /// <param name="raw">Its raw signature.</param>
    /// <param name="program">The number of its program in the campaign.</param>
    public bool Admits(string raw, long program)
    {
        lock (gate)
        {
            if (!lowest.TryGetValue(raw, out SortedSet<long>? programs)) lowest.Add(raw, programs = []);
            programs.Add(program);
            if (programs.Count > MostPerRaw) programs.Remove(programs.Max);
            return programs.Contains(program);
        }
    }

    /// <summary>Is a sighting still among those that are reduced?</summary>
    public bool Holds(string raw, long program)
    {
        lock (gate) return lowest.TryGetValue(raw, out SortedSet<long>? programs) && programs.Contains(program);
    }
}
