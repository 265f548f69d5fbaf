using IoLab.Contract;

namespace IoLab.Cli;

/// <summary>Our own backends. Adding one is a line here and a project reference.</summary>
internal static class OwnBackends
{
    /// <summary>Who runs programs when nobody is named.</summary>
    public const string Default = "closure";

    /// <summary>By name, the reference of comparisons first; only the one that is asked for is made.</summary>
    public static IReadOnlyList<(string Name, Func<IBackend> Make)> Table { get; } =
    [
        ("tree", () => new Tree.TreeBackend()),
        ("closure", () => new Closure.ClosureBackend()),
        ("bytecode", () => new Bytecode.BytecodeBackend()),
    ];

    /// <summary>Our own, too, but under a host that may not be there, and not yet up to the corpus: they take part where somebody names them.</summary>
    public static IReadOnlyList<(string Name, Func<IBackend> Make)> Hosted { get; } =
    [
        ("wasm", Wasm.WasmBackend.UnderWasmtime),
        ("wasm@node", Wasm.WasmBackend.UnderNode),
    ];
}
