using IoLab.Contract;

namespace IoLab.WorkerDummy;

/// <summary>A backend whose programs are verbs, one a line, that do to their process what a guest should not be able to.</summary>
/// <param name="output">The worker's own output, for verbs that spoil it.</param>
public sealed class BrokenBackend(Stream output) : IBackend
{
    /// <inheritdoc/>
    public string Name => "broken";

    /// <inheritdoc/>
    public string Description => "Breaks its process.";

    /// <inheritdoc/>
    public Capabilities Capabilities => Capabilities.Resettable;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => ["broken"];

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new ProbeResult(true, "1", null));

    /// <inheritdoc/>
    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => options.Mutants is ["refuse"]
        ? throw new BackendException(Name, "refused on request")
        : ValueTask.FromResult<ISession>(new BrokenSession(output));
}
