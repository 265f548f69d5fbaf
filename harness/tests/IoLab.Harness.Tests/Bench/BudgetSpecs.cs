using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class BudgetSpecs
{
    private readonly FakeMachine _machine = new();

    [Test]
    public async Task A_quick_run_of_ten_benchmarks_on_two_backends_fits_in_a_minute_with_all_its_rounds()
    {
        BenchmarkRun run = await MeasureAsync(Effort.Quick, [.. Enumerable.Range(0, 10).Select(i => Fakes.Benchmark("1us jitter 3%", $"b{i}"))]);
        TestContext.Out.WriteLine($"took {run.Elapsed.TotalSeconds:0.0} s of the virtual clock");
        Assert.Multiple(() =>
        {
            Assert.That(_machine.Clock.Elapsed, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(run.IsCutShort, Is.False);
            Assert.That(run.Measurements.Select(measurement => measurement.Samples.Count), Is.All.EqualTo(24));
        });
    }

    [TestCase("1us", 10)]
    [TestCase("100ms jitter 10%", 10)]
    [TestCase("900ms", 10)]
    [TestCase("5s", 10)]
    [TestCase("1us setup 1s", 10)]
    [TestCase("1ms warmup 900% over 1000", 5)]
    public async Task The_budget_is_kept_whatever_the_benchmarks_cost(string work, int seconds)
    {
        Effort effort = Effort.Quick with { Budget = TimeSpan.FromSeconds(seconds) };
        BenchmarkRun run = await MeasureAsync(effort, [.. Enumerable.Range(0, 5).Select(i => Fakes.Benchmark(work, $"b{i}"))]);
        Assert.That(_machine.Clock.Elapsed.TotalSeconds, Is.LessThanOrEqualTo(seconds + 0.1), $"{run.Measurements.Sum(measurement => measurement.Samples.Count)} samples");
    }

    [Test]
    public async Task A_short_budget_is_shared_evenly()
    {
        Effort effort = Effort.Quick with { Budget = TimeSpan.FromSeconds(8) };
        BenchmarkRun run = await MeasureAsync(effort, [.. Enumerable.Range(0, 5).Select(i => Fakes.Benchmark("1us", $"b{i}"))]);
        int[] counts = [.. run.Measurements.Select(measurement => measurement.Samples.Count)];
        Assert.Multiple(() =>
        {
            Assert.That(run.IsCutShort);
            Assert.That(counts.Min(), Is.GreaterThan(0));
            Assert.That(counts.Max() - counts.Min(), Is.LessThanOrEqualTo(6), string.Join(" ", counts));
        });
    }

    [Test]
    public async Task What_the_budget_did_not_reach_says_so()
    {
        BenchmarkRun run = await MeasureAsync(Effort.Quick with { Budget = TimeSpan.FromSeconds(2) }, [.. Enumerable.Range(0, 5).Select(i => Fakes.Benchmark("1900ms", $"b{i}"))]);
        Assert.Multiple(() =>
        {
            Assert.That(run.IsCutShort);
            Assert.That(run.Measurements[^1].Failure, Does.Contain("--budget"));
        });
    }

    [Test]
    public async Task A_sample_over_its_limit_fails_only_its_own_benchmark()
    {
        BenchmarkRun run = await MeasureAsync(Effort.Quick, [Fakes.Benchmark("3s", "slow"), Fakes.Benchmark("1us", "fast")]);
        Assert.Multiple(() =>
        {
            Assert.That(run.Measurements[0].Failure, Is.EqualTo("TimedOut: over 2 s"));
            Assert.That(run.Measurements[2].Failure, Is.Null);
        });
    }

    private Task<BenchmarkRun> MeasureAsync(Effort effort, IReadOnlyList<BenchmarkDefinition> benchmarks) =>
        Fakes.MeasureAsync(_machine, Fakes.Plan(effort, benchmarks, Fakes.Backend(_machine, "a"), Fakes.Backend(_machine, "b")));
}
