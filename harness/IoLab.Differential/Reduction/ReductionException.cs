namespace IoLab.Differential.Reduction;

/// <summary>Why a program cannot be reduced.</summary>
public enum ReductionFailure
{
    /// <summary>It is not interesting to begin with.</summary>
    NotInteresting,
    /// <summary>The same program is interesting one time and not another.</summary>
    Flaky,
}

/// <summary>There is nothing to reduce, or nothing to go by.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">What was seen and what to try.</param>
public sealed class ReductionException(ReductionFailure failure, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public ReductionFailure Failure { get; } = failure;
}
