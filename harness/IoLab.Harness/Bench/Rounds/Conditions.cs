using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>What all slots of a run share.</summary>
/// <param name="Effort">How much is measured.</param>
/// <param name="Budget">The time left.</param>
/// <param name="Kernel">The anchor.</param>
/// <param name="Pinning">Keeps processes on a processor; null for nobody.</param>
/// <param name="Disturbance">Judges the anchor's times.</param>
/// <param name="Random">The order within rounds.</param>
/// <param name="Progress">Told what happens, or null.</param>
internal sealed record Conditions(
    Effort Effort, TimeBudget Budget, ICalibrationKernel Kernel, IPinning? Pinning, Disturbance Disturbance, SeededRandom Random, IBenchProgress? Progress)
{
    /// <summary>The limit of the next sample.</summary>
    public SampleLimit Limit => Budget.Limit(Effort.SampleLimit);

    /// <summary>The anchor's time, now.</summary>
    public Nanoseconds MeasureKernel() => Pinning?.MeasureKernel() ?? Kernel.Measure();
}
