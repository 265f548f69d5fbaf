using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Bench;

/// <summary>Samples that begin from nothing: starts of whole programs, and backends that take every sample in a fresh process.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class ColdSampleSpecs
{
    private static readonly Effort Effort = new() { Invocations = 2, Rounds = 3, MinimumSample = TimeSpan.FromMilliseconds(20) };
    private readonly FakeMachine _machine = new();

    [Test]
    public async Task A_start_is_timed_as_a_whole_and_its_output_is_checked()
    {
        FakeBackend backend = Fakes.Backend(_machine);
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Start("print hello\nwork 50ms", "hello")], backend));
        Assert.Multiple(() =>
        {
            Assert.That(run.Measurements[0].Failure, Is.Null);
            Assert.That(run.Measurements[0].Samples.Select(sample => sample.Raw.PerIteration.Value), Is.EqualTo(Enumerable.Repeat(50e6, 6)).Within(1));
            Assert.That(run.Measurements[0].Samples.Select(sample => sample.Raw.Iterations), Is.All.EqualTo(1));
            Assert.That(backend.SessionsStarted, Is.EqualTo(2 + 6), "two to find n, then one each");
        });
    }

    [Test]
    public async Task A_start_whose_output_is_wrong_is_a_failure_and_never_a_time()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Start("print hm\nwork 50ms", "hello")], Fakes.Backend(_machine)));
        Assert.That(run.Measurements[0].Failure, Is.EqualTo("wrong result: run(1) answered 'hm', expected 'hello'"));
    }

    [Test]
    public async Task A_program_that_crashes_has_no_start_time()
    {
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Start("print hello\nwork 50ms", "hello")], Fakes.Broken(_machine, () => new CrashAt(1))));
        Assert.That(run.Measurements[0].Failure, Does.StartWith("Crashed"));
    }

    [Test]
    public async Task Starts_are_measured_on_the_machine_as_a_program_of_its_own_where_there_is_one()
    {
        MeasurementPlan plan = Fakes.Plan(Effort, [Start("print hello\nwork 50ms", "hello")], Fakes.Backend(_machine));
        plan = plan with { Participants = [plan.Participants[0] with { Program = Fakes.Backend(_machine, "program", 3) }] };
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, plan);
        Assert.That(run.Measurements[0].Samples[0].Raw.PerIteration.Value, Is.EqualTo(150e6).Within(1));
    }

    [Test]
    public async Task A_backend_whose_samples_are_fresh_processes_is_calibrated_in_few_steps_and_not_warmed_up()
    {
        var fresh = new FakeBackend(_machine, "fresh") { Capabilities = Capabilities.FreshSamples };
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort, [Fakes.Benchmark("100ns warmup 100% over 3")], fresh));
        Measurement measurement = run.Measurements[0];
        Assert.Multiple(() =>
        {
            Assert.That(measurement.WarmUps, Is.Empty);
            Assert.That(measurement.Remarks, Is.Empty);
            Assert.That(measurement.Samples, Has.Count.EqualTo(6));
            Assert.That(measurement.Samples.Select(sample => sample.Raw.Iterations).Distinct().Count(), Is.EqualTo(1));
            Assert.That(measurement.Samples[0].Raw.Elapsed.Value, Is.GreaterThanOrEqualTo(20e6));
        });
    }

    [Test]
    public async Task An_interrupted_first_sample_does_not_freeze_an_n_that_is_too_small()
    {
        var fresh = new FakeBackend(_machine, "fresh") { Capabilities = Capabilities.FreshSamples };
        BenchmarkRun run = await Fakes.MeasureAsync(_machine, Fakes.Plan(Effort with { Invocations = 1 }, [Fakes.Benchmark("100ns warmup 30000000% over 1")], fresh));
        Assert.That(run.Measurements[0].Samples[0].Raw.Iterations, Is.GreaterThanOrEqualTo(200_000));
    }

    private static BenchmarkDefinition Start(string program, string output) =>
        BenchmarkLoader.Parse($"# unit: ns\n# measures: start\n# expect: {output}\n{program}\n", "fake", "start.io");
}
