using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Cli.Tests;

/// <summary>The suite <c>awfy</c> on our fast machine, with the check values that its authors publish.</summary>
[CancelAfter(120_000)]
public class AreWeFastYetSpecs
{
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(60) };

    [Test]
    public void All_fourteen_benchmarks_are_there() => Assert.That(Benchmarks().Select(benchmark => benchmark.Name), Is.EquivalentTo(new[]
    {
        "Bounce", "CD", "DeltaBlue", "Havlak", "Json", "List", "Mandelbrot", "NBody", "Permute", "Queens", "Richards", "Sieve", "Storage", "Towers",
    }));

    [TestCaseSource(nameof(Names))]
    public async Task A_benchmark_answers_what_its_header_says(string name)
    {
        BenchmarkDefinition benchmark = Benchmark(name);

        Assert.That(await ResultAsync(benchmark.ToProgram(), 1), Is.EqualTo(benchmark.Expectation.TextFor(1)));
    }

    [TestCase("Mandelbrot", "edge = 1", "128")]
    [TestCase("NBody", "steps = 1; benchmark decimals = 17", "-0.16907495402506745")]
    [TestCase("CD", "aircraft = 10", "390")]
    [TestCase("Havlak", "trees = 10", "1605 5213")]
    public async Task Other_sizes_have_their_published_results(string name, string assignment, string expected)
    {
        IoProgram program = Benchmark(name).ToProgram();

        Assert.That(await ResultAsync(program with { Source = $"{program.Source}\nbenchmark {assignment}\n" }, 1), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_turn_that_answers_something_else_is_told()
    {
        IoProgram program = Benchmark("Towers").ToProgram();

        string result = await ResultAsync(program with { Source = $"{program.Source}\nbenchmark do(count := 0; turn := method(count = count + 1))\n" }, 3);

        Assert.That(result, Is.EqualTo("a turn answered 1, a later one 2"));
    }

    private static async Task<string> ResultAsync(IoProgram program, long iterations)
    {
        await using ISession session = await OwnBackends.Table.Single(own => own.Name == OwnBackends.Default).Make().StartAsync(new SessionOptions());
        await using IPreparedBenchmark prepared = await session.PrepareAsync(program, Limits);
        return (await prepared.MeasureAsync(iterations, Limits)).ResultText;
    }

    private static BenchmarkDefinition Benchmark(string name) => Benchmarks().Single(benchmark => benchmark.Name == name);

    private static IEnumerable<string> Names() => Benchmarks().Select(benchmark => benchmark.Name);

    private static IReadOnlyList<BenchmarkDefinition> Benchmarks()
    {
        using var host = CliHost.Captured(Stream.Null, Stream.Null, Stream.Null, _ => null);
        return BenchmarkLoader.Load(Repository.Find(host).BenchmarksDirPath, ["awfy"]);
    }
}
