namespace IoLab.Differential.Reduction;

/// <summary>How a reduction is done.</summary>
public sealed record ReductionOptions
{
    /// <summary>How many candidates are tested at once. The result does not depend on it, unless a time limit strikes.</summary>
    public int Jobs { get; init; } = 1;
    /// <summary>How many different programs are tested at most; null for no limit. Counted in order, so that the result does not depend on <see cref="Jobs"/>.</summary>
    public long? MaxTests { get; init; }
    /// <summary>How long it may take; null for no limit.</summary>
    public TimeSpan? MaxTime { get; init; }
    /// <summary>A file that remembers what was tested, or null. A reduction that finds its own journal goes on where that ends, with the same result.</summary>
    public string? JournalFilePath { get; init; }
    /// <summary>What is kept, in a text of the caller's: a journal of another program or purpose is refused.</summary>
    public string Purpose { get; init; } = "";
}

/// <summary>How far a reduction is.</summary>
/// <param name="Tests">How many programs were tested.</param>
/// <param name="Messages">How many messages the smallest has.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Step">What is being tried.</param>
public sealed record ReductionProgress(long Tests, int Messages, int Lines, string Step);
