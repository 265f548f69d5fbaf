using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Reduction;

/// <summary>Why a reduction ended.</summary>
public enum ReductionEnd
{
    /// <summary>No step makes the program smaller.</summary>
    Finished,
    /// <summary><see cref="ReductionOptions.MaxTests"/> was reached.</summary>
    TestLimit,
    /// <summary><see cref="ReductionOptions.MaxTime"/> was reached.</summary>
    TimeLimit,
}

/// <summary>What a program was reduced to.</summary>
public sealed record ReductionResult
{
    /// <summary>The smallest interesting program found.</summary>
    public required string Source { get; init; }
    /// <summary>Why it ended.</summary>
    public required ReductionEnd End { get; init; }
    /// <summary>How many different programs were tested.</summary>
    public required long Tests { get; init; }
    /// <summary>The size before.</summary>
    public required ProgramSize Before { get; init; }
    /// <summary>The size after.</summary>
    public required ProgramSize After { get; init; }
}
