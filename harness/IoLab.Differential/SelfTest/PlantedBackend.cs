using IoLab.Contract;

namespace IoLab.Differential.SelfTest;

/// <summary>
/// One of our machines, built with a bug: every session has the mutant switched on. It is another build, so that none of its components is the sound machine's: two planted
/// machines share theirs with each other. A machine that does not have the mutant is sound in this build too.
/// </summary>
/// <param name="inner">The machine.</param>
/// <param name="mutant">The mutant's id.</param>
public sealed class PlantedBackend(IBackend inner, string mutant) : IBackend
{
    private const string Suffix = "-planted";
    private const string OfThisBuild = " (planted)";

    /// <inheritdoc/>
    public string Name => inner.Name + Suffix;

    /// <inheritdoc/>
    public string Description => $"{inner.Name} with the mutant {mutant}";

    /// <inheritdoc/>
    public Capabilities Capabilities => inner.Capabilities;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components { get; } = [.. inner.Components.Select(component => component + OfThisBuild)];

    /// <inheritdoc/>
    public IReadOnlyList<TraceEventKind> ElidedEvents => inner.ElidedEvents;

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => inner.Features;

    /// <summary>A component's name without the build it belongs to.</summary>
    public static string Bare(string component) => component.Replace(OfThisBuild, "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) =>
        inner.StartAsync(inner.Mutants.Any(known => known.Id == mutant) ? options with { Mutants = [.. options.Mutants, mutant] } : options, cancellationToken);
}
