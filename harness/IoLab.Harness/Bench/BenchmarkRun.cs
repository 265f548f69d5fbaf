using IoLab.Contract;
using IoLab.Harness.Bench.Stopping;

namespace IoLab.Harness.Bench;

/// <summary>One timed sample in its place.</summary>
/// <param name="Invocation">Which invocation, from 0.</param>
/// <param name="Round">Which round of the invocation, from 0.</param>
/// <param name="Order">Position within the round, from 0.</param>
/// <param name="Raw">What the backend measured.</param>
/// <param name="Anchor">The calibration kernel's nanoseconds per iteration in the same round, or null.</param>
public sealed record MeasuredSample(int Invocation, int Round, int Order, RawSample Raw, Nanoseconds? Anchor);

/// <summary>How one warm-up went.</summary>
/// <param name="Invocation">Which invocation, from 0; -1 before the first.</param>
/// <param name="Times">Time per iteration of its samples, in order.</param>
/// <param name="Reason">Why it ended.</param>
public sealed record WarmUp(int Invocation, IReadOnlyList<Nanoseconds> Times, StopReason Reason)
{
    /// <summary>What a reader of a table should know of these warm-ups.</summary>
    public static IReadOnlyList<string> Remarks(IReadOnlyList<WarmUp> warmUps)
    {
        int unsettled = warmUps.Count(warmUp => warmUp.Reason != StopReason.Settled);
        return unsettled > 0 ? [$"did not settle in {unsettled} of {warmUps.Count} warm-ups"] : [];
    }
}

/// <summary>One benchmark on one participant.</summary>
public sealed record Measurement
{
    /// <summary>The benchmark.</summary>
    public required BenchmarkDefinition Benchmark { get; init; }
    /// <summary>The participant.</summary>
    public required Participant Participant { get; init; }
    /// <summary>The samples whose results were right, in the order taken.</summary>
    public required IReadOnlyList<MeasuredSample> Samples { get; init; }
    /// <summary>The warm-ups.</summary>
    public IReadOnlyList<WarmUp> WarmUps { get; init; } = [];
    /// <summary>Why there is no time, or null. Samples taken before the failure are kept as evidence and never averaged.</summary>
    public string? Failure { get; init; }
    /// <summary>False when a result was wrong: the times are worth nothing.</summary>
    public bool IsValid { get; init; } = true;
    /// <summary>Remarks for people.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Can it be averaged?</summary>
    public bool IsUsable => IsValid && Failure is null && Samples.Count > 0;
}

/// <summary>Everything one run measured.</summary>
public sealed record BenchmarkRun
{
    /// <summary>Shared by the points of this run.</summary>
    public required Guid RunId { get; init; }
    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset Time { get; init; }
    /// <summary>The plan.</summary>
    public required MeasurementPlan Plan { get; init; }
    /// <summary>The measurer's name.</summary>
    public required string Engine { get; init; }
    /// <summary>The measurements, by benchmark and then participant in the order of the plan.</summary>
    public required IReadOnlyList<Measurement> Measurements { get; init; }
    /// <summary>How long measuring took.</summary>
    public required TimeSpan Elapsed { get; init; }
    /// <summary>Did the budget end it before all rounds were done?</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The measurement of a benchmark on a participant.</summary>
    public Measurement Find(BenchmarkDefinition benchmark, Participant participant) =>
        Measurements.First(measurement => measurement.Benchmark.Id == benchmark.Id && measurement.Participant.Name == participant.Name);
}
