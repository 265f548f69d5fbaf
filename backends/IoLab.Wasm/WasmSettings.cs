namespace IoLab.Wasm;

/// <summary>How guests are started and kept within bounds.</summary>
public sealed record WasmSettings
{
    /// <summary>The module.</summary>
    public string ModuleFilePath { get; init; } = Path.Combine(AppContext.BaseDirectory, "iovm.wasm");

    /// <summary>
    /// The directories that a guest sees when its session may touch files; none otherwise. Everything by default: programs on this machine's other backends see it too.
    /// </summary>
    public IReadOnlyList<string> Directories { get; init; } = ["/"];

    /// <summary>How long past its limit of time, or after it was told to stop, a run may take to end before its guest is ended.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a host may take to compile the module and a guest to make its world.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(60);
}
