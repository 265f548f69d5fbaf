using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Prints a line of its own at the end of every run.</summary>
public sealed class ExtraOutput : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        RunResult result = await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        return result with { StandardOutput = result.StandardOutput + "debug: done\n" };
    }
}
