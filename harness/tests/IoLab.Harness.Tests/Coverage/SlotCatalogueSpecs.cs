using IoLab.Contract;
using IoLab.Harness.Coverage;

namespace IoLab.Harness.Tests.Coverage;

internal sealed class SlotCatalogueSpecs
{
    private string _filePath = null!;

    [SetUp]
    public void MakeFile() => _filePath = Path.GetTempFileName();

    [TearDown]
    public void RemoveFile() => File.Delete(_filePath);

    [Test]
    public void Slots_have_a_tier_and_perhaps_a_reason_to_be_left_out()
    {
        SlotCatalogue catalogue = Load("""{ "protos": { "List": { "A": ["at", ""], "C": ["odd"], "leftOut": { "odd": "too odd" } }, "Block": { "B": ["call"] } } }""");

        Assert.That(catalogue.Slots, Is.EqualTo(new[]
        {
            new CataloguedSlot(new SlotName("Block", "call"), 'B', null),
            new CataloguedSlot(new SlotName("List", ""), 'A', null),
            new CataloguedSlot(new SlotName("List", "at"), 'A', null),
            new CataloguedSlot(new SlotName("List", "odd"), 'C', "too odd"),
        }));
    }

    [TestCase("""{ "protos": { "List": { "D": ["at"] } } }""", "'D' is neither a tier")]
    [TestCase("""{ "protos": { "List": { "A": ["at"], "B": ["at"] } } }""", "List at is listed twice")]
    [TestCase("""{ "protos": { "List": { "A": ["at"], "leftOut": { "size": "why" } } } }""", "List size is left out but is in no tier")]
    [TestCase("""{ }""", "")]
    [TestCase("""nonsense""", "")]
    public void What_is_malformed_is_said_with_the_file(string json, string message)
    {
        HarnessException error = Assert.Throws<HarnessException>(() => Load(json))!;
        Assert.That(error.Message, Does.Contain(_filePath).And.Contain(message));
    }

    [Test]
    public void A_missing_file_is_said() => Assert.Throws<HarnessException>(() => SlotCatalogue.Load(_filePath + ".none"));

    private SlotCatalogue Load(string json)
    {
        File.WriteAllText(_filePath, json);
        return SlotCatalogue.Load(_filePath);
    }
}
