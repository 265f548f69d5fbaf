using IoLab.Harness.Bench;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class ShippedBenchmarksSpecs
{
    [Test]
    public void The_micro_suite_has_the_nine_metrics_of_the_Io_project() => Assert.That(
        Micro().Select(benchmark => $"{benchmark.Name} {benchmark.Unit.Name}"), Is.EquivalentTo(new[]
        {
            "localAccesses Mops/s", "localSets Mops/s", "slotAccesses Mops/s", "slotSets Mops/s", "blockActivations Mops/s", "instantiations Mops/s",
            "cfuncActivations Mops/s", "coroutineSwitches Mops/s", "vectorGflops Gflops",
        }));

    [Test]
    public void Coroutines_and_vectors_stand_beside_the_geometric_mean() => Assert.That(
        Micro().Where(benchmark => !benchmark.IsInGeometricMean).Select(benchmark => benchmark.Name), Is.EquivalentTo(new[] { "coroutineSwitches", "vectorGflops" }));

    [Test]
    public void The_programs_suite_has_fifteen_programs_timed_in_nanoseconds() => Assert.That(
        BenchmarkLoader.Load(DirPath(), ["programs"]).Select(benchmark => benchmark.Unit.Name), Is.EqualTo(Enumerable.Repeat("ns", 15)));

    [Test]
    public void Every_shipped_benchmark_checks_its_result() =>
        Assert.That(BenchmarkLoader.Load(DirPath(), ["*"]).Select(benchmark => benchmark.Expectation), Has.None.InstanceOf<ResultExpectation.Unchecked>());

    private static IReadOnlyList<BenchmarkDefinition> Micro() => BenchmarkLoader.Load(DirPath(), ["micro"]);

    private static string DirPath()
    {
        string? dirPath = AppContext.BaseDirectory;
        while (dirPath is not null && !File.Exists(Path.Combine(dirPath, "IoLab.sln")))
        {
            dirPath = Path.GetDirectoryName(dirPath);
        }

        return Path.Combine(dirPath ?? throw new InvalidOperationException("not within the repository"), "harness", "benchmarks");
    }
}
