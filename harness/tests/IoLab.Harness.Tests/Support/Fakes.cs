using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Support;

/// <summary>Short ways to fake benchmarks and runs.</summary>
internal static class Fakes
{
    public static readonly EnvironmentInfo Environment = new()
    {
        Fingerprint = "machine", Processor = "p", Cores = 2, Memory = new Bytes(1), OperatingSystem = "o", Runtime = "10", RuntimeSettings = "",
    };

    public static BenchmarkDefinition Benchmark(string work, string name = "b", string expect = "# expect: none") =>
        BenchmarkLoader.Parse($"# unit: ns\n{expect}\nwork {work}\n", "fake", name + ".io");

    public static FakeBackend Backend(FakeMachine machine, string name = "fake", double slowdown = 1) => new(machine, name) { Slowdown = slowdown };

    public static BrokenBackend Broken(FakeMachine machine, Func<Fault> fault, string name = "fake") => new(Backend(machine, name), fault);

    public static MeasurementPlan Plan(Effort effort, IReadOnlyList<BenchmarkDefinition> benchmarks, params IBackend[] backends) =>
        new() { Benchmarks = benchmarks, Participants = [.. backends.Select(backend => new Participant(backend))], Effort = effort };

    public static Task<BenchmarkRun> MeasureAsync(FakeMachine machine, MeasurementPlan plan, IBenchProgress? progress = null, double kernelJitter = 0) =>
        new RoundsMeasurer(machine.Clock, new FakeKernel(machine, kernelJitter)).MeasureAsync(plan, progress);
}

/// <summary>Remembers what was reported.</summary>
internal sealed class RecordingProgress : IBenchProgress
{
    public List<BenchEvent> Events { get; } = [];

    public Action<BenchEvent> Happened { get; set; } = _ => { };

    public void Report(BenchEvent happened)
    {
        Events.Add(happened);
        Happened(happened);
    }
}
