using IoLab.Differential.Generation;

namespace IoLab.Differential.Tests.Generation;

public class FeedbackSpecs
{
    private const int Programs = 2_000;

    [Test]
    public void Weights_begin_even() => Assert.That(new Feedback(FeatureWeights.Even).Next(1), Is.EqualTo(FeatureWeights.Even));

    [Test]
    public void A_feature_that_finds_more_becomes_the_heaviest([Values(Feature.Objects, Feature.Continuations, Feature.Vectors)] Feature rich)
    {
        FeatureWeights weights = Simulate(rich, Programs);
        Assert.Multiple(() =>
        {
            Assert.That(weights[rich], Is.GreaterThanOrEqualTo(13));
            Assert.That(Enum.GetValues<Feature>().Where(feature => feature != rich).Max(feature => weights[feature]), Is.LessThan(weights[rich]));
        });
    }

    [Test]
    public void A_feature_that_finds_nothing_more_becomes_like_the_others()
    {
        var feedback = new Feedback(FeatureWeights.Even);
        Simulate(feedback, Feature.Closures, 0, Programs);
        Simulate(feedback, null, Programs, 3 * Programs);
        Assert.That(Settled(feedback)[Feature.Closures], Is.InRange(5, 11));
    }

    [Test]
    public void No_feature_falls_out()
    {
        FeatureWeights weights = Simulate(Feature.Closures, Programs);
        Assert.That(Enum.GetValues<Feature>().Min(feature => weights[feature]), Is.GreaterThan(0));
    }

    [Test]
    public void The_same_experience_gives_the_same_weights()
    {
        FeatureWeights once = Simulate(Feature.Operators, 777);
        Assert.That(Simulate(Feature.Operators, 777), Is.EqualTo(once));
    }

    [Test]
    public void Some_programs_are_made_with_even_weights()
    {
        var feedback = new Feedback(FeatureWeights.Even);
        Simulate(feedback, Feature.Closures, 0, Programs);
        Assert.That(Enumerable.Range(0, 1000).Count(i => feedback.Next((ulong)i).Equals(FeatureWeights.Even)), Is.InRange(80, 170));
    }

    [Test]
    public void A_feature_that_weighs_nothing_at_first_never_does()
    {
        FeatureWeights basis = FeatureWeights.Even.With(Feature.EntryOrder, 0);
        var feedback = new Feedback(basis);
        Simulate(feedback, Feature.Objects, 0, Programs);
        FeatureWeights[] learned = [.. Enumerable.Range(0, 100).Select(i => feedback.Next((ulong)i))];
        Assert.Multiple(() =>
        {
            Assert.That(learned, Has.Some.Not.EqualTo(basis));
            Assert.That(learned.Max(weights => weights[Feature.EntryOrder]), Is.Zero);
        });
    }

    [Test]
    public void What_learns_of_edges_only_makes_the_same_programs_whatever_disagrees()
    {
        IFeedback sober = new EdgeFeedback(new Feedback(FeatureWeights.Even)), alarmed = new EdgeFeedback(new Feedback(FeatureWeights.Even));
        for (int i = 0; i < Programs; i++)
        {
            ulong features = SeededRandom.Mix((ulong)i);
            sober.Learn(features, i % 3, hasDisagreement: false);
            alarmed.Learn(features, i % 3, hasDisagreement: (features & 1) != 0);
        }

        Assert.That(Enumerable.Range(0, 100).Select(i => alarmed.Next((ulong)i)), Is.EqualTo(Enumerable.Range(0, 100).Select(i => sober.Next((ulong)i))));
    }

    private static FeatureWeights Simulate(Feature rich, int programs)
    {
        var feedback = new Feedback(FeatureWeights.Even);
        Simulate(feedback, rich, 0, programs);
        return Settled(feedback);
    }

    /// <summary>Programs with the rich feature take three new edges, others one in five times.</summary>
    private static void Simulate(Feedback feedback, Feature? rich, int from, int to)
    {
        var generator = new ProgramGenerator();
        for (int i = from; i < to; i++)
        {
            ulong number = ProgramSeed.NumberOf(5, (ulong)i);
            ulong features = generator.Create(number, feedback.Next(number)).Features;
            bool isRich = rich is { } feature && (features >> (int)feature & 1) != 0;
            feedback.Learn(features, isRich ? 3 : i % 5 == 0 ? 1 : 0, hasDisagreement: false);
        }
    }

    /// <summary>The weights that are not the even ones of an exploring program.</summary>
    private static FeatureWeights Settled(Feedback feedback) =>
        Enumerable.Range(0, 100).Select(i => feedback.Next((ulong)i)).FirstOrDefault(weights => !weights.Equals(FeatureWeights.Even)) ?? FeatureWeights.Even;
}
