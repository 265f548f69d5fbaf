using IoLab.Contract;
using IoLab.External.Batches;

namespace IoLab.External.Tests;

/// <summary>Many programs in one process.</summary>
[CancelAfter(60_000)]
public class BatchSpecs
{
    [Test]
    public async Task Programs_share_a_process_and_each_has_its_own_output()
    {
        RunResult[] results = await RunAsync("set x 1", "print one", "get x\nwrite no newline");
        Assert.That(results.Select(result => (result.Outcome, result.StandardOutput)), Is.EqualTo(new[]
        {
            (Outcome.Completed, ""), (Outcome.Completed, "one\n"), (Outcome.Completed, "1\nno newline"),
        }));
    }

    [Test]
    public async Task What_a_program_raises_comes_with_type_and_message()
    {
        RunResult result = (await RunAsync("print before\nraise Error: two|lines\nprint after"))[0];
        Assert.That((result.Outcome, result.StandardOutput, result.Exception?.Type, result.Exception?.Message), Is.EqualTo((Outcome.Raised, "before\n", "Error", "two\nlines")));
    }

    [Test]
    public async Task What_does_not_compile_is_a_syntax_error() =>
        Assert.That((await RunAsync("raise Exception: compile error: unmatched ()"))[0].Outcome, Is.EqualTo(Outcome.SyntaxError));

    [Test]
    public async Task Texts_arrive_as_they_are()
    {
        const string Text = "a \"quoted\" \\n back\\slash\ttab ä€😀";
        Assert.That((await RunAsync("print " + Text))[0].StandardOutput, Is.EqualTo(Text + "\n"));
    }

    [Test]
    public async Task A_program_that_ends_the_process_is_a_crash_and_the_next_one_has_a_fresh_process()
    {
        RunResult[] results = await RunAsync("set x 1", "exit 3", "get x", "signal 11", "print on");
        Assert.That(results.Select(result => result.Outcome), Is.EqualTo(new[] { Outcome.Completed, Outcome.Crashed, Outcome.Completed, Outcome.Crashed, Outcome.Completed }));
        Assert.That((results[2].StandardOutput, results[4].StandardOutput), Is.EqualTo(("nil\n", "on\n")));
    }

    [TestCase("sleep 60000", Outcome.TimedOut)]
    [TestCase("spam", Outcome.OutputLimit)]
    public async Task Limits_are_kept_and_the_next_program_runs(string verb, Outcome outcome)
    {
        var limits = new RunLimits { Time = TimeSpan.FromSeconds(2), OutputBytes = 100_000 };
        await using ISession session = await StartAsync();
        RunResult result = await session.RunAsync(Program(verb), limits), next = await session.RunAsync(Program("print on"), limits);
        Assert.That((result.Outcome, next.StandardOutput), Is.EqualTo((outcome, "on\n")), result.Detail);
    }

    [Test]
    public async Task After_so_many_programs_a_process_is_replaced()
    {
        await using ISession session = await StartAsync(batchSize: 2);
        var outputs = new List<string>();
        foreach (string verb in new[] { "set x 1", "get x", "get x" }) outputs.Add((await session.RunAsync(Program(verb), Dummy.Limits)).StandardOutput);
        Assert.That(outputs, Is.EqualTo(new[] { "", "1\n", "nil\n" }));
    }

    [Test]
    public async Task A_program_that_needs_more_than_a_batch_has_runs_alone()
    {
        await using ISession session = await StartAsync();
        RunResult result = await session.RunAsync(Program("stdin") with { StandardInput = "typed" }, Dummy.Limits);
        Assert.That(result.StandardOutput, Is.EqualTo("typed"));
    }

    [Test]
    public async Task A_program_that_is_no_driver_s_host_is_refused_with_what_it_needs()
    {
        var backend = new BatchedBackend(Dummy.Settings with { Command = CommandTemplate.FromWords(["true", "{file}"]) });
        await using ISession session = await backend.StartAsync(new SessionOptions());
        Assert.That(async () => await session.RunAsync(Program("print 1"), Dummy.Limits), Throws.TypeOf<BackendException>().With.Message.Contains("doString, try"));
    }

    [Test]
    public void A_cancelled_program_is_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.That(async () =>
        {
            await using ISession session = await StartAsync();
            await session.RunAsync(Program("sleep 60000"), Dummy.Limits, stop.Token);
        }, Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task<RunResult[]> RunAsync(params string[] sources)
    {
        await using ISession session = await StartAsync();
        var results = new List<RunResult>();
        foreach (string source in sources) results.Add(await session.RunAsync(Program(source), Dummy.Limits));
        return [.. results];
    }

    private static async Task<ISession> StartAsync(int batchSize = 200) => await new BatchedBackend(Dummy.Settings, batchSize).StartAsync(new SessionOptions());

    private static IoProgram Program(string source) => new() { Source = source };
}
