using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Harness.Stats;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Stats;

[TestFixture, CancelAfter(120_000)]
internal sealed class BootstrapSpecs
{
    /// <summary>Two to six groups of one to eight positive times.</summary>
    private static readonly Arbitrary<double[][]> Groups = Gen.Choose(1, 1_000_000).Select(value => value / 1000.0)
        .NonEmptyListOf().Select(values => values.Take(8).ToArray())
        .NonEmptyListOf().Select(groups => groups.Take(6).ToArray()).ToArbitrary();

    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Test]
    public void The_interval_contains_the_estimate() => Prop.ForAll(Groups, groups =>
    {
        Estimate estimate = Bootstrap.Centre(new GroupedSample(groups)).Estimate;
        return estimate.Low <= estimate.Value && estimate.Value <= estimate.High;
    }).Check(Few);

    [Test]
    public void The_order_of_samples_and_of_groups_changes_nothing() => Prop.ForAll(Groups, groups =>
    {
        IEnumerable<double[]> reversed = groups.Select(group => group.Reverse().ToArray()).Reverse();
        return Bootstrap.Centre(new GroupedSample(groups)) == Bootstrap.Centre(new GroupedSample(reversed));
    }).Check(Few);

    [Test]
    public void Scaling_the_samples_scales_the_estimate_and_its_interval() => Prop.ForAll(Groups, groups =>
    {
        Estimate one = Bootstrap.Centre(new GroupedSample(groups)).Estimate;
        Estimate four = Bootstrap.Centre(new GroupedSample(groups.Select(group => group.Select(value => 4 * value)))).Estimate;
        return Close(four.Value, 4 * one.Value) && Close(four.Low, 4 * one.Low, one.Value) && Close(four.High, 4 * one.High, one.Value);
    }).Check(Few);

    [Test]
    public void A_scaled_series_has_the_scale_as_its_ratio() => Prop.ForAll(Groups, groups =>
    {
        IEnumerable<IEnumerable<double>> logs = groups.Select(group => group.Select(value => Math.Log(value))), scaled = groups.Select(group => group.Select(value => Math.Log(1.5 * value)));
        return Close(Bootstrap.Exponential(Bootstrap.Difference(new GroupedSample(logs), new GroupedSample(scaled)).Estimate).Value, 1.5);
    }).Check(Few);

    [Test]
    public void A_higher_confidence_gives_a_wider_interval() => Prop.ForAll(Groups, groups =>
    {
        Estimate narrow = Bootstrap.Centre(new GroupedSample(groups), 0.8).Estimate, wide = Bootstrap.Centre(new GroupedSample(groups), 0.99).Estimate;
        return wide.High - wide.Low >= narrow.High - narrow.Low;
    }).Check(Few);

    [Test]
    public void Equal_samples_have_an_interval_of_no_width()
    {
        Estimate estimate = Bootstrap.Centre(new GroupedSample([[5, 5, 5], [5, 5]])).Estimate;
        Assert.That((estimate.Low, estimate.Value, estimate.High), Is.EqualTo((5.0, 5.0, 5.0)));
    }

    [TestCase(3, 8, 0.03, 0.00)]
    [TestCase(5, 10, 0.03, 0.02)]
    [TestCase(3, 8, 0.01, 0.05)]
    public void The_interval_covers_the_truth_about_as_often_as_it_says(int groups, int size, double within, double between)
    {
        const int Tries = 300;
        var noise = new Noise(groups + size);
        int covered = 0;
        for (int i = 0; i < Tries; i++)
        {
            var logs = new List<double[]>();
            for (int g = 0; g < groups; g++)
            {
                double offset = Math.Log(noise.Factor(between));
                logs.Add([.. Enumerable.Range(0, size).Select(_ => offset + Math.Log(noise.Factor(within)))]);
            }

            Estimate estimate = Bootstrap.Centre(new GroupedSample(logs), 0.95, (ulong)i).Estimate;
            covered += estimate.Low <= 0 && 0 <= estimate.High ? 1 : 0;
        }

        TestContext.Out.WriteLine($"coverage {(double)covered / Tries:P1} with {groups} groups of {size}, within {within:P0}, between {between:P0}");
        Assert.That(covered / (double)Tries, Is.GreaterThan(0.91));
    }

    [Test]
    public void Holm_multiplies_the_smallest_p_by_the_number_of_tests_and_never_falls() =>
        Assert.That(Holm.Adjust([0.04, 0.01, 0.03]), Is.EqualTo(new[] { 0.06, 0.03, 0.06 }).Within(1e-12));

    [Test]
    public void The_geometric_mean_of_reciprocals_is_the_reciprocal()
    {
        Estimate[] estimates = [new(2, 1.9, 2.1, 0.95), new(8, 7, 9, 0.95)];
        Estimate mean = GeometricMean.Of(estimates)!.Value;
        Estimate inverse = GeometricMean.Of([.. estimates.Select(e => new Estimate(1 / e.Value, 1 / e.High, 1 / e.Low, e.Confidence))])!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(mean.Value, Is.EqualTo(4).Within(1e-12));
            Assert.That(1 / inverse.Value, Is.EqualTo(mean.Value).Within(1e-12));
            Assert.That(1 / inverse.High, Is.EqualTo(mean.Low).Within(1e-12));
            Assert.That(GeometricMean.Of([]), Is.Null);
        });
    }

    [Test]
    public void A_shuffle_keeps_all_items() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<ulong>(), (items, seed) =>
    {
        int[] shuffled = [.. items];
        new SeededRandom(seed).Shuffle<int>(shuffled);
        return shuffled.Order().SequenceEqual(items.Order());
    }).QuickCheckThrowOnFailure();

    private static bool Close(double actual, double expected, double? scale = null) => Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, scale ?? Math.Abs(expected));
}
