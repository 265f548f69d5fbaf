using System.Globalization;
using System.Runtime.InteropServices;
using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>What is done to the process that is measured in, so that equal work takes equal time.</summary>
public interface IProcessPreparation
{
    /// <summary>How many methods the host's compiler has compiled so far: while it is at work, code is not yet what it will be.</summary>
    int CompiledMethods { get; }

    /// <summary>When an invocation is warm, before its first round.</summary>
    void BeforeRounds();

    /// <summary>Before each round.</summary>
    /// <param name="round">The round, from 0.</param>
    void BeforeRound(int round);

    /// <summary>After the last round of an invocation, in whatever way it ended.</summary>
    void AfterRounds();
}

/// <summary>
/// <para>Once an invocation is warm all threads of this process move to the processor on which the calibration kernel is fastest just now (Linux; elsewhere they stay where they are).
/// The hyperthread beside each processor of a rented machine belongs to somebody else and is busy for seconds at a time; a kernel on another processor than the guest would tell
/// nothing about it. Warming up goes on everywhere, since the compiler works on threads of its own. (pyperf pins for the same reason: V. Stinner, "How to get reproducible benchmark results".)</para>
/// <para>Before a round the heap is collected, and twice before the first. The age of what a program stores decides how much .NET's write barrier does, so equal invocations
/// would differ depending on whether a collection had happened to promote what they run on.</para>
/// </summary>
/// <param name="kernel">The kernel.</param>
public sealed partial class QuietProcess(ICalibrationKernel kernel) : IProcessPreparation
{
    private const int MaskWords = 16; // 1024 processors, the size of glibc's cpu_set_t.
    private const int Tries = 2;
    private readonly ulong[]? _allowed = ReadAllowed();

    /// <inheritdoc/>
    public int CompiledMethods => (int)System.Runtime.JitInfo.GetCompiledMethodCount();

    /// <inheritdoc/>
    public void BeforeRounds()
    {
        if (_allowed is null)
        {
            return;
        }

        int best = -1;
        double least = double.PositiveInfinity;
        foreach (int processor in Processors(_allowed))
        {
            MoveThreads(Only(processor), itselfOnly: true);
            for (int i = 0; i < Tries; i++)
            {
                Nanoseconds took = kernel.Measure();
                (best, least) = took.Value < least ? (processor, took.Value) : (best, least);
            }
        }

        MoveThreads(Only(best), itselfOnly: false);
    }

    /// <inheritdoc/>
    public void BeforeRound(int round)
    {
        GC.Collect();
        if (round == 0)
        {
            GC.Collect(); // The second promotes into the oldest generation what the first found in the youngest.
        }
    }

    /// <inheritdoc/>
    public void AfterRounds()
    {
        if (_allowed is not null)
        {
            MoveThreads(_allowed, itselfOnly: false);
        }
    }

    private static ulong[]? ReadAllowed()
    {
        ulong[] mask = new ulong[MaskWords];
        return OperatingSystem.IsLinux() && GetAffinity(0, MaskWords * sizeof(ulong), mask) == 0 ? mask : null;
    }

    private static IEnumerable<int> Processors(ulong[] mask) => Enumerable.Range(0, MaskWords * 64).Where(i => (mask[i / 64] >> (i % 64) & 1) != 0);

    private static ulong[] Only(int processor)
    {
        ulong[] mask = new ulong[MaskWords];
        mask[processor / 64] = 1UL << (processor % 64);
        return mask;
    }

    /// <summary>Threads that end meanwhile are no loss.</summary>
    private static void MoveThreads(ulong[] mask, bool itselfOnly)
    {
        IEnumerable<int> threads = itselfOnly
            ? [0]
            : Directory.EnumerateDirectories("/proc/self/task").Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture)).ToArray();
        foreach (int thread in threads)
        {
            _ = SetAffinity(thread, MaskWords * sizeof(ulong), mask);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint bytes, [In, Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, [In] ulong[] mask);
}
