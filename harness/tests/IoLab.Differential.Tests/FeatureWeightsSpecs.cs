using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Tests;

public class FeatureWeightsSpecs
{
    [Test]
    public void A_text_gives_the_weights_that_wrote_it() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 15).ArrayOf(FeatureWeights.Count)),
        digits =>
        {
            FeatureWeights weights = digits.Select((digit, i) => (digit, i)).Aggregate(FeatureWeights.Even, (all, one) => all.With((Feature)one.i, one.digit));
            return FeatureWeights.Parse(weights.ToString()).Equals(weights) && digits.Select((digit, i) => weights[(Feature)i] == digit).All(same => same);
        }).QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("88888888888888888888888888888888888888")]
    [TestCase("888888888888888888g")]
    public void What_no_weights_write_is_refused(string text) => Assert.That(() => FeatureWeights.Parse(text), Throws.TypeOf<FormatException>());
}
