using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.Workers.Tests;

/// <summary>Whatever happens to a worker is the result of the run that was going on, and the next run finds a fresh one.</summary>
[CancelAfter(60_000)]
public class FailureSpecs
{
    [TestCase("exit 3", Outcome.Crashed, "the worker process ended with exit code 3")]
    [TestCase("signal 11", Outcome.Crashed, "the worker process was ended by signal 11")]
    [TestCase("signal 9", Outcome.Crashed, "the worker process was killed from outside (signal 9), perhaps for want of memory")]
    [TestCase("crash-at 1", Outcome.Crashed, "crashed on request")]
    [TestCase("overflow", Outcome.Crashed, "the worker process overflowed its stack")]
    [TestCase("eat", Outcome.OutOfMemory, "ran out of memory at the hard limit of its heap")]
    [TestCase("throw", Outcome.Crashed, "the backend threw InvalidOperationException: thrown on request")]
    [TestCase("garbage", Outcome.Crashed, "answered what cannot be read (a frame of the unknown kind")]
    [TestCase("huge", Outcome.Crashed, "answered what cannot be read (a frame of 2147483647 bytes, where at most")]
    [TestCase("long 30000000", Outcome.Crashed, "answered what cannot be read (a frame of 600")]
    [TestCase("wrong-kind", Outcome.Crashed, "answered what cannot be read (Done where Result is meant)")]
    [TestCase("wrong-fields", Outcome.Crashed, "answered what cannot be read (-1 is no Outcome)")]
    [TestCase("half", Outcome.Crashed, "the worker process ended with exit code 0")]
    [Platform("Linux")]
    public async Task A_worker_that_fails_is_a_result_that_names_it_and_the_session_goes_on(string verb, Outcome outcome, string detail)
    {
        await using ISession session = await Workers.BrokenAsync();

        RunResult result = await session.RunAsync(verb);
        RunResult next = await session.RunAsync("print hello");

        Assert.That(result.Outcome, Is.EqualTo(outcome), result.Detail);
        Assert.That(result.Detail, Does.Contain(detail));
        Assert.That((next.Outcome, next.StandardOutput), Is.EqualTo((Outcome.Completed, "hello\n")), next.Detail);
    }

    [Test]
    [Platform("Linux")]
    public async Task Memory_outside_of_the_heap_counts_too()
    {
        await using ISession session = await Workers.BrokenAsync();

        RunResult result = await session.RunAsync("eat-outside");

        Assert.That(result.Outcome, Is.EqualTo(Outcome.OutOfMemory), result.Detail);
        Assert.That(result.Detail, Does.Contain("MiB, more than 712 MiB, and was ended"));
    }

    [Test]
    public async Task A_worker_that_hangs_is_ended_after_its_time_and_a_grace()
    {
        await using ISession session = await Workers.BrokenAsync();
        var clock = Stopwatch.StartNew();

        RunResult result = await session.RunAsync("hang", Workers.Limits with { Time = TimeSpan.FromMilliseconds(300) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.TimedOut));
        Assert.That(clock.Elapsed, Is.InRange(TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(10)));
        Assert.That(result.Elapsed.Value, Is.GreaterThan(0.7e9));
    }

    [Test]
    public async Task A_worker_that_does_not_stop_when_told_is_ended()
    {
        await using ISession session = await Workers.BrokenAsync();
        using var cancel = new CancellationTokenSource(200);

        Assert.That(async () => await session.RunAsync(new IoProgram { Source = "hang" }, RunLimits.Unlimited, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await session.RunAsync("print on")).StandardOutput, Is.EqualTo("on\n"));
    }

    [Test]
    [Platform("Linux")]
    public async Task What_a_worker_started_dies_with_it()
    {
        string idFilePath = Path.GetTempFileName();
        await using ISession session = await Workers.BrokenAsync();

        await session.RunAsync($"child {idFilePath}\nexit 0");

        string statFilePath = $"/proc/{File.ReadAllText(idFilePath)}/stat";
        Assert.That(() => !File.Exists(statFilePath) || File.ReadAllText(statFilePath).Contains(") Z "), Is.True.After(2000, 20));
        File.Delete(idFilePath);
    }

    [Test]
    public async Task A_worker_that_crashes_at_its_third_run_is_replaced_by_one_that_counts_anew()
    {
        await using ISession session = await Workers.BrokenAsync();
        var outcomes = new List<Outcome>();
        for (int i = 0; i < 6; i++) outcomes.Add((await session.RunAsync("crash-at 3")).Outcome);

        Outcome[] three = [Outcome.Completed, Outcome.Completed, Outcome.Crashed];
        Assert.That(outcomes, Is.EqualTo(three.Concat(three)));
    }

    [Test]
    public void What_refuses_to_start_says_why() => Assert.That(
        async () => await Workers.BrokenAsync(options: new SessionOptions { Mutants = ["refuse"] }),
        Throws.TypeOf<BackendException>().With.Message.Contains("refused on request"));

    [Test]
    public void A_program_that_does_not_exist_cannot_be_started() => Assert.That(
        async () => await Workers.BrokenAsync(Workers.Settings with { Command = ["/nowhere/worker"] }),
        Throws.TypeOf<BackendException>());

    [Test]
    public void A_program_that_is_no_worker_is_found_out() => Assert.That(
        async () => await Workers.BrokenAsync(Workers.Settings with { Command = [Workers.ProgramFilePath, "stranger"] }),
        Throws.TypeOf<BackendException>().With.Message.Contains("cannot be read"));

    [Test]
    public void A_worker_that_says_nothing_is_not_waited_for() => Assert.That(
        async () => await Workers.BrokenAsync(Workers.Settings with { Command = [Workers.ProgramFilePath, "mute"], StartTime = TimeSpan.FromMilliseconds(500) }),
        Throws.TypeOf<BackendException>().With.Message.Contains("did not answer in time"));
}
