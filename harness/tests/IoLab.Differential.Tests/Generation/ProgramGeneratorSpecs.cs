using System.Numerics;
using IoLab.Differential.Generation;
using IoLab.Language;

namespace IoLab.Differential.Tests.Generation;

public class ProgramGeneratorSpecs
{
    private const int Programs = 500;
    private static readonly ProgramGenerator Generator = new();

    [Test]
    public void A_seeds_text_gives_the_same_program([Values(1UL, 77UL, 123456789UL)] ulong number)
    {
        Specimen made = Generator.Create(number, FeatureWeights.Even.With(Feature.Closures, 15));
        Assert.That(new ProgramGenerator().Recreate(made.Seed!), Is.EqualTo(made));
    }

    [Test]
    public void A_seed_of_a_pool_is_refused_without_one() =>
        Assert.That(() => Generator.Recreate(new ProgramSeed(1, FeatureWeights.Even, 0xdeadbeef).ToString()), Throws.TypeOf<FormatException>().With.Message.Contains("pool"));

    [Test]
    public void Every_program_parses_and_prints_stably() => Assert.Multiple(() =>
    {
        foreach (Specimen specimen in Some(FeatureWeights.Even, Programs))
        {
            Assert.That(ProgramText.Compiles(specimen.Source), specimen.Seed);
            string printed = Printer.Print(ProgramText.Parse(specimen.Source)!);
            Assert.That(Printer.Print(ProgramText.Parse(printed)!), Is.EqualTo(printed), specimen.Seed);
        }
    });

    [Test]
    public void Every_feature_is_used()
    {
        ulong used = Some(FeatureWeights.Even, Programs).Aggregate(0UL, (all, specimen) => all | specimen.Features);
        Assert.That(Enum.GetValues<Feature>().Where(feature => feature != Feature.Mutation && (used >> (int)feature & 1) == 0), Is.Empty);
    }

    [Test]
    public void A_feature_without_weight_is_not_used([Values] Feature feature)
    {
        FeatureWeights weights = Enum.GetValues<Feature>().Aggregate(FeatureWeights.Even, (all, one) => all.With(one, 15)).With(feature, 0);
        Assert.That(Some(weights, 200).Where(specimen => (specimen.Features >> (int)feature & 1) != 0), Is.Empty);
    }

    [Test]
    public void Portable_programs_compile_say_so_in_their_seed_and_ask_for_nothing_that_is_marked()
    {
        var generator = new ProgramGenerator(isPortable: true);
        Assert.Multiple(() =>
        {
            foreach (ulong number in Enumerable.Range(0, Programs).Select(i => (ulong)i))
            {
                Specimen made = generator.Create(number, FeatureWeights.Even);
                Assert.That(ProgramText.Compiles(made.Source), made.Seed);
                Assert.That(new ProgramGenerator().Recreate(made.Seed!), Is.EqualTo(made));
                Assert.That(made.Seed, Does.StartWith("p"));
                foreach (string name in new[] { "callcc", "yield", "asUCS2", "urlEncoded", "permutations", "withRestarts" }) Assert.That(made.Source, Does.Not.Contain(name), made.Seed);
            }
        });
    }

    [Test]
    public void Programs_differ_in_the_features_they_use()
    {
        List<ulong> used = [.. Some(FeatureWeights.Even, Programs).Select(specimen => specimen.Features)];
        Assert.Multiple(() =>
        {
            Assert.That(used.Distinct().Count(), Is.GreaterThan(Programs / 2));
            Assert.That(used.Average(features => BitOperations.PopCount(features)), Is.InRange(4.0, 13.0));
        });
    }

    private static IEnumerable<Specimen> Some(FeatureWeights weights, int count) =>
        Enumerable.Range(0, count).Select(i => Generator.Create(ProgramSeed.NumberOf(1, (ulong)i), weights));
}
