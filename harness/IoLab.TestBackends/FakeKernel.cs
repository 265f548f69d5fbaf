using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.TestBackends;

/// <summary>The calibration kernel of a <see cref="FakeMachine"/>: slows down with it, with noise of its own.</summary>
/// <param name="machine">The machine.</param>
/// <param name="jitter">Deviation of each measurement's factor.</param>
public sealed class FakeKernel(FakeMachine machine, double jitter = 0) : ICalibrationKernel
{
    private const double NanosecondsPerIteration = 10;
    private const double Iterations = 200_000;
    private readonly Noise _noise = new(machine.Seed * 31);

    /// <inheritdoc/>
    public string Name => "fake";

    /// <inheritdoc/>
    public Nanoseconds Measure()
    {
        double time = NanosecondsPerIteration * machine.Slowdown() * _noise.Factor(jitter);
        machine.Clock.Advance(time * Iterations);
        return new Nanoseconds(time);
    }
}
