using IoLab.Harness.Bench.Stopping;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class StoppingRuleSpecs
{
    private static readonly SettledRule Settled = new(window: 3);

    [Test]
    public void A_steady_series_settles_after_two_windows() => Assert.That(StopsAt(Settled, _ => 100), Is.EqualTo(6));

    [Test]
    public void A_falling_series_does_not_settle_until_it_is_flat() =>
        Assert.That(StopsAt(Settled, i => i < 20 ? 1000 - (40 * i) : 200), Is.InRange(21, 26));

    [Test]
    public void A_series_that_always_falls_never_settles() => Assert.That(StopsAt(Settled, i => 1e9 * Math.Pow(0.9, i), 100), Is.Null);

    [Test]
    public void A_rising_series_counts_as_settled() => Assert.That(StopsAt(Settled, i => 100 + (10 * i)), Is.EqualTo(6));

    [Test]
    public void An_alternating_series_settles() => Assert.That(StopsAt(Settled, i => i % 2 == 0 ? 100 : 120), Is.LessThan(10));

    [Test]
    public void A_step_down_within_the_last_window_is_waited_for() =>
        Assert.That(StopsAt(Settled, i => i < 4 ? 300 : 100), Is.InRange(7, 12));

    [Test]
    public void Noise_does_not_keep_a_steady_series_from_settling()
    {
        var noise = new Noise(7);
        double[] series = [.. Enumerable.Range(0, 200).Select(_ => 100 * noise.Factor(0.05))];
        Assert.That(StopsAt(Settled, i => series[i]), Is.LessThan(20));
    }

    [Test]
    public void A_maximum_stops_what_never_settles() =>
        Assert.That(new FirstOfRule(Settled, new MaximumRule(2)).Decide([2, 1], TimeSpan.Zero).Reason, Is.EqualTo(StopReason.MaximumReached));

    [Test]
    public void A_time_limit_stops_what_never_settles() =>
        Assert.That(new FirstOfRule(Settled, new TimeRule(TimeSpan.FromSeconds(1))).Decide([2, 1], TimeSpan.FromSeconds(1)).Reason, Is.EqualTo(StopReason.TimeReached));

    [Test]
    public void Precision_is_reached_sooner_with_less_noise()
    {
        var noise = new Noise(3);
        double[] quiet = [.. Enumerable.Range(0, 300).Select(_ => 100 * noise.Factor(0.01))], loud = [.. Enumerable.Range(0, 300).Select(_ => 100 * noise.Factor(0.08))];
        int? soon = StopsAt(new PrecisionRule(), i => quiet[i]), late = StopsAt(new PrecisionRule(), i => loud[i], 300);
        Assert.That(soon, Is.LessThan(late ?? int.MaxValue));
    }

    /// <summary>How many samples (each of its time in nanoseconds) the rule takes of a series; null when it never stops.</summary>
    private static int? StopsAt(IStoppingRule rule, Func<int, double> series, int most = 200)
    {
        var times = new List<double>();
        for (int i = 0; i < most; i++)
        {
            times.Add(series(i));
            if (rule.Decide(times.ToArray(), TimeSpan.FromTicks((long)(times.Sum() / 100))).IsStop)
            {
                return times.Count;
            }
        }

        return null;
    }
}
