using IoLab.Contract;

namespace IoLab.Workers;

/// <summary>
/// A backend whose sessions live in worker processes, one each. Whatever a guest does to its process (a stack overflow, a heap that is full, a hang)
/// is the result of its run; the next run gets a fresh process.
/// </summary>
/// <param name="inner">The backend that the workers host under its name. Here it only says what it is.</param>
/// <param name="settings">How workers are started and bounded.</param>
public sealed class IsolatedBackend(IBackend inner, WorkerSettings settings) : IBackend
{
    /// <summary>What the name of a backend is followed by when its sessions are in workers.</summary>
    public const string Suffix = "@worker";

    /// <inheritdoc/>
    public string Name => inner.Name + Suffix;

    /// <inheritdoc/>
    public string Description => $"{inner.Name}, with every session in a process of its own.";

    /// <inheritdoc/>
    public Capabilities Capabilities => inner.Capabilities & ~(Capabilities.InProcess | Capabilities.Profiling);

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => inner.Components;

    /// <inheritdoc/>
    public IReadOnlyList<MutantInfo> Mutants => inner.Mutants;

    /// <inheritdoc/>
    public IReadOnlyList<TraceEventKind> ElidedEvents => inner.ElidedEvents;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => inner.Features;

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        var session = new IsolatedSession(Name, inner.Name, settings, options);
        await session.StartAsync(cancellationToken).ConfigureAwait(false);
        return session;
    }
}
