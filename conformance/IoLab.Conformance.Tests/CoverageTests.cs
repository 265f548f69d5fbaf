using IoLab.Harness.Coverage;

namespace IoLab.Conformance.Tests;

/// <summary>The library against the reference's list of slots, as <c>iolab conform --coverage</c> shows it.</summary>
public sealed class CoverageTests
{
    private static readonly SlotCatalogue Catalogue = SlotCatalogue.Load(Path.Combine(CorpusFolder.DirPath, "slots.json"));

    [Test]
    public void Slots_that_are_left_out_are_among_the_divergences()
    {
        string divergences = File.ReadAllText(Path.Combine(CorpusFolder.DirPath, "DIVERGENCES.md"));
        Assert.That(
            Catalogue.Slots.Where(slot => slot.LeftOut is not null && !divergences.Contains($"`{slot.Name}`", StringComparison.Ordinal)).Select(slot => slot.Name.ToString()),
            Is.Empty);
    }
}
