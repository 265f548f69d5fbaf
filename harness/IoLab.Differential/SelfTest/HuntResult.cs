using IoLab.Contract;
using IoLab.Differential.Examining;

namespace IoLab.Differential.SelfTest;

/// <summary>What came of the hunt for a mutant that one machine has and the other has not.</summary>
public sealed record HuntResult
{
    /// <summary>The mutant.</summary>
    public required MutantInfo Mutant { get; init; }
    /// <summary>The machine it was planted in.</summary>
    public required string Machine { get; init; }
    /// <summary>The oracle that found it, or none.</summary>
    public HuntOracles FoundBy { get; init; }
    /// <summary>How many programs were tried.</summary>
    public long Programs { get; init; }
    /// <summary>How long they took.</summary>
    public TimeSpan Time { get; init; }
    /// <summary>How many programs were set aside because the sound machines disagree over them too.</summary>
    public long Doubtful { get; init; }
    /// <summary>The seed of the program that found it, or the case's name.</summary>
    public string? Origin { get; init; }
    /// <summary>The disagreement.</summary>
    public Disagreement? Disagreement { get; init; }
    /// <summary>The reduced program.</summary>
    public string? Reduced { get; init; }
    /// <summary>How long the reduction took.</summary>
    public TimeSpan ReductionTime { get; init; }
    /// <summary>How many programs it tested.</summary>
    public long ReductionTests { get; init; }
    /// <summary>What the two sides did at the first difference of their traces, or why nobody can tell.</summary>
    public string? Location { get; init; }
    /// <summary>The component that was found to be at fault.</summary>
    public string? Component { get; init; }
    /// <summary>What that rests on.</summary>
    public string? Evidence { get; init; }
    /// <summary>The first case of the corpus whose expectation the planted machine does not meet, or null.</summary>
    public string? Case { get; init; }

    /// <summary>Was it found by a program?</summary>
    public bool IsFound => FoundBy != HuntOracles.None;

    /// <summary>Was the right component named?</summary>
    public bool IsLocalised => IsFound && Component == Mutant.Component;

    /// <summary>Lines of the reduced program that are not empty.</summary>
    public int Lines => Reduced?.Split('\n').Count(line => line.Trim().Length > 0) ?? 0;
}

/// <summary>What came of a mutant that all our machines have: none of them can tell.</summary>
public sealed record SharedResult
{
    /// <summary>The mutant.</summary>
    public required MutantInfo Mutant { get; init; }
    /// <summary>The first case of the corpus whose expectation a planted machine does not meet, or null.</summary>
    public string? Case { get; init; }
    /// <summary>How many programs the reference needed to find it; null when it did not, or was not asked.</summary>
    public long? ReferencePrograms { get; init; }
    /// <summary>What the first difference from the reference was, or null.</summary>
    public string? ReferenceDifference { get; init; }

    /// <summary>The oracles that found it.</summary>
    public HuntOracles FoundBy => (Case is null ? 0 : HuntOracles.Expectation) | (ReferencePrograms is null ? 0 : HuntOracles.Reference);

    /// <summary>Did one?</summary>
    public bool IsFound => FoundBy != HuntOracles.None;
}
