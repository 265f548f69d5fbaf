namespace IoLab.Harness.Bench;

/// <summary>What is measured, and how much.</summary>
public sealed record MeasurementPlan
{
    /// <summary>The benchmarks.</summary>
    public required IReadOnlyList<BenchmarkDefinition> Benchmarks { get; init; }
    /// <summary>Who is measured; names are unique. The first is the reference of speed-ups.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }
    /// <summary>How much.</summary>
    public required Effort Effort { get; init; }
    /// <summary>The seed of the order within rounds.</summary>
    public ulong Seed { get; init; } = Stats.Bootstrap.Seed;

    /// <summary>Checks the plan.</summary>
    /// <exception cref="HarnessException">It is empty or contradictory.</exception>
    public void Validate()
    {
        if (Benchmarks.Count == 0 || Participants.Count == 0)
        {
            throw new HarnessException("nothing to measure: a plan needs a benchmark and a backend");
        }

        if (Participants.GroupBy(participant => participant.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new HarnessException($"{twice.Key} takes part twice; give one of them a label");
        }

        if (Effort.Invocations < 1 || Effort.Rounds < 1 || Effort.MinimumSample <= TimeSpan.Zero || Effort.Budget <= TimeSpan.Zero)
        {
            throw new HarnessException("invocations and rounds must be at least 1, the minimum sample and the budget above zero");
        }
    }
}
