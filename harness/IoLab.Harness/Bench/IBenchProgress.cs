using IoLab.Contract;
using IoLab.Harness.Bench.Stopping;

namespace IoLab.Harness.Bench;

/// <summary>Is told what happens while measuring. Called between samples, never during one; must be quick.</summary>
public interface IBenchProgress
{
    /// <summary>Something happened.</summary>
    void Report(BenchEvent happened);
}

/// <summary>Something that happened while measuring.</summary>
/// <param name="Elapsed">Time since measuring began.</param>
/// <param name="Remaining">What is left of the budget, or null without one.</param>
public abstract record BenchEvent(TimeSpan Elapsed, TimeSpan? Remaining)
{
    /// <summary>An invocation of a benchmark begins: sessions are started and warmed up.</summary>
    /// <param name="Elapsed">Time since measuring began.</param>
    /// <param name="Remaining">What is left of the budget.</param>
    /// <param name="Benchmark">Which benchmark.</param>
    /// <param name="Invocation">Which invocation, from 0.</param>
    /// <param name="Invocations">Out of how many.</param>
    public sealed record InvocationStarted(TimeSpan Elapsed, TimeSpan? Remaining, BenchmarkDefinition Benchmark, int Invocation, int Invocations)
        : BenchEvent(Elapsed, Remaining);

    /// <summary>A warm-up ended.</summary>
    /// <param name="Elapsed">Time since measuring began.</param>
    /// <param name="Remaining">What is left of the budget.</param>
    /// <param name="Benchmark">Which benchmark.</param>
    /// <param name="Participant">On whom.</param>
    /// <param name="Samples">How many samples it took.</param>
    /// <param name="Reason">Why it ended.</param>
    /// <param name="Iterations">The frozen n.</param>
    public sealed record WarmedUp(
        TimeSpan Elapsed, TimeSpan? Remaining, BenchmarkDefinition Benchmark, Participant Participant, int Samples, StopReason Reason, long Iterations)
        : BenchEvent(Elapsed, Remaining);

    /// <summary>A sample was accepted.</summary>
    /// <param name="Elapsed">Time since measuring began.</param>
    /// <param name="Remaining">What is left of the budget.</param>
    /// <param name="Benchmark">Which benchmark.</param>
    /// <param name="Participant">On whom.</param>
    /// <param name="Sample">The sample.</param>
    /// <param name="Value">Its value in the benchmark's unit.</param>
    public sealed record SampleTaken(
        TimeSpan Elapsed, TimeSpan? Remaining, BenchmarkDefinition Benchmark, Participant Participant, MeasuredSample Sample, double Value)
        : BenchEvent(Elapsed, Remaining);

    /// <summary>Every participant was measured once more.</summary>
    /// <param name="Elapsed">Time since measuring began.</param>
    /// <param name="Remaining">What is left of the budget.</param>
    /// <param name="Benchmark">Which benchmark.</param>
    /// <param name="Invocation">Which invocation, from 0.</param>
    /// <param name="Round">Which round, from 0.</param>
    /// <param name="Rounds">Out of how many.</param>
    /// <param name="Anchor">The calibration kernel's time.</param>
    public sealed record RoundDone(
        TimeSpan Elapsed, TimeSpan? Remaining, BenchmarkDefinition Benchmark, int Invocation, int Round, int Rounds, Nanoseconds Anchor)
        : BenchEvent(Elapsed, Remaining);

    /// <summary>A benchmark failed on a participant and is not measured there any more.</summary>
    /// <param name="Elapsed">Time since measuring began.</param>
    /// <param name="Remaining">What is left of the budget.</param>
    /// <param name="Benchmark">Which benchmark.</param>
    /// <param name="Participant">On whom.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(TimeSpan Elapsed, TimeSpan? Remaining, BenchmarkDefinition Benchmark, Participant Participant, string Reason)
        : BenchEvent(Elapsed, Remaining);
}
