using IoLab.Contract;
using IoLab.Differential.Localisation;
using IoLab.TestBackends;

namespace IoLab.Differential.Tests.Localisation;

/// <summary>Which feature of a backend a disagreement comes with.</summary>
public class FeatureBisectionSpecs
{
    [Test]
    public async Task The_feature_that_is_at_fault_is_found_in_a_logarithm_of_trials([Range(1, 17)] int count)
    {
        for (int guilty = 0; guilty < count; guilty++)
        {
            string name = $"pass{guilty}";
            FeatureVerdict verdict = await FindAsync(count, disabled => !disabled.Contains(name));
            Assert.That((verdict.Finding, verdict.Feature), Is.EqualTo((FeatureFinding.Alone, name)));
            Assert.That(verdict.Trials, Is.LessThanOrEqualTo(3 + Math.Ceiling(Math.Log2(count))));
        }
    }

    [Test]
    public async Task A_fault_that_is_in_no_feature_is_elsewhere()
    {
        Assert.That(await FindAsync(5, _ => true), Is.EqualTo(new FeatureVerdict(FeatureFinding.Elsewhere, null, 2)));
        Assert.That(await FindAsync(0, _ => true), Is.EqualTo(new FeatureVerdict(FeatureFinding.Elsewhere, null, 1)));
    }

    [Test]
    public async Task A_disagreement_that_does_not_come_back_is_said() =>
        Assert.That(await FindAsync(5, _ => false), Is.EqualTo(new FeatureVerdict(FeatureFinding.Unreproducible, null, 1)));

    [Test]
    public async Task Of_two_features_that_both_bring_it_the_earlier_is_named()
    {
        FeatureVerdict verdict = await FindAsync(8, disabled => !disabled.Contains("pass2") || !disabled.Contains("pass5"));
        Assert.That((verdict.Finding, verdict.Feature), Is.EqualTo((FeatureFinding.WithOthers, "pass2")));
    }

    [Test]
    public async Task Of_two_features_that_bring_it_together_the_later_is_named()
    {
        FeatureVerdict verdict = await FindAsync(8, disabled => !disabled.Contains("pass2") && !disabled.Contains("pass5"));
        Assert.That((verdict.Finding, verdict.Feature), Is.EqualTo((FeatureFinding.Alone, "pass5")));
    }

    private static Task<FeatureVerdict> FindAsync(int count, Func<IReadOnlyList<string>, bool> disagrees) => FeatureBisection.FindAsync(
        new FakeBackend(new FakeMachine()) { Features = [.. Enumerable.Range(0, count).Select(i => $"pass{i}")] },
        disabled => Task.FromResult(disagrees(disabled)));
}
