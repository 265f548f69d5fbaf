using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Harness.Coverage;

namespace IoLab.Conformance.Tests;

/// <summary>The library against the reference's list of slots, as <c>iolab conform --coverage</c> shows it.</summary>
public sealed class CoverageTests
{
    private static readonly SlotCatalogue Catalogue = SlotCatalogue.Load(Path.Combine(CorpusFolder.DirPath, "slots.json"));

    [Test]
    public async Task Every_slot_of_tiers_A_and_B_has_a_case()
    {
        var log = new SlotUseLog();
        var options = new CorpusRunOptions { Today = DateOnly.FromDateTime(DateTime.UtcNow), SlotUses = log };
        await new CorpusRunner([new Tree.TreeBackend()], options).RunAsync(CorpusFolder.Cases);
        Assert.That(CoverageTable.Make(Catalogue, [], log).Uncovered.Select(row => row.Name.ToString()), Is.Empty);
    }

    [Test]
    public async Task Both_machines_have_every_slot_that_is_not_left_out([Values("tree", "closure")] string machine)
    {
        IBackend backend = machine == "tree" ? new Tree.TreeBackend() : new Closure.ClosureBackend();
        IReadOnlySet<SlotName> owned = await SlotProbe.OwnedAsync(backend, Catalogue);
        Assert.That(Catalogue.Slots.Where(slot => slot.LeftOut is null && !owned.Contains(slot.Name)).Select(slot => slot.Name.ToString()), Is.Empty);
    }

    [Test]
    public void Slots_that_are_left_out_are_among_the_divergences()
    {
        string divergences = File.ReadAllText(Path.Combine(CorpusFolder.DirPath, "DIVERGENCES.md"));
        Assert.That(
            Catalogue.Slots.Where(slot => slot.LeftOut is not null && !divergences.Contains($"`{slot.Name}`", StringComparison.Ordinal)).Select(slot => slot.Name.ToString()),
            Is.Empty);
    }
}
