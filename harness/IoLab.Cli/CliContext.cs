using IoLab.Cli.Host;
using IoLab.Contract;

namespace IoLab.Cli;

/// <summary>What commands are given: the outside world and our own backends.</summary>
/// <param name="Host">The outside world.</param>
/// <param name="OwnBackends">Our own backends by name, the default one first.</param>
internal sealed record CliContext(CliHost Host, IReadOnlyList<(string Name, Func<IBackend> Make)> OwnBackends)
{
    /// <summary>All backends, given what the command line says of them.</summary>
    public BackendRegistry Registry(RegistryOptions options) => new(OwnBackends, Environment.CurrentDirectory, options);
}
