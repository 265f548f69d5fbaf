namespace IoLab.Differential.Campaigns;

/// <summary>What was seen of a program.</summary>
public enum SightingKind
{
    /// <summary>Backends disagree.</summary>
    Disagreement,
    /// <summary>Backends disagreed once, and not when the program was run again.</summary>
    Flaky,
    /// <summary>Every backend crashed.</summary>
    Crash,
    /// <summary>No backend came to an end in time, nor in several times that time when the program was run again: generated programs do end.</summary>
    Hang,
    /// <summary>Backends disagree in ways that are all known: counted by the first of them, and not looked into.</summary>
    Known,
}

/// <summary>A program that something is wrong with, as its lane's journal keeps it.</summary>
public sealed record Sighting
{
    /// <summary>What was seen.</summary>
    public required SightingKind Kind { get; init; }
    /// <summary>The text that regenerates the program.</summary>
    public required string Seed { get; init; }
    /// <summary>What is known without looking into it: the disagreement's kind as text.</summary>
    public required string Group { get; init; }
    /// <summary>The component that is suspected; empty when none is.</summary>
    public required string Component { get; init; }
    /// <summary>The signature before reduction; null when there were too many of the group to look into each.</summary>
    public string? Raw { get; init; }
    /// <summary>The final signature of the finding it became; null when it was not reduced.</summary>
    public string? Signature { get; init; }
}
