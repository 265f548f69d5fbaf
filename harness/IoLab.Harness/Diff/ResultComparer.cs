using IoLab.Contract;

namespace IoLab.Harness.Diff;

/// <summary>
/// Compares two results without knowing who made them: outcome, exception type and message, standard output with identities masked,
/// and the trace digest where both have one. Never a guest's exit code, standard error or the frames of a trace.
/// </summary>
public static class ResultComparer
{
    private const string EndOfOutput = "(end of output)";
    private const string FinalNewline = "(a final newline)";

    /// <summary>The first difference, or null when the results agree.</summary>
    public static Difference? Compare(RunResult left, RunResult right, ComparisonPolicy? policy = null)
    {
        policy ??= ComparisonPolicy.Strict;
        if (policy.Aspects.HasFlag(ComparedAspects.Outcome) && left.Outcome != right.Outcome)
        {
            return new Difference(DifferenceKind.Outcome, null, DescribeOutcome(left), DescribeOutcome(right));
        }

        if (policy.Aspects.HasFlag(ComparedAspects.Exception) && CompareExceptions(left, right) is { } exception)
        {
            return exception;
        }

        // What was written before a limit or a crash depends on speed and buffering.
        bool bothEnded = HasWholeOutput(left.Outcome) && HasWholeOutput(right.Outcome);
        if (bothEnded && policy.Aspects.HasFlag(ComparedAspects.Output)
            && CompareOutputs(left.StandardOutput, right.StandardOutput, policy.Freedom) is { } output)
        {
            return output;
        }

        // Output that may vary is a value on its way there: so may the trace.
        return bothEnded && policy.Aspects.HasFlag(ComparedAspects.Trace) && policy.Freedom == OutputFreedom.None ? CompareTraces(left.Trace, right.Trace) : null;
    }

    /// <summary>Did a run with this outcome write all it had to write?</summary>
    public static bool HasWholeOutput(Outcome outcome) => outcome is Outcome.Completed or Outcome.Raised or Outcome.SyntaxError;

    /// <summary>An outcome with its exception or detail, on one line.</summary>
    public static string DescribeOutcome(RunResult result)
    {
        string? detail = result.Exception is { } e ? $"{e.Type}: {e.Message}" : result.Detail;
        return string.IsNullOrEmpty(detail) ? result.Outcome.ToString() : $"{result.Outcome} ({OneLine(detail)})";
    }

    private static Difference? CompareExceptions(RunResult left, RunResult right)
    {
        // The wording of a syntax error is an implementation's own.
        if (left.Outcome != Outcome.Raised || right.Outcome != Outcome.Raised)
        {
            return null;
        }

        string leftType = left.Exception?.Type ?? "(unknown)", rightType = right.Exception?.Type ?? "(unknown)";
        if (leftType != rightType)
        {
            return new Difference(DifferenceKind.ExceptionType, null, leftType, rightType);
        }

        string leftText = TextMask.Apply(left.Exception?.Message ?? ""), rightText = TextMask.Apply(right.Exception?.Message ?? "");
        return leftText == rightText ? null : new Difference(DifferenceKind.ExceptionMessage, null, OneLine(leftText), OneLine(rightText));
    }

    private static Difference? CompareOutputs(string left, string right, OutputFreedom freedom)
    {
        if (freedom.HasFlag(OutputFreedom.Unspecified))
        {
            return null;
        }

        if (freedom.HasFlag(OutputFreedom.Time))
        {
            (left, right) = (TextMask.Numbers(left), TextMask.Numbers(right));
        }

        if (freedom.HasFlag(OutputFreedom.Traces))
        {
            (left, right) = (TextMask.WithoutFrames(left), TextMask.WithoutFrames(right));
        }

        if (freedom.HasFlag(OutputFreedom.HashOrder))
        {
            return FirstDifference(TextMask.SortedWords(left), TextMask.SortedWords(right), hasLines: false);
        }

        (left, right) = (TextMask.Apply(left), TextMask.Apply(right));
        return left == right ? null : FirstDifference(left.Split('\n'), right.Split('\n'), hasLines: true)! with
        {
            Context = DifferenceContext.Around(left, right),
        };
    }

    private static Difference? FirstDifference(IReadOnlyList<string> left, IReadOnlyList<string> right, bool hasLines)
    {
        int longest = Math.Max(left.Count, right.Count);
        for (int i = 0; i < longest; i++)
        {
            if (i >= left.Count || i >= right.Count || left[i] != right[i])
            {
                return new Difference(DifferenceKind.Output, hasLines ? i + 1 : null, Show(left, i, right), Show(right, i, left));
            }
        }

        return null;
    }

    /// <summary>A line, or what stands for it at the end: after the last newline comes an empty piece that is no line.</summary>
    private static string Show(IReadOnlyList<string> lines, int index, IReadOnlyList<string> others)
    {
        bool isLastPiece = index == lines.Count - 1 && lines[index].Length == 0;
        return index < lines.Count && !isLastPiece ? lines[index] : isLastPiece && index >= others.Count ? FinalNewline : EndOfOutput;
    }

    private static Difference? CompareTraces(TraceDigest? left, TraceDigest? right)
    {
        if (left is null || right is null || (left.Events == right.Events && left.Hash == right.Hash))
        {
            return null;
        }

        return new Difference(DifferenceKind.Trace, null, $"{left.Events} events, hash {left.Hash:x16}", $"{right.Events} events, hash {right.Hash:x16}");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("\\n");
}
