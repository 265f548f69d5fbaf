using System.Diagnostics;
using System.Runtime.CompilerServices;
using IoLab.Contract;

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
/// A loop behind a switch with several independent chains of integer instructions, loads and stores in cache: the shape of an interpreter's inner loop. It has to be
/// as hungry for the processor's width as interpreters are, because on rented machines the other hyperthread of the core belongs to somebody else: when it is busy, such code takes up
/// to 1.9 times as long, and a single dependent chain only 1.15 times (measured). It does not follow memory, so memory bound benchmarks keep some of the machine's drift.
/// </summary>
public sealed class DispatchKernel : ICalibrationKernel
{
    private const int Iterations = 2_000_000; // 5 to 10 ms: like a sample, so that a machine that takes time away takes it from both.
    private const int Mask = 63;
    private readonly byte[] _code = [.. Enumerable.Range(0, Mask + 1).Select(i => (byte)((i * 37 + 11) & Mask))];
    private readonly long[] _constants = [.. Enumerable.Range(0, Mask + 1).Select(i => i * 7L)];
    private readonly long[] _registers = new long[Mask + 1];
    private long _sink;
    private bool _isWarm;

    /// <inheritdoc/>
    public string Name => "dispatch2";

    /// <summary>One run, whole: a median of short runs would hide the interruptions that a sample suffers.</summary>
    public Nanoseconds Measure()
    {
        if (!_isWarm)
        {
            Time();
            _isWarm = true;
        }

        return new Nanoseconds(Time());
    }

    /// <summary>The loop is compiled optimised at its first call, so caches and frequency are all that warm up.</summary>
    private double Time()
    {
        long start = Stopwatch.GetTimestamp();
        _sink = Loop(_code, _constants, _registers, _sink);
        return Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - start).Value / Iterations;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long Loop(byte[] code, long[] constants, long[] registers, long seed)
    {
        long a = seed, b = 1, c = 2, d = 3;
        for (int i = 0; i < Iterations; i++)
        {
            int operation = code[i & Mask];
            a += constants[operation];
            b ^= constants[(operation + 1) & Mask];
            c += i ^ operation;
            d += constants[(operation + 2) & Mask] & i;
            registers[operation] = i;
            switch (operation & 3)
            {
                case 0: a += i; break;
                case 1: b += i; break;
                case 2: c -= operation; break;
                default: d ^= operation; break;
            }
        }

        return a ^ b ^ c ^ d;
    }
}
