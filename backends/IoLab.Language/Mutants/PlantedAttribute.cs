namespace IoLab.Language.Mutants;

/// <summary>Tells of a mutant what it is a bug of.</summary>
/// <param name="component">The component, as backends name theirs.</param>
/// <param name="description">One sentence: what goes wrong, and when.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class PlantedAttribute(string component, string description) : Attribute
{
    /// <summary>The component, as backends name theirs.</summary>
    public string Component { get; } = component;

    /// <summary>One sentence: what goes wrong, and when.</summary>
    public string Description { get; } = description;
}
