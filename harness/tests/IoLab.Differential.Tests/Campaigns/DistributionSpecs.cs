using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class DistributionSpecs
{
    [Test]
    public void Quantiles_are_those_of_the_numbers_within_a_hundredth() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).NonEmptyListOf()), Arb.From(Gen.Choose(0, 100)), (numbers, percent) =>
    {
        var distribution = new Distribution();
        foreach (int number in numbers) distribution.Add(number);
        int exact = numbers.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(percent / 100.0 * numbers.Count) - 1));
        long found = distribution.Quantile(percent / 100.0);
        return distribution.Count == numbers.Count && found <= exact && exact - found <= exact / 100.0;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_sum_is_the_distribution_of_all_numbers()
    {
        var (low, high, all) = (new Distribution(), new Distribution(), new Distribution());
        for (int i = 0; i < 1000; i++)
        {
            (i < 400 ? low : high).Add(i * 3);
            all.Add(i * 3);
        }

        low.Add(high);
        Assert.That(new[] { 0.1, 0.5, 0.9, 1 }.Select(low.Quantile), Is.EqualTo(new[] { 0.1, 0.5, 0.9, 1 }.Select(all.Quantile)));
    }
}
