using IoLab.Contract;

namespace IoLab.External.Tests;

/// <summary>Running whole programs.</summary>
[CancelAfter(30_000)]
public class RunSpecs
{
    [Test]
    public async Task Output_error_and_exit_code_come_back()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("print hello", "error oops", "exit 7"));

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Completed));
        Assert.That(result.StandardOutput, Is.EqualTo("hello\n"));
        Assert.That(result.StandardError, Is.EqualTo("oops\n"));
        Assert.That(result.ExitCode, Is.EqualTo(7));
        Assert.That(result.Elapsed.Value, Is.GreaterThan(0));
    }

    [Test]
    public async Task The_label_is_the_file_the_child_is_given_and_arguments_follow()
    {
        IoProgram program = Dummy.Program("args") with { Label = "area/name.io", Arguments = ["area/name.io", "a b", "", "c"] };

        RunResult result = await Dummy.RunAsync(program);

        Assert.That(result.StandardOutput, Is.EqualTo("area/name.io|a b||c\n"));
    }

    [TestCase("../escape.io")]
    [TestCase("/etc/absolute.io")]
    [TestCase("doString")]
    [TestCase("-e.io")]
    public async Task A_label_that_is_no_plain_relative_path_does_not_decide_where_the_file_goes(string label)
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("args") with { Label = label, Arguments = [] });

        Assert.That(result.StandardOutput, Is.EqualTo("program.io\n"));
    }

    [Test]
    public async Task A_program_that_is_a_file_is_run_where_it_is()
    {
        string dirPath = Directory.CreateTempSubdirectory("iolab-test-").FullName;
        File.WriteAllText(Path.Combine(dirPath, "real.io"), "args\ncwd");
        var program = new IoProgram { Source = "args\ncwd", Label = "real.io", IsFile = true, Arguments = ["real.io"] };

        RunResult result = await Dummy.RunAsync(program, options: new SessionOptions { WorkingDirectoryPath = dirPath });

        Assert.That(result.StandardOutput, Is.EqualTo($"real.io\n{dirPath}\n"));
        Directory.Delete(dirPath, true);
    }

    [Test]
    public async Task Standard_input_is_passed_on()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("stdin") with { StandardInput = "one\ntwo" });

        Assert.That(result.StandardOutput, Is.EqualTo("one\ntwo"));
    }

    [Test]
    public async Task Standard_input_that_nobody_reads_is_no_error()
    {
        RunResult result = await Dummy.RunAsync(Dummy.Program("print done") with { StandardInput = new string('x', 1 << 20) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Completed));
    }

    [Test]
    public async Task A_fixed_environment_replaces_this_process_s()
    {
        Environment.SetEnvironmentVariable("IOLAB_TEST_LEAK", "leaked");
        var options = new SessionOptions { Environment = new Dictionary<string, string> { ["GIVEN"] = "yes" } };

        RunResult result = await Dummy.RunAsync(Dummy.Program("env GIVEN", "env IOLAB_TEST_LEAK"), options: options);

        Assert.That(result.StandardOutput, Is.EqualTo("yes\nunset\n"));
    }

    [Test]
    public async Task The_evaluation_flag_is_used_for_code_without_a_file()
    {
        await using ISession session = await Dummy.StartAsync(Dummy.Settings with { EvalFlag = "-e" });

        RunResult result = await session.RunAsync(new IoProgram { Source = "1 + 1" }, Dummy.Limits);

        Assert.That(result.StandardOutput, Is.EqualTo("evaluated: 1 + 1\n"));
    }

    [Test]
    public async Task Live_streams_see_the_output_while_the_program_runs()
    {
        var live = new MemoryStream();
        using var cancel = new CancellationTokenSource();
        await using ISession session = await Dummy.StartAsync(options: new SessionOptions { Live = new LiveStreams(null, live, Stream.Null) });
        Task<RunResult> run = session.RunAsync(Dummy.Program("print first", "sleep 15000"), Dummy.Limits, cancel.Token).AsTask();

        while (live.Length == 0) await Task.Delay(20);
        await cancel.CancelAsync();

        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(live.ToArray(), Is.EqualTo("first\n"u8.ToArray()));
    }

    [Test]
    public async Task With_live_streams_the_trace_is_in_the_output_as_the_child_wrote_it()
    {
        var live = new MemoryStream();
        RunResult result = await Dummy.RunAsync(
            Dummy.Program("raise Exception no"), options: new SessionOptions { Live = new LiveStreams(null, live, Stream.Null) });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.Raised));
        Assert.That(result.Exception!.Message, Is.EqualTo("no"));
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(System.Text.Encoding.UTF8.GetString(live.ToArray()), Is.EqualTo(result.Exception.Trace));
    }

    [Test]
    public async Task A_session_is_usable_after_every_kind_of_failure()
    {
        await using ISession session = await Dummy.StartAsync();
        await session.RunAsync(Dummy.Program("signal 11"), Dummy.Limits);
        await session.RunAsync(Dummy.Program("sleep 9000"), Dummy.Limits with { Time = TimeSpan.FromMilliseconds(300) });

        RunResult result = await session.RunAsync(Dummy.Program("print fine"), Dummy.Limits);

        Assert.That(result.StandardOutput, Is.EqualTo("fine\n"));
    }

    [Test]
    public async Task Nothing_is_left_in_the_temporary_directory()
    {
        string? usual = Environment.GetEnvironmentVariable("TMPDIR");
        string own = Directory.CreateTempSubdirectory("iolab-test-").FullName;
        Environment.SetEnvironmentVariable("TMPDIR", own);
        try
        {
            await Dummy.RunAsync(Dummy.Program("print x"));
            Assert.That(Directory.GetDirectories(own, "iolab-*"), Is.Empty);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", usual);
            Directory.Delete(own, true);
        }
    }
}
