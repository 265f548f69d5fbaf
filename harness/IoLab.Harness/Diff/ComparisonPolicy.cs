namespace IoLab.Harness.Diff;

/// <summary>Which aspects of two results are compared. Fewer than all is for tests of the harness itself.</summary>
[Flags]
public enum ComparedAspects
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>How the run ended.</summary>
    Outcome = 1,
    /// <summary>Type and message of an uncaught exception.</summary>
    Exception = 2,
    /// <summary>Standard output.</summary>
    Output = 4,
    /// <summary>The trace digest, where both have one.</summary>
    Trace = 8,
    /// <summary>All of them.</summary>
    All = Outcome | Exception | Output | Trace,
}

/// <summary>What a program's output may legitimately vary in. A program states its own (<c># policy:</c>).</summary>
[Flags]
public enum OutputFreedom
{
    /// <summary>Nothing but identities, which are always masked.</summary>
    None = 0,
    /// <summary>The order of a hash table shows: words are compared as a multiset.</summary>
    HashOrder = 1,
    /// <summary>Times and durations show: numbers are masked.</summary>
    Time = 2,
    /// <summary>The output is not comparable at all: only the outcome and the exception are.</summary>
    Unspecified = 4,
    /// <summary>Back traces show, of coroutines whose exceptions nobody caught: frames of callers are not compared, as a machine may have replaced them by tail calls.</summary>
    Traces = 8,
}

/// <summary>How two results are compared.</summary>
/// <param name="Aspects">What is compared.</param>
/// <param name="Freedom">What the output may vary in.</param>
public sealed record ComparisonPolicy(ComparedAspects Aspects, OutputFreedom Freedom)
{
    /// <summary>Everything, without freedom.</summary>
    public static ComparisonPolicy Strict { get; } = new(ComparedAspects.All, OutputFreedom.None);
}
