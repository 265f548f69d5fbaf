using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Never ends and keeps no limit, but obeys cancellation.</summary>
/// <param name="when">On which programs; null means on all.</param>
public sealed class Hang(Func<IoProgram, bool>? when = null) : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        if (when?.Invoke(program) == false)
        {
            return await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        }

        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("an endless wait ended");
    }
}
