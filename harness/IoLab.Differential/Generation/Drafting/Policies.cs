namespace IoLab.Differential.Generation.Drafting;

/// <summary>What a program as a whole does or does not do, decided before its first line.</summary>
/// <param name="LyingBuiltins">
/// Arithmetic, comparison and <c>if</c> may be redefined to answer something else. Nothing that ends by counting in Io is made then: no <c>while</c>, no recursion,
/// no guard by a size.
/// </param>
/// <param name="IllTypedPercent">How often an argument has another type than the one that is wanted.</param>
/// <param name="MethodPercent">How often a fragment is the body of a method, where variables are locals.</param>
/// <param name="MaxDepth">How deep expressions nest.</param>
/// <param name="Steps">About how many steps the program may take.</param>
internal sealed record Policies(bool LyingBuiltins, int IllTypedPercent, int MethodPercent, int MaxDepth, long Steps)
{
    /// <summary>May it ask only for what implementations do alike?</summary>
    public bool IsPortable { get; init; }
}
