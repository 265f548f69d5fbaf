namespace IoLab.Harness.Diff;

/// <summary>What two results disagree in. Ordered as compared: the first that differs is reported.</summary>
public enum DifferenceKind
{
    /// <summary>One completed, the other raised, crashed, ...</summary>
    Outcome,
    /// <summary>The type of the uncaught exception.</summary>
    ExceptionType,
    /// <summary>The message of the uncaught exception.</summary>
    ExceptionMessage,
    /// <summary>Standard output.</summary>
    Output,
    /// <summary>The event trace.</summary>
    Trace,
}

/// <summary>The first disagreement of two results.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Line">The line of standard output, from 1, when it is the output; otherwise null.</param>
/// <param name="Left">The left side's line or value, after masking.</param>
/// <param name="Right">The right side's.</param>
public sealed record Difference(DifferenceKind Kind, int? Line, string Left, string Right)
{
    /// <summary>Several lines around the disagreement with <c>-</c> for left and <c>+</c> for right; empty unless it is the output.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>One line for people.</summary>
    /// <param name="left">The left side's name.</param>
    /// <param name="right">The right side's name.</param>
    public string Describe(string left, string right)
    {
        string what = Kind switch
        {
            DifferenceKind.Outcome => "outcome",
            DifferenceKind.ExceptionType => "exception type",
            DifferenceKind.ExceptionMessage => "exception message",
            DifferenceKind.Trace => "trace",
            _ => Line is null ? "output" : $"output line {Line}",
        };
        return $"{what}: {left}: {Left} | {right}: {Right}";
    }
}
