using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.Workers.Tests;

/// <summary>Benchmarks whose process is a worker.</summary>
[CancelAfter(60_000)]
public class MeasuringSpecs
{
    [Test]
    public async Task A_session_knows_its_process_while_it_lives()
    {
        await using ISession session = await Workers.BrokenAsync();

        int? id = session.ProcessId;
        string told = (await session.RunAsync("process")).StandardOutput;
        await session.RunAsync("exit 3");

        Assert.That(told, Is.EqualTo($"{id}\n"));
        Assert.That(session.ProcessId, Is.Null);
    }

    [Test]
    public async Task A_benchmark_settles_in_the_worker_and_samples_tell_what_was_compiled_there()
    {
        await using ISession session = await Workers.BrokenAsync();
        await using IPreparedBenchmark prepared = await session.PrepareAsync(new IoProgram { Source = "print x" }, Workers.Limits);

        RawSample first = await prepared.MeasureAsync(1, Workers.Limits);
        await prepared.SettleAsync();
        RawSample second = await prepared.MeasureAsync(1, Workers.Limits);

        Assert.That((first.ResultText, second.ResultText), Is.EqualTo(("0", "1")));
        Assert.That((first.CompiledMethods, second.CompiledMethods), Is.EqualTo((10, 20)));
    }

    [TestCase("exit 3", Outcome.Crashed, "exit code 3")]
    [TestCase("signal 9", Outcome.Crashed, "killed from outside")]
    [TestCase("hang", Outcome.TimedOut, "did not answer in time")]
    [TestCase("garbage", Outcome.Crashed, "cannot be read")]
    [TestCase("wrong-kind", Outcome.Crashed, "cannot be read")]
    [TestCase("throw", Outcome.Crashed, "thrown on request")]
    [Platform("Linux")]
    public async Task A_worker_that_fails_in_a_sample_gives_no_time_and_the_session_goes_on(string verb, Outcome outcome, string detail)
    {
        await using ISession session = await Workers.BrokenAsync();
        await using IPreparedBenchmark prepared = await session.PrepareAsync(new IoProgram { Source = verb }, Workers.Limits);

        RunResult failed = FailureOf(() => prepared.MeasureAsync(1, Workers.Limits with { Time = TimeSpan.FromMilliseconds(300) }).AsTask());

        Assert.That(failed.Outcome, Is.EqualTo(outcome));
        Assert.That(failed.Detail, Does.Contain(detail));
        Assert.That((await session.RunAsync("print on")).StandardOutput, Is.EqualTo("on\n"));
    }

    [Test]
    public async Task A_worker_that_ends_while_it_settles_is_a_failure_and_so_are_its_samples()
    {
        await using ISession session = await Workers.BrokenAsync();
        await using IPreparedBenchmark prepared = await session.PrepareAsync(new IoProgram { Source = "settle-badly" }, Workers.Limits);

        Assert.That(FailureOf(() => prepared.SettleAsync().AsTask()).Detail, Does.Contain("exit code 5"));
        Assert.That(FailureOf(() => prepared.MeasureAsync(1, Workers.Limits)!.AsTask()).Detail, Does.Contain("prepare it again"));
    }

    [Test]
    public async Task A_worker_without_a_limit_gets_none_and_nobody_lowers_a_run_s([Values] bool isLimited)
    {
        await using ISession session = await Workers.BrokenAsync(Workers.Settings with { HeapBytes = isLimited ? 200L << 20 : null });

        Assert.That((await session.RunAsync("variable DOTNET_GCHeapHardLimit")).StandardOutput, Is.EqualTo(isLimited ? "c800000\n" : "\n"));
    }

    [Test]
    public async Task Without_a_limit_of_memory_a_worker_that_hangs_is_ended_all_the_same()
    {
        await using ISession session = await Workers.BrokenAsync(Workers.Settings with { HeapBytes = null });
        var clock = Stopwatch.StartNew();

        RunResult result = await session.RunAsync("hang", Workers.Limits with { Time = TimeSpan.FromMilliseconds(300) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.TimedOut));
        Assert.That(clock.Elapsed, Is.InRange(TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(10)));
    }

    private static RunResult FailureOf(Func<Task> step) => Assert.ThrowsAsync<BenchmarkFailedException>(async () => await step())!.Result;
}
