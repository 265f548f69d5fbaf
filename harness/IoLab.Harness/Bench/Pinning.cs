using System.Globalization;
using System.Runtime.InteropServices;
using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>Keeps the processes that are measured on one processor, and measures the calibration kernel there.</summary>
public interface IPinning
{
    /// <summary>When an invocation is warm, before its first round: chooses the processor and moves these processes there.</summary>
    /// <param name="processIds">The processes; one that is gone is no error.</param>
    void Gather(IReadOnlyList<int> processIds);

    /// <summary>The kernel's time where the processes are, or anywhere while none are gathered.</summary>
    Nanoseconds MeasureKernel();

    /// <summary>After the last round of an invocation, in whatever way it ended: the processes may run anywhere again.</summary>
    void Release();
}

/// <summary>
/// Once an invocation is warm all threads of the measured processes move to the processor on which the calibration kernel is fastest just now (Linux; elsewhere they stay where they
/// are). The hyperthread beside each processor of a rented machine belongs to somebody else and is busy for seconds at a time; a kernel on another processor than the guest would tell
/// nothing about it. Warming up goes on everywhere, since the compiler works on threads of its own. (pyperf pins for the same reason: V. Stinner, "How to get reproducible benchmark results".)
/// This process goes there with one thread and only while the kernel runs: what it starts, such as an external backend, would inherit less than the whole machine.
/// </summary>
/// <param name="kernel">The kernel.</param>
public sealed partial class ProcessorPinning(ICalibrationKernel kernel) : IPinning
{
    private const int MaskWords = 16; // 1024 processors, the size of glibc's cpu_set_t.
    private const int ThisThread = 0;
    private const int Tries = 2;
    private readonly ulong[]? _allowed = ReadAllowed();
    private IReadOnlyList<int> _gathered = [];
    private ulong[]? _place;

    /// <inheritdoc/>
    public void Gather(IReadOnlyList<int> processIds)
    {
        if (_allowed is null || processIds.Count == 0)
        {
            return;
        }

        _place = Fastest(_allowed);
        _gathered = processIds;
        MoveGathered(_place);
    }

    /// <inheritdoc/>
    public Nanoseconds MeasureKernel() => _place is null ? kernel.Measure() : MeasureAt(_place);

    /// <inheritdoc/>
    public void Release()
    {
        if (_place is not null)
        {
            MoveGathered(_allowed!);
        }

        (_place, _gathered) = (null, []);
    }

    private ulong[] Fastest(ulong[] allowed)
    {
        ulong[] best = allowed;
        double least = double.PositiveInfinity;
        foreach (ulong[] place in Enumerable.Range(0, MaskWords * 64).Where(i => (allowed[i / 64] >> (i % 64) & 1) != 0).Select(Only))
        {
            for (int i = 0; i < Tries; i++)
            {
                Nanoseconds took = MeasureAt(place);
                (best, least) = took.Value < least ? (place, took.Value) : (best, least);
            }
        }

        return best;
    }

    /// <summary>The kernel's time on a processor. It runs on one thread without a pause, so that thread can be moved there and back.</summary>
    private Nanoseconds MeasureAt(ulong[] place)
    {
        _ = SetAffinity(ThisThread, MaskWords * sizeof(ulong), place);
        try
        {
            return kernel.Measure();
        }
        finally
        {
            _ = SetAffinity(ThisThread, MaskWords * sizeof(ulong), _allowed!);
        }
    }

    /// <summary>Threads that begin later are where the thread is that begins them; processes and threads that end meanwhile are no loss.</summary>
    private void MoveGathered(ulong[] place)
    {
        foreach (int process in _gathered)
        {
            try
            {
                foreach (string threadDirPath in Directory.EnumerateDirectories($"/proc/{process}/task"))
                {
                    _ = SetAffinity(int.Parse(Path.GetFileName(threadDirPath), CultureInfo.InvariantCulture), MaskWords * sizeof(ulong), place);
                }
            }
            catch (IOException)
            {
            }
        }
    }

    private static ulong[]? ReadAllowed()
    {
        ulong[] mask = new ulong[MaskWords];
        return OperatingSystem.IsLinux() && GetAffinity(ThisThread, MaskWords * sizeof(ulong), mask) == 0 ? mask : null;
    }

    private static ulong[] Only(int processor)
    {
        ulong[] mask = new ulong[MaskWords];
        mask[processor / 64] = 1UL << (processor % 64);
        return mask;
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint bytes, [In, Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, [In] ulong[] mask);
}
