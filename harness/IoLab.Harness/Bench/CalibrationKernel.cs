using System.Diagnostics;
using System.Runtime.CompilerServices;
using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench;

/// <summary>A fixed piece of work that no change of a backend touches: the anchor that stored baselines are compared through.</summary>
public interface ICalibrationKernel
{
    /// <summary>Its name and version; anchors of different kernels do not compare.</summary>
    string Name { get; }

    /// <summary>Nanoseconds per iteration, now.</summary>
    Nanoseconds Measure();
}

/// <summary>
/// A small loop of integer instructions behind a switch, the shape of an interpreter's inner loop. It follows the machine's clock speed and, being
/// dispatch bound, its branch unit; it does not follow memory, so memory bound benchmarks keep some of the machine's drift.
/// </summary>
public sealed class DispatchKernel : ICalibrationKernel
{
    private const int Iterations = 200_000; // About 2 ms: long against the clock's resolution, short against a sample.
    private const int Repeats = 3;
    private static readonly byte[] Code = [0, 1, 2, 3, 1, 4, 0, 2, 5, 3, 1, 0, 4, 2, 1, 5];
    private long _sink;
    private bool _isWarm;

    /// <inheritdoc/>
    public string Name => "dispatch1";

    /// <summary>The median of three runs: an interruption hits one of them.</summary>
    public Nanoseconds Measure()
    {
        if (!_isWarm)
        {
            WarmUp();
        }

        Span<double> times = stackalloc double[Repeats];
        for (int i = 0; i < Repeats; i++)
        {
            times[i] = Time();
        }

        return new Nanoseconds(Medians.SortingMedian(times));
    }

    /// <summary>The loop is compiled optimised at its first call, so caches and frequency are all that warm up.</summary>
    private void WarmUp()
    {
        for (int i = 0; i < 10; i++)
        {
            Time();
        }

        _isWarm = true;
    }

    private double Time()
    {
        long start = Stopwatch.GetTimestamp();
        _sink = Loop(Code, _sink);
        return Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - start).Value / Iterations;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long Loop(byte[] code, long seed)
    {
        long a = seed, b = 1;
        for (int i = 0; i < Iterations; i++)
        {
            switch (code[i & 15])
            {
                case 0: a += b; break;
                case 1: b ^= a; break;
                case 2: a = (a << 3) - a; break;
                case 3: b += i; break;
                case 4: a ^= b >> 2; break;
                default: b = a - b; break;
            }
        }

        return a ^ b;
    }
}
