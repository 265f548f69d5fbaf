using IoLab.Contract;
using IoLab.Harness.Coverage;
using IoLab.Harness.Tests.Support;

namespace IoLab.Harness.Tests.Coverage;

internal sealed class CoverageTableSpecs
{
    private static readonly SlotName At = new("List", "at"), Size = new("List", "size"), Rare = new("List", "rare"), Odd = new("List", "odd");

    private static readonly SlotCatalogue Catalogue = new(
        [new CataloguedSlot(At, 'A', null), new CataloguedSlot(Size, 'B', null), new CataloguedSlot(Rare, 'C', null), new CataloguedSlot(Odd, 'A', "too odd")]);

    [Test]
    public void A_row_says_who_has_the_slot_and_which_cases_use_it()
    {
        SlotRow row = Table().Rows.Single(one => one.Name == At);
        Assert.That((string.Join(",", row.Backends), string.Join(",", row.Cases)), Is.EqualTo(("x,y", "a/1,a/2")));
    }

    [Test]
    public void Slots_of_tiers_A_and_B_without_a_case_are_uncovered_unless_left_out() =>
        Assert.That(Table().Uncovered.Select(row => row.Name), Is.EqualTo(new[] { Size }));

    [Test]
    public void Slots_that_one_backend_lacks_are_missing_unless_left_out() =>
        Assert.That(Table().Missing.Select(row => row.Name), Is.EqualTo(new[] { Rare }));

    private static SlotCoverage Table()
    {
        var log = new SlotUseLog();
        log.Note(Cases.Of("a/2", "", ""), new RunResult { Outcome = Outcome.Completed, SlotUses = [At] });
        log.Note(Cases.Of("a/1", "", ""), new RunResult { Outcome = Outcome.Completed, SlotUses = [At, new SlotName("Map", "at")] });
        return CoverageTable.Make(Catalogue, [("x", new HashSet<SlotName> { At, Size, Rare }), ("y", new HashSet<SlotName> { At, Size })], log);
    }
}
