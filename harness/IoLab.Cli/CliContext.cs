using IoLab.Cli.Commands;
using IoLab.Cli.Configuration;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Harness.Bench;

namespace IoLab.Cli;

/// <summary>What commands are given: the outside world and our own backends.</summary>
/// <param name="Host">The outside world.</param>
/// <param name="OwnBackends">Our own backends by name, the reference of comparisons first.</param>
/// <param name="DefaultBackend">Who runs programs when nobody is named.</param>
internal sealed record CliContext(CliHost Host, IReadOnlyList<(string Name, Func<IBackend> Make)> OwnBackends, string DefaultBackend)
{
    /// <summary>Our own backends that take part only where somebody names them.</summary>
    public IReadOnlyList<(string Name, Func<IBackend> Make)> HostedBackends { get; init; } = [];

    /// <summary>The measurers by name.</summary>
    public IReadOnlyList<(string Name, Func<CliContext, IMeasurer> Make)> Engines { get; init; } = Measuring.Engines;

    /// <summary>The words that start a worker process of this program; null when this process is not the program.</summary>
    public IReadOnlyList<string>? WorkerWords { get; init; } = OwnProgram.Words is { } own ? [.. own, WorkerPart.Word] : null;

    /// <summary>The measurer of a name.</summary>
    public IMeasurer Engine(string name) => Engines.FirstOrDefault(engine => engine.Name == name).Make?.Invoke(this)
        ?? throw new UsageException($"there is no engine {name}; {Spelling.Hint(name, [.. Engines.Select(engine => engine.Name)])}");

    /// <summary>Makes what a lane of a campaign learns with, given the weights to begin with.</summary>
    public Func<FeatureWeights, IFeedback> Feedback { get; init; } = basis => new Feedback(basis);

    /// <summary>What campaigns are made of.</summary>
    public CampaignWorkshop Workshop(RegistryOptions options) => new(Registry(options), Repository.Find(Host), Feedback, Host.Warn);

    /// <summary>All backends, given what the command line says of them.</summary>
    public BackendRegistry Registry(RegistryOptions options) => new(OwnBackends, Environment.CurrentDirectory, options) { WorkerWords = WorkerWords, Hosted = HostedBackends };
}
