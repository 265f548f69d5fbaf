using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class ShardSpecs
{
    [Test]
    public void Every_lane_is_in_exactly_one_shard([Range(1, 16)] int count) =>
        Assert.That(Enumerable.Range(1, count).SelectMany(number => Shard.Of(number, count).Lanes), Is.EquivalentTo(Enumerable.Range(0, 16)));

    [Test]
    public void A_text_gives_the_shard_that_wrote_it() => Prop.ForAll(Arb.From(Gen.Choose(1, 16)), Arb.From(Gen.Choose(0, 100)), (count, number) =>
    {
        Shard shard = Shard.Of((number % count) + 1, count);
        return Shard.Parse(shard.ToString()) == shard;
    }).QuickCheckThrowOnFailure();

    [TestCase("0/4")]
    [TestCase("5/4")]
    [TestCase("1/17")]
    [TestCase("1")]
    [TestCase("1/")]
    [TestCase("-1/4")]
    [TestCase("1/4/2")]
    [TestCase("a/b")]
    public void Other_texts_are_refused(string text) => Assert.That(() => Shard.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("such as 1/4"));
}
