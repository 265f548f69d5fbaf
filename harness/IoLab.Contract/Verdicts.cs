namespace IoLab.Contract;

/// <summary>The outcome of a check.</summary>
public enum Verdict
{
    /// <summary>Holds.</summary>
    Pass,
    /// <summary>Does not hold.</summary>
    Fail,
    /// <summary>The data cannot tell at this noise and sample count.</summary>
    Undecidable,
    /// <summary>A run failed, so there is nothing to judge.</summary>
    NoVerdict,
}

/// <summary>How one corpus case went on one backend.</summary>
public enum CaseStatus
{
    /// <summary>As expected.</summary>
    Passed,
    /// <summary>Differs from the expectation.</summary>
    Failed,
    /// <summary>Differs, and is listed as a known failure that has not expired.</summary>
    KnownFailure,
    /// <summary>Listed as a known failure but passes, or the listing expired: counts as a failure.</summary>
    StaleKnownFailure,
    /// <summary>The backend lacks a capability the case declares.</summary>
    Skipped,
}

/// <summary>One cell of the conformance matrix.</summary>
/// <param name="Area">The case's area (folder).</param>
/// <param name="Case">The case's name, unique with its area.</param>
/// <param name="Backend">The backend's name.</param>
/// <param name="Status">How it went.</param>
/// <param name="Detail">First differing line with both sides, or the reason; null when passed.</param>
/// <param name="Elapsed">Time taken.</param>
public sealed record CaseResult(string Area, string Case, string Backend, CaseStatus Status, string? Detail, Nanoseconds Elapsed);

/// <summary>A number with its interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Confidence">Confidence level, such as 0.95.</param>
public readonly record struct Estimate(double Value, double Low, double High, double Confidence);

/// <summary>One row of a benchmark table: a backend on a benchmark, and its ratio to the reference backend of the run.</summary>
public sealed record BenchmarkRow
{
    /// <summary>The suite.</summary>
    public required string Suite { get; init; }
    /// <summary>The benchmark.</summary>
    public required string Benchmark { get; init; }
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }
    /// <summary>The unit of <see cref="Level"/>.</summary>
    public required string Unit { get; init; }
    /// <summary>Is more better?</summary>
    public required Direction Direction { get; init; }
    /// <summary>The backend.</summary>
    public required string Backend { get; init; }
    /// <summary>The level with its interval, or null when it failed.</summary>
    public Estimate? Level { get; init; }
    /// <summary>How many times faster (better) than the reference backend, from paired rounds; null for the reference itself or a failure.</summary>
    public Estimate? Speedup { get; init; }
    /// <summary>How many samples.</summary>
    public int Samples { get; init; }
    /// <summary>Bytes allocated per iteration, where known.</summary>
    public double? AllocatedPerIteration { get; init; }
    /// <summary>Why there is no level.</summary>
    public string? Failure { get; init; }
    /// <summary>Remarks: did not settle, outliers, invalid result.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>The gate's decision on one series.</summary>
public sealed record GateFinding
{
    /// <summary>The series.</summary>
    public required SeriesKey Key { get; init; }
    /// <summary>The decision.</summary>
    public required Verdict Verdict { get; init; }
    /// <summary>New over old, as a ratio in the worse direction (1.10 is 10% worse), through the anchor.</summary>
    public required Estimate Change { get; init; }
    /// <summary>The A/A noise floor of this series as a ratio (1.03 means 3%).</summary>
    public required double NoiseFloor { get; init; }
    /// <summary>The smallest change that could have been seen, as a ratio.</summary>
    public required double DetectableChange { get; init; }
    /// <summary>The threshold asked for, as a ratio.</summary>
    public required double Threshold { get; init; }
    /// <summary>One sentence with the numbers.</summary>
    public required string Explanation { get; init; }
}
