using IoLab.Contract;
using IoLab.External.Processes;

namespace IoLab.External.Batches;

/// <summary>
/// Any command line as a backend that runs many programs in one process, for implementations that are slow to start: a driver in Io runs each by <c>doString</c> within a
/// <c>try</c>. What earlier programs changed in shared objects is seen by later ones, and a program that ends the process ends it for all: results are a filter,
/// and whoever finds a difference asks the plain <see cref="ExternalBackend"/> again.
/// </summary>
/// <param name="settings">The command and what is known of it.</param>
/// <param name="batchSize">Programs in one process at most.</param>
/// <param name="runner">Runs processes; null for the default.</param>
public sealed class BatchedBackend(ExternalSettings settings, int batchSize = 200, IChildProcessRunner? runner = null) : IBackend
{
    private readonly IChildProcessRunner runner = runner ?? new SystemProcessRunner();
    private readonly ExternalBackend alone = new(settings, runner);

    /// <inheritdoc/>
    public string Name => settings.Name;

    /// <inheritdoc/>
    public string Description => $"{alone.Description}, many programs in one process";

    /// <inheritdoc/>
    public Capabilities Capabilities => Capabilities.Resettable;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => alone.Components;

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => alone.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        var session = (ExternalSession)await alone.StartAsync(options, cancellationToken).ConfigureAwait(false);
        return new BatchSession(settings, batchSize, session, session.CommandFor, runner);
    }
}
