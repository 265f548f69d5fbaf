using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>What a benchmark's samples are expressed in.</summary>
/// <param name="Name">As written in a benchmark's header and stored in a series.</param>
/// <param name="IsRate">Operations per time, or time per operation?</param>
/// <param name="Factor">For a rate: units per operation per nanosecond. For a time: units per nanosecond.</param>
public sealed record MeasurementUnit(string Name, bool IsRate, double Factor)
{
    /// <summary>All units a benchmark may state.</summary>
    public static IReadOnlyList<MeasurementUnit> All { get; } =
    [
        new("ops/s", true, 1e9), new("Kops/s", true, 1e6), new("Mops/s", true, 1e3), new("Gflops", true, 1),
        new("ns", false, 1), new("us", false, 1e-3), new("ms", false, 1e-6), new("s", false, 1e-9),
    ];

    /// <summary>The unit's value for a sample.</summary>
    /// <param name="elapsed">Time of the sample.</param>
    /// <param name="operations">Operations done in it.</param>
    public double Of(Nanoseconds elapsed, double operations) =>
        IsRate ? operations / elapsed.Value * Factor : elapsed.Value / operations * Factor;
}
