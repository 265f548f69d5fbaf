namespace IoLab.TestBackends;

/// <summary>
/// The imaginary computer that fake backends and the fake calibration kernel share: a clock, and phases in which everything is slower,
/// as on shared machines.
/// </summary>
/// <param name="seed">Everything random on this machine flows from it.</param>
public sealed class FakeMachine(int seed = 1)
{
    /// <summary>The machine's clock.</summary>
    public VirtualClock Clock { get; } = new();

    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;

    /// <summary>Lengths and slow-downs of phases, repeated for ever; empty means an even machine.</summary>
    public IReadOnlyList<(TimeSpan Length, double Slowdown)> Phases { get; init; } = [];

    /// <summary>How much slower than at its best the machine is now; 1 or more.</summary>
    public double Slowdown()
    {
        if (Phases.Count == 0)
        {
            return 1;
        }

        long cycle = Phases.Sum(phase => phase.Length.Ticks), position = Clock.Elapsed.Ticks % cycle;
        foreach ((TimeSpan length, double slowdown) in Phases)
        {
            position -= length.Ticks;
            if (position < 0)
            {
                return slowdown;
            }
        }

        return 1;
    }
}
