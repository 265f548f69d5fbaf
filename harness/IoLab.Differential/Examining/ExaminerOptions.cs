using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>How an examiner runs programs and judges.</summary>
public sealed record ExaminerOptions
{
    /// <summary>Whom to believe where votes do not decide; null believes the backends in the order in which they are given.</summary>
    public Trust? Trust { get; init; }

    /// <summary>How results are compared.</summary>
    public ComparisonPolicy Policy { get; init; } = ComparisonPolicy.Strict;

    /// <summary>
    /// Limits of each run. <see cref="RunLimits.Steps"/> are kept by the first backend that counts them; the others, which then run as they do for users, are
    /// held to them only when the first one reached the limit.
    /// </summary>
    public RunLimits Limits { get; init; } = new()
    {
        Time = TimeSpan.FromSeconds(5), Steps = 1_000_000, MemoryBytes = 512L << 20, OutputBytes = 1 << 20, Frames = 100_000,
    };

    /// <summary>Record traces on every backend that can, and compare them.</summary>
    public bool UsesTraces { get; init; }

    /// <summary>Record edges on the first backend that can.</summary>
    public bool RecordsEdges { get; init; }

    /// <summary>Differences that are no disagreements, because they are known.</summary>
    public KnownDifferences Known { get; init; } = KnownDifferences.None;

    /// <summary>Run a program that shows a disagreement again in fresh sessions, and believe only what shows again.</summary>
    public bool Confirms { get; init; }

    /// <summary>What programs may touch: nothing, as nobody has read them.</summary>
    public Permissions Permissions { get; init; } = Permissions.None;

    /// <summary>Changes the session options of a backend, to plant a bug or to switch a feature off; null changes nothing.</summary>
    public Func<IBackend, SessionOptions, SessionOptions>? Adjust { get; init; }

    /// <summary>How long past its limit a run may take; null for <see cref="Harness.Execution.SessionHost"/>'s own.</summary>
    public TimeSpan? Grace { get; init; }
}
