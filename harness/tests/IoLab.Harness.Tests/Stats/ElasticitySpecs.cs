using IoLab.Harness.Stats;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Stats;

[TestFixture]
internal sealed class ElasticitySpecs
{
    [Test]
    public void Without_variation_of_the_anchor_a_plain_ratio_is_believed() =>
        Assert.That(Elasticity.Of([[(0, 1), (0, 2), (0, 3)]]), Is.EqualTo(1));

    [TestCase(0.5)]
    [TestCase(0.8)]
    [TestCase(1.3)]
    public void The_slope_is_found_where_the_anchor_varies(double slope)
    {
        var noise = new Noise(11);
        (double, double)[] run = [.. Enumerable.Range(0, 40).Select(i => (Anchor: 0.6 * (i % 3), Level: noise.Factor(0.02))).Select(at => (at.Anchor, (slope * at.Anchor) + at.Level))];
        Assert.That(Elasticity.Of([run]), Is.EqualTo(slope).Within(0.05));
    }

    [Test]
    public void A_change_of_level_between_runs_is_not_fitted_away()
    {
        (double, double)[] quiet = [.. Enumerable.Range(0, 10).Select(i => (0.001 * (i % 2), 1.0))];
        (double, double)[] busyAndSlower = [.. Enumerable.Range(0, 10).Select(i => (0.5 + (0.001 * (i % 2)), 2.0))];
        Assert.That(Elasticity.Of([quiet, busyAndSlower]), Is.EqualTo(1), "within the runs nothing speaks against a plain ratio");
    }

    [Test]
    public void A_third_of_outliers_does_not_move_it_much()
    {
        (double, double)[] run = [.. Enumerable.Range(0, 30).Select(i => (0.3 * (i % 4), (0.7 * 0.3 * (i % 4)) + (i % 3 == 0 ? 5 : 0)))];
        Assert.That(Elasticity.Of([run]), Is.EqualTo(0.7).Within(0.1));
    }

    [Test]
    public void It_lies_between_0_and_2()
    {
        Assert.That(Elasticity.Of([[(0, 10), (1, 0), (2, -10)]]), Is.EqualTo(0));
        Assert.That(Elasticity.Of([[(0, 0), (1, 10), (2, 20)]]), Is.EqualTo(2));
    }
}
