using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Never ends and keeps no limit, but obeys cancellation.</summary>
public sealed class Hang : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("an endless wait ended");
    }
}
