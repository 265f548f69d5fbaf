using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.External.Tests;

/// <summary>Limits and cancellation end the child with everything it started.</summary>
[CancelAfter(30_000)]
public class LimitSpecs
{
    [Test]
    public async Task A_run_that_takes_too_long_is_ended()
    {
        var clock = Stopwatch.StartNew();

        RunResult result = await Dummy.RunAsync(Dummy.Program("write so far", "sleep 20000"), Dummy.Limits with { Time = TimeSpan.FromSeconds(1) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.TimedOut));
        Assert.That(result.Detail, Is.EqualTo("ended after 1 s"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task A_child_that_ignores_the_polite_signal_is_ended_too()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("ignore-term", "sleep 20000"), Dummy.Limits with { Time = TimeSpan.FromSeconds(1) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.TimedOut));
    }

    [Test]
    public async Task Output_is_cut_at_its_limit()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("spam"), Dummy.Limits with { OutputBytes = 100_000 });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.OutputLimit));
        Assert.That(result.StandardOutput, Has.Length.EqualTo(100_000));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_child_that_eats_memory_is_ended()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("eat 400"), Dummy.Limits with { MemoryBytes = 200L << 20 });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.OutOfMemory));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_grandchild_whose_parent_is_gone_dies_with_the_run_and_nobody_waits_for_its_pipes()
    {
        string pidFilePath = Path.GetTempFileName();
        var clock = Stopwatch.StartNew();

        RunResult result = await Dummy.RunAsync(Dummy.Program($"orphan {pidFilePath}", "print parent done"));

        Assert.That(result.StandardOutput, Is.EqualTo("parent done\n"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
        Assert.That(await IsGone(int.Parse(File.ReadAllText(pidFilePath))), Is.True);
        File.Delete(pidFilePath);
    }

    [Test]
    public async Task Cancelling_stops_the_guest_first()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await using ISession session = await Dummy.StartAsync();

        Assert.That(
            async () => await session.RunAsync(Dummy.Program("sleep 20000"), Dummy.Limits, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task The_startup_time_of_the_settings_is_added_to_the_limit()
    {
        await using ISession session = await Dummy.StartAsync(Dummy.Settings with { StartupTime = TimeSpan.FromSeconds(15) });

        RunResult result = await session.RunAsync(Dummy.Program("sleep 700", "print awake"), Dummy.Limits with { Time = TimeSpan.FromMilliseconds(10) });

        Assert.That(result.StandardOutput, Is.EqualTo("awake\n"));
    }

    private static async Task<bool> IsGone(int processId)
    {
        for (int i = 0; i < 100; i++)
        {
            string statFilePath = $"/proc/{processId}/stat";
            if (!File.Exists(statFilePath) || File.ReadAllText(statFilePath).Contains(") Z ")) return true;
            await Task.Delay(20);
        }

        return false;
    }
}
