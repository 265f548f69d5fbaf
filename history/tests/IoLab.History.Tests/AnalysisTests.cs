using IoLab.Contract;
using IoLab.History.Analysis;

namespace IoLab.History.Tests;

[CancelAfter(60_000)]
public sealed class AnalysisTests
{
    [Test]
    public void A_summary_has_median_quartiles_and_the_anchor()
    {
        var point = Make.Point() with
        {
            Samples = [.. new double[] { 5, 1, 3, 2, 4 }.Select((v, i) => new StoredSample(i, 0, 0, 1, v, i < 3 ? 10 + i : null))],
        };
        Assert.That(PointSummary.Of(point), Is.EqualTo(new PointSummary(5, 3, 2, 4, 1, 5, 11)));
    }

    [Test]
    public void One_sample_is_its_own_summary() =>
        Assert.That(PointSummary.Of(Make.Point() with { Samples = [new StoredSample(0, 0, 0, 1, 7, null)] }), Is.EqualTo(new PointSummary(1, 7, 7, 7, 7, 7, null)));

    [Test]
    public void A_step_is_found_where_it_happened()
    {
        var random = new Random(7);
        double[] medians = [.. Enumerable.Range(0, 30).Select(i => (i < 18 ? 100 : 90) + random.NextDouble() * 2)];
        var change = LevelChange.Find(medians).Single();
        Assert.That(change.Index, Is.EqualTo(18));
        Assert.That(change.Ratio, Is.EqualTo(0.9).Within(0.02));
    }

    [Test]
    public void Noise_and_short_series_have_no_steps()
    {
        var random = new Random(7);
        double[] noise = [.. Enumerable.Range(0, 30).Select(_ => 100 + random.NextDouble() * 5)];
        Assert.That(LevelChange.Find(noise), Is.Empty);
        Assert.That(LevelChange.Find([1, 2, 3, 100, 200, 300, 400]), Is.Empty);
        Assert.That(LevelChange.Find([]), Is.Empty);
    }

    [Test]
    public void Invalid_points_are_never_summarised()
    {
        var good = Make.Point(day: 1);
        var bad = Make.Point(day: 0) with { IsValid = false };
        Assert.That(SeriesSummary.Of([good, bad]).Single().Points.Single().Point, Is.SameAs(good));
    }
}
