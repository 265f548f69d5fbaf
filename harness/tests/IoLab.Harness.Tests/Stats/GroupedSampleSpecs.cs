using IoLab.Contract;
using IoLab.Harness.Stats;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Stats;

[TestFixture]
internal sealed class GroupedSampleSpecs
{
    [Test]
    public void One_slow_process_of_eight_moves_neither_the_centre_nor_the_interval_far()
    {
        double[][] alike = [.. Enumerable.Range(0, 8).Select(i => new[] { 0.01 * i, 0.01 * i })];
        double[][] oneSlow = [.. alike[..7], [5, 5]];

        Estimate expected = Bootstrap.Centre(new GroupedSample(alike)).Estimate, actual = Bootstrap.Centre(new GroupedSample(oneSlow)).Estimate;

        Assert.That(actual, Is.EqualTo(expected), "the last group is left out in both");
    }

    [Test]
    public void The_variance_of_a_trimmed_mean_is_yuen_s()
    {
        // Winsorized: 2 2 3 4 5 6 7 7, sum of squared deviations 30; six of eight are kept: 30 / (6 * 5).
        var sample = new GroupedSample([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [100.0]]);

        CentreVariance variance = sample.Variance();

        Assert.That(sample.Centre(), Is.EqualTo(4.5).Within(1e-12));
        Assert.That(variance.Total, Is.EqualTo(30.0 / 30).Within(1e-12));
        Assert.That(variance.BetweenFreedom, Is.EqualTo(5));
    }

    [TestCase(8, 24, 0.0)]
    [TestCase(8, 24, 0.06)]
    [TestCase(16, 24, 0.06)]
    public void The_interval_of_a_difference_covers_no_change_as_often_as_it_says_with_slow_processes_among_them(int fresh, int stored, double slow)
    {
        const int Tries = 1000;
        var noise = new Noise(fresh + stored);
        var chance = new SeededRandom(7);
        int covered = 0;
        for (int i = 0; i < Tries; i++)
        {
            Estimate change = Bootstrap.Difference(Sample(stored), Sample(fresh)).Estimate;
            covered += change.Low <= 0 && 0 <= change.High ? 1 : 0;
        }

        Assert.That(covered / (double)Tries, Is.GreaterThan(0.93));

        GroupedSample Sample(int groups) => new(Enumerable.Range(0, groups).Select(_ =>
        {
            double centre = Math.Log(noise.Factor(0.03)) + (chance.Next(1000) < 1000 * slow ? 0.22 : 0);
            return new[] { centre };
        }));
    }
}
