using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>A way to make an expression.</summary>
/// <param name="Feature">What it uses, or null for what every program may consist of.</param>
/// <param name="Type">What it makes.</param>
/// <param name="Weight">How often, against the other ways to make it.</param>
/// <param name="Make">Makes one; null when it does not fit in its place.</param>
internal sealed record Production(Feature? Feature, IoType Type, int Weight, Func<Draft, Expression?> Make)
{
    /// <summary>Do implementations do what it makes alike? Those that do not take no part in portable programs.</summary>
    public bool IsPortable { get; init; } = true;
}
