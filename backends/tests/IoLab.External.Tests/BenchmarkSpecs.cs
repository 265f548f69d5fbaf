using IoLab.Contract;

namespace IoLab.External.Tests;

/// <summary>Taking samples in a child process.</summary>
[CancelAfter(30_000)]
public class BenchmarkSpecs
{
    [Test]
    public async Task The_time_is_the_guest_s_own_and_the_result_is_its_text()
    {
        await using ISession session = await Dummy.StartAsync();
        await using IPreparedBenchmark benchmark = await session.PrepareAsync(Dummy.Program("bench ns=100 result=ok noise"), Dummy.Limits);

        RawSample sample = await benchmark.MeasureAsync(1000, Dummy.Limits);

        Assert.That(sample, Is.EqualTo(new RawSample(1000, new Nanoseconds(100_000), null, "ok")));
    }

    [TestCase(SampleProcess.Shared, "1", "2", "3")]
    [TestCase(SampleProcess.Fresh, "2", "2", "2")]
    public async Task Samples_share_a_process_or_have_one_each_in_which_a_short_run_goes_before(SampleProcess process, params string[] expected)
    {
        await using ISession session = await Dummy.StartAsync(Dummy.Settings with { SampleProcess = process });
        await using IPreparedBenchmark benchmark = await session.PrepareAsync(Dummy.Program("bench result=count"), Dummy.Limits);

        var results = new List<string>();
        for (int i = 0; i < 3; i++) results.Add((await benchmark.MeasureAsync(1, Dummy.Limits)).ResultText);

        Assert.That(results, Is.EqualTo(expected));
    }

    [TestCase("bench raise=5", Outcome.Raised)]
    [TestCase("bench crash=5", Outcome.Crashed)]
    [TestCase("bench hang=5", Outcome.TimedOut)]
    public async Task A_sample_that_fails_says_how_and_the_next_one_works(string verb, Outcome expected)
    {
        await using ISession session = await Dummy.StartAsync();
        await using IPreparedBenchmark benchmark = await session.PrepareAsync(Dummy.Program(verb), Dummy.Limits);

        var failure = Assert.ThrowsAsync<BenchmarkFailedException>(
            async () => await benchmark.MeasureAsync(5, Dummy.Limits with { Time = TimeSpan.FromSeconds(2) }));
        RawSample next = await benchmark.MeasureAsync(6, Dummy.Limits);

        Assert.That(failure!.Result.Outcome, Is.EqualTo(expected));
        Assert.That(next.Iterations, Is.EqualTo(6));
    }

    [Test]
    public async Task A_setup_that_fails_fails_the_preparation()
    {
        await using ISession session = await Dummy.StartAsync();

        var failure = Assert.ThrowsAsync<BenchmarkFailedException>(
            async () => await session.PrepareAsync(Dummy.Program("bench setup=raise"), Dummy.Limits));

        Assert.That(failure!.Result.Exception!.Message, Is.EqualTo("no setup"));
    }

    [Test]
    public async Task A_program_that_is_no_benchmark_fails_the_preparation()
    {
        await using ISession session = await Dummy.StartAsync();

        var failure = Assert.ThrowsAsync<BenchmarkFailedException>(async () => await session.PrepareAsync(Dummy.Program("print hm"), Dummy.Limits));

        Assert.That(failure!.Result.Detail, Does.Contain("before it gave a sample"));
    }

    [Test]
    public async Task Cancelling_a_sample_ends_the_guest()
    {
        await using ISession session = await Dummy.StartAsync();
        await using IPreparedBenchmark benchmark = await session.PrepareAsync(Dummy.Program("bench hang=5"), Dummy.Limits);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        Assert.That(async () => await benchmark.MeasureAsync(5, Dummy.Limits, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await benchmark.MeasureAsync(7, Dummy.Limits)).Iterations, Is.EqualTo(7));
    }
}
