using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Reports every failed run as completed with exit code 0.</summary>
public sealed class LyingExitCode : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        RunResult result = await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        return result with { Outcome = Outcome.Completed, ExitCode = 0, Exception = null };
    }
}

/// <summary>Raises with another message than it should.</summary>
public sealed class WrongExceptionText : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        RunResult result = await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        return result.Exception is { } exception ? result with { Exception = exception with { Message = exception.Message + "!" } } : result;
    }
}
