using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>One way in which a backend is wrong. A fault belongs to one session and may count its runs and samples.</summary>
public abstract class Fault
{
    /// <summary>What becomes of a run. The default runs it rightly.</summary>
    public virtual ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken) =>
        inner.RunAsync(program, limits, cancellationToken);

    /// <summary>What becomes of a sample. The default leaves it alone.</summary>
    public virtual RawSample Distort(RawSample sample) => sample;

    /// <summary>What becomes of a reset. The default resets.</summary>
    public virtual ValueTask ResetAsync(ISession inner, CancellationToken cancellationToken) => inner.ResetAsync(cancellationToken);
}
