using IoLab.Differential.Generation;

namespace IoLab.Differential.Tests.Generation;

public class ProgramMutatorSpecs
{
    private static readonly string[] Sources =
    [
        "a := 1\na println\nlist(1, 2, 3) map(x, x + a) println\n",
        "m := method(x, if(x, \"yes\", \"no\"))\nm(true) println\nm(nil) println\ntry(1 foo) error println\n",
        "i := 0\nwhile(i < 3, i = i + 1; i println)\n\"h\u00e9\" size println\n",
        "File with(\"x\") remove\n",
        "for(i, 1, 1000000, i)\n",
        "broken(\n",
    ];

    private static readonly FeatureWeights Weights = FeatureWeights.Even.With(Feature.Mutation, 15);

    [Test]
    public void A_pool_leaves_out_what_reaches_outside_takes_long_or_does_not_compile() =>
        Assert.That(new ProgramPool(Sources).Programs, Is.EqualTo(Sources.Take(3)));

    [Test]
    public void Pools_of_other_programs_have_other_hashes() =>
        Assert.That(new ProgramPool(Sources).Hash, Is.Not.EqualTo(new ProgramPool(Sources.Skip(1)).Hash));

    [Test]
    public void A_seeds_text_gives_the_same_program_of_an_equal_pool() => Assert.Multiple(() =>
    {
        var again = new ProgramGenerator(new ProgramPool(Sources));
        foreach (Specimen specimen in Some(200)) Assert.That(again.Recreate(specimen.Seed!), Is.EqualTo(specimen));
    });

    [Test]
    public void A_seed_of_another_pool_is_refused() =>
        Assert.That(
            () => new ProgramGenerator(new ProgramPool(Sources.Skip(1))).Recreate(Mutated().First().Seed!),
            Throws.TypeOf<FormatException>().With.Message.Contains("another pool"));

    [Test]
    public void A_program_that_is_not_mutated_needs_no_pool() =>
        Assert.That(Some(50).Where(specimen => !IsMutated(specimen)).All(specimen => new ProgramGenerator().Recreate(specimen.Seed!) == specimen));

    [Test]
    public void About_half_of_the_programs_are_mutated_when_that_weighs_most() => Assert.That(Mutated().Count(), Is.InRange(80, 150));

    [Test]
    public void Mutated_programs_compile() => Assert.Multiple(() =>
    {
        foreach (Specimen specimen in Mutated()) Assert.That(ProgramText.Compiles(specimen.Source), specimen.Source);
    });

    private static IEnumerable<Specimen> Mutated() => Some(200).Where(IsMutated);

    private static bool IsMutated(Specimen specimen) => (specimen.Features >> (int)Feature.Mutation & 1) != 0;

    private static IEnumerable<Specimen> Some(int count)
    {
        var generator = new ProgramGenerator(new ProgramPool(Sources));
        return Enumerable.Range(0, count).Select(i => generator.Create(ProgramSeed.NumberOf(9, (ulong)i), Weights));
    }
}
