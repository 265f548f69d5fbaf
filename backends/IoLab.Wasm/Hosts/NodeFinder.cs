namespace IoLab.Wasm.Hosts;

/// <summary>Finds Node: the program <c>IOLAB_NODE</c> names, or <c>node</c> on the search path.</summary>
public sealed class NodeFinder(SystemPlaces places) : IGuestHostFinder
{
    private static string ScriptFilePath => Path.Combine(AppContext.BaseDirectory, "node-host.mjs");

    /// <inheritdoc/>
    public string Remedy => "install Node.js 20 or newer so that node is on PATH, or name it in IOLAB_NODE";

    /// <inheritdoc/>
    /// <remarks>Without fast calls: Node 20 with them fails when a memory grows after calls into WASI.</remarks>
    public GuestHost? Find() =>
        places.Program(places.Variable("IOLAB_NODE") is { Length: > 0 } given ? given : "node") is { } found
            ? new GuestHost(found, (module, directories) => ["--no-warnings", "--no-turbo-fast-api-calls", ScriptFilePath, module, .. directories])
            : null;
}
