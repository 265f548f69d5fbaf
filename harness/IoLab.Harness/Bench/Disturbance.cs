using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>Tells by the calibration kernel whether the machine was giving its full speed.</summary>
public sealed class Disturbance
{
    /// <summary>The kernel repeats itself within 2% on a core that is its own; with a busy neighbour on the other hyperthread it takes 1.3 to 1.9 times as long.</summary>
    public const double Limit = 1.08;

    private double _fastest = double.PositiveInfinity;

    /// <summary>Is this time of the kernel longer than <see cref="Limit"/> times the shortest seen so far?</summary>
    public bool Shows(Nanoseconds kernel)
    {
        _fastest = Math.Min(_fastest, kernel.Value);
        return kernel.Value > Limit * _fastest;
    }
}
