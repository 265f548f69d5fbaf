namespace IoLab.Cli.Configuration;

/// <summary>Another build of our WebAssembly guest as a backend.</summary>
/// <param name="Name">The name users type.</param>
/// <param name="ModuleFilePath">The module.</param>
/// <param name="IsUnderNode">Is Node its host? Else Wasmtime is.</param>
internal sealed record GuestSettings(string Name, string ModuleFilePath, bool IsUnderNode)
{
    /// <summary>The word for Wasmtime.</summary>
    public const string Wasmtime = "wasmtime";

    /// <summary>The word for Node.</summary>
    public const string Node = "node";
}
