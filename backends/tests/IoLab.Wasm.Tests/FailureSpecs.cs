using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.Wasm.Tests;

/// <summary>Whatever a host does is the result of the run that was going on, in time.</summary>
[CancelAfter(60_000), Platform("Linux")]
public class FailureSpecs
{
    [TestCase("exit 3", Outcome.Crashed, "ended with exit code 3")]
    [TestCase("kill -11 $$", Outcome.Crashed, "ended by signal 11")]
    [TestCase("echo 'Error: failed to run main module: wasm trap: call stack exhausted' >&2; exit 134", Outcome.Crashed, "call stack exhausted")]
    [TestCase("echo 'Out of memory: the heap cannot grow' >&2; exit 134", Outcome.OutOfMemory, "Out of memory")]
    [TestCase("printf 'thread main panicked'", Outcome.Crashed, "cannot be read")]
    [TestCase(@"printf '\377\377\377\177\103'; sleep 20", Outcome.Crashed, "a frame of 2147483647 bytes")]
    [TestCase(@"printf '\004\000\000\000\103\377\377\377\377'; sleep 20", Outcome.Crashed, "is no Outcome")]
    [TestCase(@"printf '\000\000\000\000\104'; sleep 20", Outcome.Crashed, "Sample where Result is meant")]
    [TestCase(@"printf '\050\000\000\000\103\000'", Outcome.Crashed, "ended with exit code 0")]
    [TestCase("sleep 20", Outcome.TimedOut, "did not answer in time")]
    public async Task What_a_host_does_instead_of_answering_is_the_result(string script, Outcome outcome, string detail)
    {
        RunResult result = await FakeHost.ResultOfAsync(script);
        Assert.That(result.Outcome, Is.EqualTo(outcome), result.Detail);
        Assert.That(result.Detail, Does.Contain(detail));
    }

    [Test]
    public async Task What_was_written_before_the_end_is_kept()
    {
        RunResult result = await FakeHost.ResultOfAsync(@"printf '\003\000\000\000\110abc'; exit 1");
        Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Crashed, "abc")));
    }

    [TestCase("exit 1")]
    [TestCase("echo hello")]
    [TestCase("sleep 20")]
    [TestCase(@"printf '\010\000\000\000\100\111\117\114\127\143\000\000\000'; sleep 20")] // Version 99.
    public void A_host_that_does_not_greet_as_it_should_cannot_start(string script)
    {
        var clock = Stopwatch.StartNew();
        Assert.That(async () => await FakeHost.Running(script, TimeSpan.FromSeconds(2)).StartAsync(new SessionOptions()), Throws.TypeOf<BackendException>());
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task A_run_that_is_cancelled_ends_also_when_the_guest_does_not_listen()
    {
        await using ISession session = await FakeHost.Running(FakeHost.Sound + "sleep 20").StartAsync(new SessionOptions());
        using var stop = new CancellationTokenSource(200);
        Assert.That(async () => await session.RunAsync(new IoProgram { Source = "1" }, RunLimits.Unlimited, stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Random bytes, and frames of every kind that hold some: each comes to a result.</summary>
    [Test]
    public async Task Any_bytes_are_a_result()
    {
        var random = new Random(7);
        for (int i = 0; i < 40; i++)
        {
            byte[] bytes = new byte[random.Next(5, 60)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                BitConverter.TryWriteBytes(bytes, bytes.Length - 5);
                bytes[4] = (byte)(64 + random.Next(12));
            }

            RunResult result = await FakeHost.ResultOfAsync($"printf '{string.Concat(bytes.Select(one => "\\" + Convert.ToString(one, 8).PadLeft(3, '0')))}'");
            Assert.That(result.Outcome, Is.EqualTo(Outcome.Crashed).Or.EqualTo(Outcome.TimedOut), result.Detail);
        }
    }
}
