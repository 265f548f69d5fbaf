using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.Workers.Tests;

/// <summary>A worker serves many runs.</summary>
[CancelAfter(60_000)]
public class ReuseSpecs
{
    [Test]
    public async Task Runs_and_resets_share_a_process()
    {
        await using ISession session = await Workers.BrokenAsync();

        string first = (await session.RunAsync("process")).StandardOutput;
        await session.ResetAsync();

        Assert.That((await session.RunAsync("process")).StandardOutput, Is.EqualTo(first));
    }

    [Test]
    public async Task A_worker_whose_canary_is_silent_after_a_reset_is_replaced()
    {
        await using ISession session = await Workers.BrokenAsync();

        await session.RunAsync("spoil");
        string spoilt = (await session.RunAsync("print hello")).StandardOutput;
        await session.ResetAsync();

        Assert.That((spoilt, (await session.RunAsync("print hello")).StandardOutput), Is.EqualTo(("spoilt\n", "hello\n")));
    }

    [Test]
    public async Task What_a_run_filled_the_heap_with_is_gone_when_the_next_begins()
    {
        await using ISession session = await Workers.BrokenAsync();

        int full = int.Parse((await session.RunAsync("hold 120\nheap")).StandardOutput);
        await session.ResetAsync();

        Assert.That((full, int.Parse((await session.RunAsync("heap")).StandardOutput)), Is.EqualTo((120, 0)).Within(10));
    }

    [Test]
    public async Task The_canary_of_our_machines_sings()
    {
        await using ISession session = await Workers.TreeAsync();
        await session.RunAsync("System getSlot(\"x\"); Lobby theProcess := 1");
        string id = (await session.RunAsync("System thisProcessPid println")).StandardOutput;
        await session.ResetAsync();

        Assert.That((await session.RunAsync("System thisProcessPid println")).StandardOutput, Is.EqualTo(id));
    }

    [Test]
    public async Task The_canary_leaves_nothing_behind()
    {
        const string Names = "Lobby slotNames sort println";
        await using ISession session = await Workers.TreeAsync();

        string before = (await session.RunAsync(Names)).StandardOutput;
        await session.ResetAsync();

        Assert.That(before, Does.Contain("Protos"));
        Assert.That((await session.RunAsync(Names)).StandardOutput, Is.EqualTo(before));
    }

    [Test]
    public async Task Texts_arrive_as_they_are()
    {
        const string Text = "ä€😀\u0000\u0007";
        await using ISession session = await Workers.BrokenAsync();

        Assert.That((await session.RunAsync("print " + Text)).StandardOutput, Is.EqualTo(Text + "\n"));
    }

    [Test]
    public async Task Live_streams_get_what_is_written_while_it_runs_and_standard_input_is_asked_for()
    {
        using MemoryStream input = new("typed\n"u8.ToArray()), output = new(), error = new();
        await using ISession session = await Workers.TreeAsync(options: new SessionOptions { Live = new LiveStreams(input, output, error) });

        RunResult result = await session.RunAsync("File standardInput readLine println; File standardError write(\"aside\")");

        Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Completed, "")), result.Detail);
        Assert.That(System.Text.Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo("typed\n"));
        Assert.That(System.Text.Encoding.UTF8.GetString(error.ToArray()), Is.EqualTo("aside"));
    }

    [Test]
    public async Task The_environment_of_a_guest_is_the_host_s_and_not_the_worker_s()
    {
        await using ISession session = await Workers.TreeAsync();

        RunResult result = await session.RunAsync("System getEnvironmentVariable(\"DOTNET_GCHeapHardLimit\") println");

        Assert.That(result.StandardOutput, Is.EqualTo("nil\n"), result.Exception?.Message);
    }

    [Test]
    public async Task A_worker_dies_with_its_session()
    {
        ISession session = await Workers.BrokenAsync();
        int id = int.Parse((await session.RunAsync("process")).StandardOutput);

        await session.DisposeAsync();

        Assert.That(() => IsGone(id), Is.True.After(3000, 20));
    }

    [Test]
    public async Task What_a_warm_worker_adds_to_a_run_is_well_below_a_millisecond()
    {
        long begin = Stopwatch.GetTimestamp();
        await using ISession session = await Workers.TreeAsync();
        double startTime = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var times = new List<double>();
        for (int i = 0; i < 500; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await session.ResetAsync();
            RunResult result = await session.RunAsync("1 + 1");
            times.Add((Stopwatch.GetElapsedTime(start).TotalNanoseconds - result.Elapsed.Value) / 1e6);
        }

        times.Sort();
        TestContext.Out.WriteLine($"a reset, a canary and a trip there and back: best tenth {times[50]:0.000} ms, median {times[250]:0.000} ms; a start: {startTime:0} ms");
        // The best tenth, and a ratio: a busy machine delays most, and this is not about them.
        Assert.That(times[50], Is.LessThan(1.0).And.LessThan(startTime / 50));
    }

    private static bool IsGone(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
