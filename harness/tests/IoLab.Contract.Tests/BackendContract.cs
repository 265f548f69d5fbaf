namespace IoLab.Contract.Tests;

/// <summary>Holds a backend to the contract. A backend is added by deriving a fixture: one line.</summary>
/// <param name="backend">The backend.</param>
/// <param name="programs">The programs in its language.</param>
/// <param name="inapplicable">Names of tests that say nothing about a test double; they are reported as inconclusive.</param>
public abstract class BackendContract(IBackend backend, ContractPrograms programs, params string[] inapplicable)
{
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(20) };
    private ISession _session = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _session = await TakeSessionAsync();
        Assume.That(inapplicable, Does.Not.Contain(TestContext.CurrentContext.Test.MethodName));
    }

    [TearDown]
    public async Task StopAsync() => await ReturnSessionAsync(_session);

    /// <summary>A pristine session for one test.</summary>
    protected virtual ValueTask<ISession> TakeSessionAsync() => backend.StartAsync(new SessionOptions());

    /// <summary>The test has ended.</summary>
    protected virtual ValueTask ReturnSessionAsync(ISession session) => session.DisposeAsync();

    [Test]
    public void Its_name_can_be_typed() => Assert.That(backend.Name, Does.Match("^[a-z0-9@_-]+$"));

    [Test]
    public void It_names_its_components() => Assert.That(backend.Components, Is.Not.Empty.And.Unique);

    [Test]
    public async Task It_is_usable_here() => Assert.That((await backend.ProbeAsync()).IsUsable);

    [Test]
    public async Task A_program_runs_to_its_end()
    {
        RunResult result = await RunAsync(programs.Hello);
        Assert.That((result.Outcome, result.StandardOutput, result.Exception), Is.EqualTo((Outcome.Completed, "hello\n", (RaisedException?)null)));
    }

    [Test]
    public async Task Two_runs_observe_the_same()
    {
        RunResult first = await RunAsync(programs.Raise), second = await RunAsync(programs.Raise);
        Assert.That((second.Outcome, second.StandardOutput, second.Exception?.Message), Is.EqualTo((first.Outcome, first.StandardOutput, first.Exception?.Message)));
    }

    [Test]
    public async Task An_uncaught_exception_is_a_result_and_its_trace_is_not_output()
    {
        RunResult result = await RunAsync(programs.Raise);
        Assert.That((result.Outcome, result.StandardOutput, result.Exception?.Type, result.Exception?.Message), Is.EqualTo((Outcome.Raised, "before\n", "Exception", "no")));
    }

    [Test]
    public async Task A_malformed_program_is_a_result() => Assert.That((await RunAsync(programs.Malformed)).Outcome, Is.EqualTo(Outcome.SyntaxError));

    [Test]
    public async Task A_malformed_text_that_a_running_program_evaluates_is_its_exception()
    {
        Assume.That(programs.EvaluateMalformed, Is.Not.Null, "no program evaluates text here");
        RunResult result = await RunAsync(programs.EvaluateMalformed!);
        Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Raised, "before\n")));
    }

    [Test]
    public async Task An_exit_is_a_completion_with_its_code()
    {
        RunResult result = await RunAsync(programs.Exit);
        Assert.That((result.Outcome, result.ExitCode), Is.EqualTo((Outcome.Completed, 3)));
        Assert.That(result.HasExited || !backend.Capabilities.HasFlag(Capabilities.Tracing), "machines tell an exit from an end");
        Assert.That((await RunAsync(programs.Hello)).HasExited, Is.False);
    }

    [Test]
    public async Task Arguments_reach_the_program()
    {
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.PrintArgument, Label = "a.io", Arguments = ["a.io", "one"] }, Limits);
        Assert.That(result.StandardOutput, Is.EqualTo("one\n"));
    }

    [Test]
    public async Task Standard_input_reaches_the_program()
    {
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.PrintInput, StandardInput = "line" }, Limits);
        Assert.That(result.StandardOutput, Is.EqualTo("line\n"));
    }

    [Test, CancelAfter(60_000)]
    public async Task The_time_limit_is_kept()
    {
        long start = Environment.TickCount64;
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.Endless }, Limits with { Time = TimeSpan.FromMilliseconds(200) });
        Assert.Multiple(() =>
        {
            Assert.That(result.Outcome, Is.EqualTo(Outcome.TimedOut));
            Assert.That(Environment.TickCount64 - start, Is.LessThan(10_000));
        });
    }

    [Test]
    public async Task The_output_limit_is_kept()
    {
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.Talkative }, Limits with { OutputBytes = 1000 });
        Assert.Multiple(() =>
        {
            Assert.That(result.Outcome, Is.EqualTo(Outcome.OutputLimit));
            Assert.That(result.StandardOutput, Has.Length.LessThan(10_000));
        });
    }

    [Test, CancelAfter(60_000)]
    public async Task The_memory_limit_is_kept_and_the_session_goes_on()
    {
        Assume.That(programs.Hoard, Is.Not.Null, "no program takes memory here");
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.Hoard! }, Limits with { MemoryBytes = 150L << 20, Time = TimeSpan.FromSeconds(50) });
        Assert.That(result.Outcome, Is.EqualTo(Outcome.OutOfMemory), result.Detail);
        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task A_size_that_memory_cannot_hold_is_refused_before_it_is_allocated()
    {
        Assume.That(programs.Huge, Is.Not.Null, "no program asks for sizes here");
        RunResult result = await _session.RunAsync(new IoProgram { Source = programs.Huge! }, Limits);
        Assert.That(result.Outcome, Is.EqualTo(Outcome.OutOfMemory).Or.EqualTo(Outcome.Raised), result.Detail);
        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task A_crash_is_a_result_and_the_session_goes_on()
    {
        Assume.That(programs.Crash, Is.Not.Null, "no program crashes it");
        Assert.That((await RunAsync(programs.Crash!)).Outcome, Is.EqualTo(Outcome.Crashed));
        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task Recursion_is_as_deep_as_memory_allows()
    {
        Assume.That(programs.Deep, Is.Not.Null, "no program recurses here");
        RunResult result = await RunAsync(programs.Deep!);
        Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Completed, "done\n")), result.Exception?.Message ?? result.Detail);
    }

    [Test, CancelAfter(60_000)]
    public async Task A_virtual_clock_moves_only_when_the_program_waits_and_is_the_same_in_every_session()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.VirtualClock) && programs.Wait is not null, "no virtual clock");
        var options = new SessionOptions { Clock = ClockKind.Virtual, VirtualStart = DateTimeOffset.UnixEpoch.AddSeconds(1000) };
        long start = Environment.TickCount64;
        string[] outputs = new string[3];
        for (int i = 0; i < outputs.Length; i++)
        {
            await using ISession session = await backend.StartAsync(options);
            outputs[i] = (await session.RunAsync(new IoProgram { Source = programs.Wait! }, Limits)).StandardOutput;
        }

        Assert.Multiple(() =>
        {
            Assert.That(outputs, Is.All.EqualTo("1000\n4600\n"));
            Assert.That(Environment.TickCount64 - start, Is.LessThan(20_000));
        });
    }

    [Test]
    public async Task A_reset_turns_a_virtual_clock_back()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.VirtualClock | Capabilities.Resettable) && programs.Wait is not null, "no virtual clock");
        await using ISession session = await backend.StartAsync(SessionOptions.Deterministic);
        string first = (await session.RunAsync(new IoProgram { Source = programs.Wait! }, Limits)).StandardOutput;
        await session.ResetAsync();
        Assert.That((await session.RunAsync(new IoProgram { Source = programs.Wait! }, Limits)).StandardOutput, Is.EqualTo(first));
    }

    [Test]
    public async Task The_environment_is_the_session_s()
    {
        Assume.That(programs.PrintVariable, Is.Not.Null, "no program sees the environment here");
        var options = new SessionOptions { Environment = new Dictionary<string, string> { ["IOLAB_CONTRACT"] = "kept" } };
        await using ISession session = await backend.StartAsync(options);
        Assert.That((await session.RunAsync(new IoProgram { Source = programs.PrintVariable! }, Limits)).StandardOutput, Is.EqualTo("kept\n"));
    }

    [Test]
    public async Task Live_streams_get_the_output_and_the_trace_and_the_result_does_not_repeat_them()
    {
        using MemoryStream output = new(), error = new();
        await using ISession session = await backend.StartAsync(new SessionOptions { Live = new LiveStreams(null, output, error) });
        RunResult result = await session.RunAsync(new IoProgram { Source = programs.Raise }, Limits);
        Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Raised, "")));
        Assert.That(System.Text.Encoding.UTF8.GetString(output.ToArray()), Does.StartWith("before\n").And.Contains("Exception: no"));
    }

    [Test]
    public async Task Two_traces_of_a_program_are_equal_and_of_another_are_not()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing), "no tracing promised");
        await using ISession session = await backend.StartAsync(new SessionOptions { Trace = new TraceOptions() });
        async Task<TraceDigest> TraceAsync(string source)
        {
            await session.ResetAsync();
            return (await session.RunAsync(new IoProgram { Source = source }, Limits)).Trace!;
        }

        TraceDigest first = await TraceAsync(programs.Talkative), again = await TraceAsync(programs.Talkative), other = await TraceAsync(programs.Hello);
        Assert.That((again.Events, again.Hash), Is.EqualTo((first.Events, first.Hash)));
        Assert.That(other.Hash, Is.Not.EqualTo(first.Hash));
    }

    [Test]
    public async Task Checkpoints_within_an_interval_are_those_of_the_whole_trace()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing), "no tracing promised");
        TraceDigest all = (await RunTracedAsync(programs.Raise, new TraceOptions { CheckpointInterval = 1 })).Trace!;
        TraceDigest some = (await RunTracedAsync(programs.Raise, new TraceOptions { CheckpointInterval = 2, CheckpointsWithin = (1, 4) })).Trace!;
        Assert.That(all.Checkpoints, Has.Count.EqualTo(all.Events));
        Assert.That((some.Events, some.Hash, some.Interval), Is.EqualTo((all.Events, all.Hash, 2)));
        Assert.That(some.Checkpoints, Is.EqualTo(new[] { all.Checkpoints[2], all.Checkpoints[4] }));
    }

    [Test]
    public async Task A_long_trace_has_at_most_a_thousand_checkpoints()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing), "no tracing promised");
        TraceDigest trace = (await RunTracedAsync(programs.Talkative, new TraceOptions { CheckpointInterval = 1 })).Trace!;
        Assert.That(trace.Events, Is.GreaterThan(1000));
        Assert.That(trace.Checkpoints, Has.Count.EqualTo(trace.Events / trace.Interval).And.Count.LessThanOrEqualTo(1000));
    }

    [Test]
    public async Task A_window_shows_its_events_and_no_others()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing), "no tracing promised");
        RunResult result = await RunTracedAsync(programs.Raise, new TraceOptions { Window = (1, 3) });
        Assert.That(result.Events.Select(happened => happened.Index), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That((await RunTracedAsync(programs.Raise, new TraceOptions())).Events, Is.Empty);
    }

    [Test]
    public async Task Omitted_kinds_of_events_are_neither_numbered_nor_hashed()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing), "no tracing promised");
        TraceOptions whole = new() { Window = (0, long.MaxValue) }, output = whole with { Omitted = [.. Enum.GetValues<TraceEventKind>().Where(kind => kind != TraceEventKind.Output)] };
        RunResult all = await RunTracedAsync(programs.Raise, whole), some = await RunTracedAsync(programs.Raise, output);
        RunResult none = await RunTracedAsync(programs.Raise, whole with { Omitted = Enum.GetValues<TraceEventKind>() });
        Assert.That(some.Events.Select(happened => happened.Name), Is.EqualTo(all.Events.Where(happened => happened.Kind == TraceEventKind.Output).Select(happened => happened.Name)));
        Assert.That(some.Trace!.Events, Is.EqualTo(some.Events.Count).And.GreaterThan(0).And.LessThan(all.Trace!.Events));
        Assert.That(none.Trace!.Events, Is.Zero);
    }

    [Test]
    public async Task A_trace_does_not_depend_on_what_ran_before_the_reset()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Tracing | Capabilities.Resettable), "no tracing promised");
        await using ISession session = await backend.StartAsync(new SessionOptions { Trace = new TraceOptions() });
        var digests = new List<(long, ulong)>();
        foreach (string source in new[] { programs.Raise, programs.SetGlobal, programs.Raise })
        {
            await session.ResetAsync();
            TraceDigest trace = (await session.RunAsync(new IoProgram { Source = source }, Limits)).Trace!;
            digests.Add((trace.Events, trace.Hash));
        }

        Assert.That(digests[2], Is.EqualTo(digests[0]));
    }

    [Test]
    public async Task Edges_are_recorded_where_they_are_promised_and_asked_for()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.EdgeCoverage), "no edges promised");
        var options = new TraceOptions { RecordsEdges = true };
        IReadOnlyList<uint> edges = (await RunTracedAsync(programs.Raise, options)).Edges;
        Assert.That(edges, Is.Not.Empty.And.Unique.And.Ordered);
        Assert.That((await RunTracedAsync(programs.Raise, options)).Edges, Is.EqualTo(edges));
        Assert.That((await RunTracedAsync(programs.Benchmark, options)).Edges, Is.Not.EqualTo(edges));
        Assert.That((await RunTracedAsync(programs.Raise, new TraceOptions())).Edges, Is.Empty);
    }

    [Test]
    public void Features_that_it_does_not_have_cannot_be_switched_off() => Assert.That(
        async () => await backend.StartAsync(new SessionOptions { DisabledFeatures = ["no such feature"] }),
        Throws.TypeOf<BackendException>().With.Message.Contains("no such feature"));

    [Test]
    public async Task Slots_that_a_program_uses_are_recorded_anew_in_every_run()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.SlotUse), "no record of slots promised");
        await using ISession session = await backend.StartAsync(new SessionOptions { RecordsSlotUse = true });
        IReadOnlyList<SlotName> first = (await session.RunAsync(new IoProgram { Source = programs.Hello }, Limits)).SlotUses;
        await session.ResetAsync();
        IReadOnlyList<SlotName> again = (await session.RunAsync(new IoProgram { Source = programs.Hello }, Limits)).SlotUses;
        Assert.That(again, Is.EqualTo(first).And.Not.Empty.And.Unique);
        Assert.That((await RunAsync(programs.Hello)).SlotUses, Is.Empty);
    }

    [Test, CancelAfter(60_000)]
    public async Task The_step_limit_is_kept_where_it_is_promised()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.StepLimit), "no step limit promised");
        Assert.That((await _session.RunAsync(new IoProgram { Source = programs.Endless }, Limits with { Steps = 10_000 })).Outcome, Is.EqualTo(Outcome.StepLimit));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_run_can_be_cancelled_and_the_session_goes_on()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(async () => await Task.Run(() => _session.RunAsync(new IoProgram { Source = programs.Endless }, RunLimits.Unlimited, stop.Token).AsTask()),
            Throws.InstanceOf<OperationCanceledException>());
        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task The_session_is_usable_after_whatever_failed()
    {
        await RunAsync(programs.Raise);
        await IsUsableAsync();
        await RunAsync(programs.Malformed);
        await IsUsableAsync();
        await RunAsync(programs.Exit);
        await IsUsableAsync();
        await _session.RunAsync(new IoProgram { Source = programs.Endless }, Limits with { Time = TimeSpan.FromMilliseconds(100) });
        await IsUsableAsync();
        await _session.RunAsync(new IoProgram { Source = programs.Talkative }, Limits with { OutputBytes = 100 });
        await IsUsableAsync();
    }

    [Test]
    public async Task Globals_stay_until_a_reset_removes_them()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Resettable), "not resettable");
        await RunAsync(programs.SetGlobal);
        string before = (await RunAsync(programs.PrintGlobal)).StandardOutput;
        await _session.ResetAsync();
        string after = (await RunAsync(programs.PrintGlobal)).StandardOutput;
        Assert.That((before, after), Is.EqualTo(("1\n", "nil\n")));
    }

    [Test]
    public async Task A_reset_after_a_failure_removes_what_it_left()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Resettable), "not resettable");
        await RunAsync(programs.SetGlobal + "\n" + programs.Raise);
        await _session.ResetAsync();
        Assert.That((await RunAsync(programs.PrintGlobal)).StandardOutput, Is.EqualTo("nil\n"));
    }

    [Test]
    public async Task Sessions_are_isolated_from_one_another()
    {
        await using ISession other = await backend.StartAsync(new SessionOptions());
        await RunAsync(programs.SetGlobal);
        Assert.That((await other.RunAsync(new IoProgram { Source = programs.PrintGlobal }, Limits)).StandardOutput, Is.EqualTo("nil\n"));
    }

    [Test, CancelAfter(60_000)]
    public async Task Sessions_run_at_the_same_time()
    {
        RunResult[] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using ISession session = await backend.StartAsync(new SessionOptions());
            return await session.RunAsync(new IoProgram { Source = programs.SetGlobal + "\n" + programs.PrintGlobal }, Limits);
        })));
        Assert.That(results.Select(result => result.StandardOutput), Is.All.EqualTo("1\n"));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_benchmark_is_timed_and_its_result_told([Values(1, 1000)] long iterations)
    {
        await using IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.Benchmark, Label = "b.io" }, Limits);
        RawSample sample = await prepared.MeasureAsync(iterations, Limits);
        Assert.Multiple(() =>
        {
            Assert.That((sample.Iterations, sample.ResultText), Is.EqualTo((iterations, $"{2 * iterations}")));
            Assert.That(sample.Elapsed.Value, Is.Positive);
            Assert.That(sample.Allocated is not null || !backend.Capabilities.HasFlag(Capabilities.AllocationCounting), "bytes are told where that is promised");
        });
    }

    [Test, CancelAfter(60_000)]
    public async Task Samples_follow_one_another_with_the_same_result()
    {
        await using IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.Benchmark, Label = "b.io" }, Limits);
        var results = new List<string>();
        foreach (long n in new long[] { 7, 1000, 7 }) results.Add((await prepared.MeasureAsync(n, Limits)).ResultText);
        Assert.That(results, Is.EqualTo(new[] { "14", "2000", "14" }));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_benchmark_that_settled_answers_as_before()
    {
        await using IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.Benchmark, Label = "b.io" }, Limits);
        await prepared.SettleAsync();
        string first = (await prepared.MeasureAsync(1000, Limits)).ResultText;
        await prepared.SettleAsync();
        Assert.That((first, (await prepared.MeasureAsync(1000, Limits)).ResultText), Is.EqualTo(("2000", "2000")));
    }

    [Test, CancelAfter(60_000)]
    public async Task The_count_of_compiled_methods_never_falls_where_it_is_told()
    {
        await using IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.Benchmark, Label = "b.io" }, Limits);
        long? first = (await prepared.MeasureAsync(1, Limits)).CompiledMethods, second = (await prepared.MeasureAsync(1000, Limits)).CompiledMethods;
        Assert.That(first is null == second is null);
        Assert.That(first is null or > 0 && second >= first || first is null, $"{first} and then {second}");
    }

    [Test, CancelAfter(60_000), Platform("Linux")]
    public async Task A_session_that_names_a_process_names_another_one_that_lives_until_it_is_disposed_of()
    {
        await RunAsync(programs.Hello);
        await using ISession another = await backend.StartAsync(new SessionOptions());
        if (another.ProcessId is not { } id)
        {
            Assert.That(backend is not Workers.IsolatedBackend, "a worker's process is known");
            return;
        }

        Assert.That(id, Is.Not.EqualTo(Environment.ProcessId).And.Not.EqualTo(_session.ProcessId));
        Assert.That(Directory.Exists($"/proc/{id}"));
        await another.DisposeAsync();
        Assert.That(() => Directory.Exists($"/proc/{id}"), Is.False.After(5000, 20));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_sample_can_be_cancelled_and_the_session_goes_on()
    {
        await using (IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.EndlessBenchmark, Label = "b.io" }, Limits))
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            Assert.That(async () => await Task.Run(() => prepared.MeasureAsync(1, RunLimits.Unlimited, stop.Token).AsTask()), Throws.InstanceOf<OperationCanceledException>());
        }

        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task Preparing_a_benchmark_resets_the_session()
    {
        Assume.That(backend.Capabilities.HasFlag(Capabilities.Resettable), "not resettable");
        await RunAsync(programs.SetGlobal);
        await using (await _session.PrepareAsync(new IoProgram { Source = programs.Benchmark, Label = "b.io" }, Limits))
        {
        }

        Assert.That((await RunAsync(programs.PrintGlobal)).StandardOutput, Is.EqualTo("nil\n"));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_benchmark_whose_setup_fails_says_why_and_the_session_goes_on()
    {
        Assert.That(async () => await _session.PrepareAsync(new IoProgram { Source = programs.FailingBenchmark, Label = "b.io" }, Limits),
            Throws.TypeOf<BenchmarkFailedException>().With.Property("Result").Property("Outcome").EqualTo(Outcome.Raised));
        await IsUsableAsync();
    }

    [Test, CancelAfter(60_000)]
    public async Task A_benchmark_keeps_the_time_limit_of_a_sample_and_the_session_goes_on()
    {
        await using (IPreparedBenchmark prepared = await _session.PrepareAsync(new IoProgram { Source = programs.EndlessBenchmark, Label = "b.io" }, Limits))
        {
            Assert.That(async () => await prepared.MeasureAsync(1, Limits with { Time = TimeSpan.FromMilliseconds(200) }),
                Throws.TypeOf<BenchmarkFailedException>().With.Property("Result").Property("Outcome").EqualTo(Outcome.TimedOut));
        }

        await IsUsableAsync();
    }

    private async Task<RunResult> RunAsync(string source) => await _session.RunAsync(new IoProgram { Source = source }, Limits);

    private async Task<RunResult> RunTracedAsync(string source, TraceOptions trace)
    {
        await using ISession session = await backend.StartAsync(new SessionOptions { Trace = trace });
        return await session.RunAsync(new IoProgram { Source = source }, Limits);
    }

    private async Task IsUsableAsync() => Assert.That((await RunAsync(programs.Hello)).StandardOutput, Is.EqualTo("hello\n"));
}
