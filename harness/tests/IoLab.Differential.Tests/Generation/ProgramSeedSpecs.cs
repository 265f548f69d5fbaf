using IoLab.Differential.Generation;

namespace IoLab.Differential.Tests.Generation;

public class ProgramSeedSpecs
{
    private static readonly string Generator = $"g{ProgramSeed.Version}";

    private static IEnumerable<string> Seeds =>
    [
        $"{Generator}-0-{FeatureWeights.Even}",
        $"{Generator}-12345-{FeatureWeights.Even.With(Feature.Objects, 0).With(Feature.Mutation, 15)}",
        $"{Generator}-18446744073709551615-{FeatureWeights.Even}-00000000deadbeef",
        $"p{ProgramSeed.PortableVersion}-7-{FeatureWeights.Even}",
    ];

    private static IEnumerable<TestCaseData> Others =>
    [
        new("", "is no seed"), new("12345", "is no seed"), new($"g{ProgramSeed.Version + 1}-1-{FeatureWeights.Even}", $"generator g{ProgramSeed.Version + 1}"),
        new($"p{ProgramSeed.PortableVersion + 1}-1-{FeatureWeights.Even}", $"generator p{ProgramSeed.PortableVersion + 1}"),
        new($"{Generator}-x-{FeatureWeights.Even}", "no number"), new($"{Generator}-1-888", "no weights"), new($"{Generator}-1-{FeatureWeights.Even}-xyz", "hash of a pool"),
    ];

    [TestCaseSource(nameof(Seeds))]
    public void A_text_gives_the_seed_that_wrote_it(string text) => Assert.That(ProgramSeed.Parse(text).ToString(), Is.EqualTo(text));

    [TestCaseSource(nameof(Others))]
    public void What_no_seed_writes_is_refused_with_the_reason(string text, string reason) =>
        Assert.That(() => ProgramSeed.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(reason));

    [Test]
    public void Numbers_of_a_campaign_are_all_different() =>
        Assert.That(Enumerable.Range(0, 10_000).Select(i => ProgramSeed.NumberOf(1, (ulong)i)).Distinct().Count(), Is.EqualTo(10_000));
}
