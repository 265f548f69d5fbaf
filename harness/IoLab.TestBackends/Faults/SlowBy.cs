using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Right, but slower by a fraction: 0.10 is 10%.</summary>
/// <param name="fraction">The fraction.</param>
public sealed class SlowBy(double fraction) : Fault
{
    /// <inheritdoc/>
    public override RawSample Distort(RawSample sample) => sample with { Elapsed = new Nanoseconds(sample.Elapsed.Value * (1 + fraction)) };
}
