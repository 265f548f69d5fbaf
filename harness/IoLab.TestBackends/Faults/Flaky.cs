using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Every n-th run loses its last line of output, and every n-th sample has a wrong result.</summary>
/// <param name="n">From 1.</param>
public sealed class Flaky(int n) : Fault
{
    private int _runs, _samples;

    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        RunResult result = await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        if (++_runs % n != 0)
        {
            return result;
        }

        string[] lines = result.StandardOutput.TrimEnd('\n').Split('\n');
        return result with { StandardOutput = string.Concat(lines.SkipLast(1).Select(line => line + "\n")) };
    }

    /// <inheritdoc/>
    public override RawSample Distort(RawSample sample) => ++_samples % n == 0 ? sample with { ResultText = "flaky" } : sample;
}
