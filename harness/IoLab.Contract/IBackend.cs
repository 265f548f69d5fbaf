namespace IoLab.Contract;

/// <summary>An implementation of Io that IoLab can run. Stateless: all state belongs to its sessions. Thread safe.</summary>
public interface IBackend
{
    /// <summary>The name users type: lower case, letters, digits, <c>@ - _</c>; unique within a process.</summary>
    string Name { get; }

    /// <summary>One sentence for <c>iolab backends</c>.</summary>
    string Description { get; }

    /// <summary>What this backend can do. A harness must not ask for more.</summary>
    Capabilities Capabilities { get; }

    /// <summary>
    /// The components this backend is made of, such as <c>lexer/csharp</c>, <c>primitives/csharp</c>, <c>evaluation/tree</c>, <c>prelude</c>.
    /// Backends that share a component count as one voter for it.
    /// </summary>
    IReadOnlyList<string> Components { get; }

    /// <summary>Bugs that <see cref="SessionOptions.Mutants"/> can plant in its sessions; none for a backend that is not ours.</summary>
    IReadOnlyList<MutantInfo> Mutants => [];

    /// <summary>Kinds of events that its traces leave out although the definition has them; comparisons then leave them out on every side.</summary>
    IReadOnlyList<TraceEventKind> ElidedEvents => [];

    /// <summary>Passes or features that <see cref="SessionOptions.DisabledFeatures"/> can switch off, in the order in which they work: what a bisection searches.</summary>
    IReadOnlyList<string> Features => [];

    /// <summary>Is it usable on this machine, in which version, and if not, what to install. Never throws for an absent program.</summary>
    ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts an isolated session.</summary>
    /// <exception cref="BackendException">The backend could not start; the message says what to do.</exception>
    ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default);
}

/// <summary>What a backend can do.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Nothing beyond running whole programs.</summary>
    None = 0,
    /// <summary>Runs in this process; the bdn engine can measure it.</summary>
    InProcess = 1,
    /// <summary><see cref="ISession.ResetAsync"/> restores the pristine image cheaply (well under a process start).</summary>
    Resettable = 2,
    /// <summary>First-class continuations, their frames as programs see them, and restarts.</summary>
    Continuations = 4,
    /// <summary>Records the event trace and its hash.</summary>
    Tracing = 8,
    /// <summary>Keeps <see cref="RunLimits.Steps"/>.</summary>
    StepLimit = 16,
    /// <summary>Fills <see cref="RunResult.Counters"/>.</summary>
    Counters = 32,
    /// <summary>Keeps <see cref="SessionOptions.Clock"/> = <see cref="ClockKind.Virtual"/>.</summary>
    VirtualClock = 64,
    /// <summary>Reports bytes allocated per sample.</summary>
    AllocationCounting = 128,
    /// <summary>Every sample of a prepared benchmark is taken in a fresh process: all are equally cold, so warming up between them would be a waste.</summary>
    FreshSamples = 256,
    /// <summary>Fills <see cref="RunResult.SlotUses"/> when <see cref="SessionOptions.RecordsSlotUse"/> asks for it.</summary>
    SlotUse = 512,
    /// <summary>Fills <see cref="RunResult.Edges"/> when <see cref="TraceOptions.RecordsEdges"/> asks for it.</summary>
    EdgeCoverage = 1024,
    /// <summary>Fills <see cref="RunResult.Profile"/> when <see cref="DebugOptions.Profile"/> asks for it.</summary>
    Profiling = 2048,
    /// <summary>.NET makes nothing better of it for having watched it: it is one large loop. Processes in which it is measured do without, which halves their warm-up.</summary>
    Unguided = 4096,
}

/// <summary>The answer of <see cref="IBackend.ProbeAsync"/>.</summary>
/// <param name="IsUsable">Can sessions be started?</param>
/// <param name="Version">The implementation's version text, or null when unknown.</param>
/// <param name="Remedy">What to install or configure when it is not usable; otherwise null.</param>
public sealed record ProbeResult(bool IsUsable, string? Version, string? Remedy);

/// <summary>A bug that can be planted in a session to prove that the harness finds it.</summary>
/// <param name="Id">Its name, as in <see cref="SessionOptions.Mutants"/>.</param>
/// <param name="Component">The component it is a bug of, one of <see cref="IBackend.Components"/>.</param>
/// <param name="Description">One sentence: what goes wrong, and when.</param>
public sealed record MutantInfo(string Id, string Component, string Description);

/// <summary>A backend could not do what was asked of it, for a reason outside the guest program.</summary>
public sealed class BackendException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="backend">The backend's name.</param>
    /// <param name="message">What failed, with which value, and what to try.</param>
    /// <param name="inner">The cause, if any.</param>
    public BackendException(string backend, string message, Exception? inner = null)
        : base($"{backend}: {message}", inner) => Backend = backend;

    /// <summary>The backend's name.</summary>
    public string Backend { get; }
}
