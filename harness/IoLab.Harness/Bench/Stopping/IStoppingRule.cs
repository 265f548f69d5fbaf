namespace IoLab.Harness.Bench.Stopping;

/// <summary>Why a phase ended.</summary>
public enum StopReason
{
    /// <summary>It goes on.</summary>
    None,
    /// <summary>The times no longer fall.</summary>
    Settled,
    /// <summary>The largest number of samples was reached.</summary>
    MaximumReached,
    /// <summary>The time for this phase is used up.</summary>
    TimeReached,
    /// <summary>The interval is narrow enough.</summary>
    Precise,
}

/// <summary>Go on or stop.</summary>
/// <param name="Reason">Why it stops, or <see cref="StopReason.None"/>.</param>
public readonly record struct StoppingDecision(StopReason Reason)
{
    /// <summary>Take another sample.</summary>
    public static StoppingDecision Continue { get; } = new(StopReason.None);

    /// <summary>Does the phase end?</summary>
    public bool IsStop => Reason != StopReason.None;

    /// <summary>End the phase.</summary>
    public static StoppingDecision Stop(StopReason reason) => new(reason);
}

/// <summary>Answers one question: given the samples so far, another one?</summary>
public interface IStoppingRule
{
    /// <summary>Decides. Pure: the same samples give the same answer.</summary>
    /// <param name="timesPerIteration">Nanoseconds per iteration of the samples so far, in order.</param>
    /// <param name="spent">Total time of these samples.</param>
    StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent);
}
