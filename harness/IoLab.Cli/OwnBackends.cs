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
}
