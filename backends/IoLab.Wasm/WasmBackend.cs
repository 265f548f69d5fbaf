using IoLab.Contract;
using IoLab.Wasm.Hosts;
using IoLab.Wasm.Sessions;

namespace IoLab.Wasm;

/// <summary>The guest, our Io machine in C compiled to WebAssembly, under a WebAssembly host: a process per session.</summary>
/// <param name="name">The backend's name.</param>
/// <param name="description">One sentence.</param>
/// <param name="finder">Finds the host.</param>
/// <param name="settings">How guests are started and bounded.</param>
public sealed class WasmBackend(string name, string description, IGuestHostFinder finder, WasmSettings settings) : IBackend
{
    // What docs/wasm.md says is missing.
    private const string Gap = "It takes part where it is named: it lacks traces, limits of steps and continuations as bytes.";

    /// <summary>The guest under Wasmtime.</summary>
    public static WasmBackend UnderWasmtime() => new(
        "wasm", "Our machine in C, compiled to WebAssembly and run by Wasmtime. " + Gap, new WasmtimeFinder(SystemPlaces.Here), new WasmSettings());

    /// <summary>The same module under Node.</summary>
    public static WasmBackend UnderNode() => new(
        "wasm@node", "Our machine in C, compiled to WebAssembly and run by Node. " + Gap, new NodeFinder(SystemPlaces.Here), new WasmSettings());

    /// <summary>Another build of the guest.</summary>
    /// <param name="name">The backend's name.</param>
    /// <param name="moduleFilePath">The module.</param>
    /// <param name="isUnderNode">Under Node, or under Wasmtime?</param>
    public static WasmBackend OfModule(string name, string moduleFilePath, bool isUnderNode) => new(
        name, $"Another build of our machine in C: {moduleFilePath}.", isUnderNode ? new NodeFinder(SystemPlaces.Here) : new WasmtimeFinder(SystemPlaces.Here),
        new WasmSettings { ModuleFilePath = moduleFilePath });

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public Capabilities Capabilities => Capabilities.Resettable | Capabilities.VirtualClock | Capabilities.Counters | Capabilities.Continuations;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components { get; } = ["language/c", "primitives/c", "prelude", "evaluation/guest"];

    /// <inheritdoc/>
    public async ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(settings.ModuleFilePath))
            return new ProbeResult(false, null, MissingModule);
        return finder.Find() is { } host
            ? new ProbeResult(true, await HostVersion.AskAsync(host, settings.StartTime, cancellationToken).ConfigureAwait(false), null)
            : new ProbeResult(false, null, finder.Remedy);
    }

    /// <inheritdoc/>
    public async ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options.Mutants.Count > 0)
            throw new BackendException(name, $"the guest has no mutants (asked for: {string.Join(", ", options.Mutants)})");
        if (options.DisabledFeatures.Count > 0)
            throw new BackendException(name, $"the guest has no features to switch off (asked for: {string.Join(", ", options.DisabledFeatures)})");
        if (!File.Exists(settings.ModuleFilePath))
            throw new BackendException(name, MissingModule);
        var host = finder.Find() ?? throw new BackendException(name, finder.Remedy);
        var session = new WasmSession(name, host, settings, options);
        await session.StartAsync(cancellationToken).ConfigureAwait(false);
        return session;
    }

    private string MissingModule => $"the module {settings.ModuleFilePath} is missing: build again, or make it with scripts/build-guest wasm";
}
