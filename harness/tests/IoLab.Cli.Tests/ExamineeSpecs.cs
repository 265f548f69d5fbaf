using IoLab.Differential.Examining;
using IoLab.External;
using IoLab.External.Batches;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.TestBackends;

namespace IoLab.Cli.Tests;

/// <summary>Backends as they take part in examinations.</summary>
public class ExamineeSpecs
{
    private static readonly BackendRegistry Registry = new(
        [("tree", () => new FakeBackend(new FakeMachine(), "tree")), ("fast", () => new FakeBackend(new FakeMachine(), "fast"))],
        Path.GetTempPath(), new RegistryOptions(null, ["other=true {file}", "io=true {file}"]));

    [Test]
    public void The_pinned_reference_is_believed_first_then_our_own_then_others()
    {
        Trust trust = Registry.TrustAmong(["fast@worker", "other", "tree@worker", "io"], new OraclePin { Name = "io*", Version = "1" });
        string[] byRank = [.. new[] { "fast@worker", "other", "tree@worker", "io" }.OrderBy(trust.Rank)];
        Assert.That((trust.Reference, string.Join(' ', byRank)), Is.EqualTo(("io", "io tree@worker fast@worker other")));
    }

    [Test]
    public void Without_a_pin_or_the_reference_nobody_is_it() => Assert.That(
        (Registry.TrustAmong(["tree", "io"], null).Reference, Registry.TrustAmong(["tree", "fast"], new OraclePin { Name = "io*", Version = "1" }).Reference), Is.EqualTo(((string?)null, (string?)null)));

    [Test]
    public void An_external_backend_runs_many_programs_in_a_process_and_alone_those_that_matter()
    {
        Examinee own = Registry.Examinee("tree"), external = Registry.Examinee("io");
        Assert.That((own.Alone, own.IsConfined, external.IsConfined), Is.EqualTo(((Contract.IBackend?)null, true, false)));
        Assert.That(external.Backend, Is.InstanceOf<BatchedBackend>());
        Assert.That(external.Alone, Is.InstanceOf<ExternalBackend>());
    }
}
