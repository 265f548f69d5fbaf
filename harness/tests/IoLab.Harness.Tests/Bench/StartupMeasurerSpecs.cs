using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Host;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class StartupMeasurerSpecs
{
    private static readonly StartupCommand Good = new("a", "good", [], "hello\n"), Other = new("b", "other", [], null);

    [Test]
    public async Task Commands_are_started_in_rounds_and_the_first_launch_does_not_count()
    {
        var runner = new FakeRunner(_ => Result("hello\n"));
        IReadOnlyList<StartupMeasurement> measurements = await MeasureAsync(runner, Good, Other);
        Assert.Multiple(() =>
        {
            Assert.That(runner.Started.Chunk(2).Select(round => round.Order()), Is.All.EqualTo(new[] { "good", "other" }));
            Assert.That(runner.Started, Has.Count.EqualTo(12));
            Assert.That(measurements.Select(measurement => measurement.Launches.Count), Is.All.EqualTo(5));
            Assert.That(StartupMeasurer.Level(measurements[0])!.Value.Value, Is.EqualTo(50).Within(1e-9));
        });
    }

    [Test]
    public async Task A_wrong_output_is_a_failure_and_not_a_time()
    {
        IReadOnlyList<StartupMeasurement> measurements = await MeasureAsync(new FakeRunner(_ => Result("bye\n")), Good, Other);
        Assert.Multiple(() =>
        {
            Assert.That(measurements[0].Failure, Is.EqualTo("printed 'bye', expected 'hello'"));
            Assert.That(StartupMeasurer.Level(measurements[0]), Is.Null);
            Assert.That(measurements[1].Failure, Is.Null);
        });
    }

    [TestCase(1, false, "exit code 1: oops")]
    [TestCase(0, true, "took longer than 9 s")]
    public async Task A_failing_process_is_a_failure(int exitCode, bool isTimedOut, string expected) =>
        Assert.That((await MeasureAsync(new FakeRunner(_ => Result("", exitCode, isTimedOut)), Good))[0].Failure, Is.EqualTo(expected));

    [Test]
    public async Task Points_are_made_of_time_and_peak_memory()
    {
        IReadOnlyList<SeriesPoint> points = StartupMeasurer.Points(
            await MeasureAsync(new FakeRunner(_ => Result("hello\n")), Good), "hello", Guid.Empty, DateTimeOffset.UnixEpoch, Fakes.Environment);
        Assert.That(points.Select(point => (point.Key.Metric, point.Key.Unit, point.Samples[0].Value)), Is.EqualTo(new[] { ("startup", "ms", 50.0), ("peakMemory", "B", 1000.0) }));
    }

    [Test, Platform("Linux,MacOsX")]
    public async Task A_real_process_is_run_with_its_output_code_and_time()
    {
        ProcessResult result = await new SystemProcessRunner().RunAsync(new ProcessRequest("sh", ["-c", "echo out; echo err >&2; exit 3"], TimeSpan.FromSeconds(20)));
        Assert.That((result.ExitCode, result.IsTimedOut, result.Output, result.Error, result.Elapsed.Value > 0), Is.EqualTo((3, false, "out\n", "err\n", true)));
    }

    [Test, Platform("Linux,MacOsX")]
    public async Task A_real_process_is_killed_at_its_limit_with_its_children()
    {
        ProcessResult result = await new SystemProcessRunner().RunAsync(new ProcessRequest("sh", ["-c", "sleep 600 & sleep 600"], TimeSpan.FromMilliseconds(300)));
        Assert.Multiple(() =>
        {
            Assert.That(result.IsTimedOut);
            Assert.That(result.Elapsed.Value, Is.LessThan(20e9), "children that hold the pipes are gone too");
        });
    }

    [Test]
    public void A_program_that_does_not_exist_is_an_error() =>
        Assert.That(async () => await new SystemProcessRunner().RunAsync(new ProcessRequest("no-such-program-here", [], TimeSpan.FromSeconds(1))),
            Throws.TypeOf<HarnessException>().With.Message.Contains("no-such-program-here"));

    private static Task<IReadOnlyList<StartupMeasurement>> MeasureAsync(IProcessRunner runner, params StartupCommand[] commands) =>
        new StartupMeasurer(runner, new FakeKernel(new FakeMachine())).MeasureAsync(commands, 5, TimeSpan.FromSeconds(9));

    private static ProcessResult Result(string output, int exitCode = 0, bool isTimedOut = false) =>
        new(exitCode, isTimedOut, output, "oops\n", new Nanoseconds(50e6), new Bytes(1000));

    private sealed class FakeRunner(Func<ProcessRequest, ProcessResult> answer) : IProcessRunner
    {
        public List<string> Started { get; } = [];

        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
        {
            Started.Add(request.FileName);
            return Task.FromResult(answer(request));
        }
    }
}
