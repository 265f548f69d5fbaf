using IoLab.Contract;

namespace IoLab.Harness.Coverage;

/// <summary>Joins the catalogue, what backends own and what cases used into the coverage table.</summary>
public static class CoverageTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="catalogue">The slots of the reference.</param>
    /// <param name="owned">What each backend owns, by its name, in the order of columns.</param>
    /// <param name="uses">What the cases used.</param>
    public static SlotCoverage Make(SlotCatalogue catalogue, IReadOnlyList<(string Backend, IReadOnlySet<SlotName> Slots)> owned, SlotUseLog uses) => new(
        [.. owned.Select(one => one.Backend)],
        [.. catalogue.Slots.Select(slot => new SlotRow
        {
            Name = slot.Name,
            Tier = slot.Tier,
            LeftOut = slot.LeftOut,
            Backends = [.. owned.Where(one => one.Slots.Contains(slot.Name)).Select(one => one.Backend)],
            Cases = uses.CasesOf(slot.Name),
        })]);
}
