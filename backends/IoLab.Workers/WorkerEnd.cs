using IoLab.Contract;

namespace IoLab.Workers;

/// <summary>Why a worker was ended, or that it ended itself.</summary>
internal enum EndReason
{
    /// <summary>It ended itself.</summary>
    Died,
    /// <summary>It did not answer in time.</summary>
    Silent,
    /// <summary>It held too much memory.</summary>
    Memory,
    /// <summary>Its answer could not be read.</summary>
    Malformed,
    /// <summary>It did not stop when it was told to.</summary>
    Cancelled,
    /// <summary>It was no longer needed.</summary>
    Disposed,
}

/// <summary>How a worker came to its end.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The particulars, for people.</param>
/// <param name="ExitCode">Its exit code; 128 + n when signal n ended it.</param>
/// <param name="Complaint">The beginning of what it wrote to standard error.</param>
internal sealed record WorkerEnd(EndReason Reason, string Detail, int ExitCode, string Complaint)
{
    private const int SigKill = 128 + 9;

    /// <summary>The result of the run that was going on.</summary>
    public RunResult ToResult() => new() { Outcome = Outcome, Detail = Text, StandardError = "" };

    /// <summary>What that end is to the run.</summary>
    private Outcome Outcome => Reason switch
    {
        EndReason.Silent => Outcome.TimedOut,
        EndReason.Memory => Outcome.OutOfMemory,
        EndReason.Died when IsOutOfMemory => Outcome.OutOfMemory,
        _ => Outcome.Crashed,
    };

    private bool IsOutOfMemory =>
        Complaint.Contains("OutOfMemoryException", StringComparison.Ordinal) || Complaint.StartsWith("Out of memory", StringComparison.Ordinal);

    /// <summary>What happened, in one sentence and the process's own words.</summary>
    public string Text => Reason switch
    {
        EndReason.Silent => $"the worker process {Detail} and was ended",
        EndReason.Memory => $"the worker process {Detail} and was ended",
        EndReason.Malformed => $"the worker process answered what cannot be read ({Detail}) and was ended",
        EndReason.Cancelled => "the worker process did not stop when it was told to and was ended",
        EndReason.Disposed => "the worker process was ended with its session",
        _ when IsOutOfMemory => $"the worker process ran out of memory at the hard limit of its heap{Words}",
        _ when Complaint.StartsWith("Stack overflow", StringComparison.Ordinal) => $"the worker process overflowed its stack{Words}",
        _ when ExitCode == SigKill => "the worker process was killed from outside (signal 9), perhaps for want of memory",
        _ when ExitCode > 128 => $"the worker process was ended by signal {ExitCode - 128}{Words}",
        _ => $"the worker process ended with exit code {ExitCode}{Words}",
    };

    private string Words => Complaint.Length == 0 ? "" : ": " + Complaint.Trim();
}
