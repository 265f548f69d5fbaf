using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Cli.Tests;

/// <summary>The benchmarks that are programs, run once on the machine that runs programs when nobody is named.</summary>
[CancelAfter(60_000)]
internal sealed class ShippedBenchmarkRuns
{
    private static IEnumerable<BenchmarkDefinition> Programs => BenchmarkLoader.Load(DirPath(), ["programs"]);

    [TestCaseSource(nameof(Programs))]
    public async Task A_program_gives_the_result_it_states(BenchmarkDefinition benchmark)
    {
        IBackend backend = OwnBackends.Table.Single(own => own.Name == OwnBackends.Default).Make();
        await using ISession session = await backend.StartAsync(new SessionOptions());
        await using IPreparedBenchmark prepared = await session.PrepareAsync(benchmark.ToProgram(), new RunLimits());

        RawSample sample = await prepared.MeasureAsync(1, new RunLimits());

        Assert.That(sample.ResultText, Is.EqualTo(benchmark.Expectation.TextFor(1)));
    }

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
