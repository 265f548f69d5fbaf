using IoLab.Differential.Generation;

namespace IoLab.Differential.Tests.Generation;

public class ProgramSeedSpecs
{
    [TestCase("g1-0-8888888888888888888")]
    [TestCase("g1-12345-0123456789abcdef012")]
    [TestCase("g1-18446744073709551615-8888888888888888888-00000000deadbeef")]
    public void A_text_gives_the_seed_that_wrote_it(string text) => Assert.That(ProgramSeed.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("", "is no seed")]
    [TestCase("12345", "is no seed")]
    [TestCase("g2-1-8888888888888888888", "generator g2")]
    [TestCase("g1-x-8888888888888888888", "no number")]
    [TestCase("g1-1-888", "no weights")]
    [TestCase("g1-1-8888888888888888888-xyz", "hash of a pool")]
    public void What_no_seed_writes_is_refused_with_the_reason(string text, string reason) =>
        Assert.That(() => ProgramSeed.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(reason));

    [Test]
    public void Numbers_of_a_campaign_are_all_different() =>
        Assert.That(Enumerable.Range(0, 10_000).Select(i => ProgramSeed.NumberOf(1, (ulong)i)).Distinct().Count(), Is.EqualTo(10_000));
}
