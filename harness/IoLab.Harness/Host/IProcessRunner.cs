using IoLab.Contract;

namespace IoLab.Harness.Host;

/// <summary>A process to start.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments, each passed as it is.</param>
/// <param name="TimeLimit">After this time the process and its children are killed.</param>
public sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments, TimeSpan TimeLimit)
{
    /// <summary>Its working directory; null for this process's own.</summary>
    public string? WorkingDirPath { get; init; }
}

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code; meaningless when it was killed.</param>
/// <param name="IsTimedOut">Was it killed at its limit?</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Elapsed">From just before it was started until its end was seen.</param>
/// <param name="PeakMemory">The largest resident memory seen, or null where the system does not tell. Sampled: a short peak may be missed.</param>
public sealed record ProcessResult(int ExitCode, bool IsTimedOut, string Output, string Error, Nanoseconds Elapsed, Bytes? PeakMemory);

/// <summary>Starts processes. A port: the default is <see cref="SystemProcessRunner"/>.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a process to its end or limit; its whole tree is gone afterwards.</summary>
    /// <exception cref="HarnessException">It could not be started.</exception>
    Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default);
}
