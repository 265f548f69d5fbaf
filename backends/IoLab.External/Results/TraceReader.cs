using System.Text.RegularExpressions;
using IoLab.Contract;

namespace IoLab.External.Results;

/// <summary>Standard output, split into the program's own and the trace of an uncaught exception at its end.</summary>
/// <param name="Output">What the program wrote.</param>
/// <param name="Exception">The exception, or null when the output does not end with a trace.</param>
internal sealed record TraceSplit(string Output, RaisedException? Exception);

/// <summary>
/// Finds the trace that Io prints when an exception is not caught: a line <c>  Type: error</c>, a line <c>  ---------</c>, frames.
/// </summary>
/// <remarks>
/// A program whose last act is <c>showStack</c> prints the same text and is taken for one that raised. There is no telling the two apart from outside.
/// </remarks>
internal static partial class TraceReader
{
    private const string Rule = "  ---------";
    private const string Nested = "Nested Exception: '";
    private const int TailLength = 64 * 1024;

    /// <summary>Takes a trace off the end of a program's standard output.</summary>
    public static TraceSplit Split(string output)
    {
        int tailStart = Math.Max(0, output.Length - TailLength);
        string[] lines = output[tailStart..].Split('\n');

        int rule = Array.FindLastIndex(lines, line => line == Rule);
        if (rule < 0 || !AreFrames(lines, rule + 1, lines.Length)) return new TraceSplit(output, null);
        int header = HeaderOf(lines, rule);
        while (header > 0 && OuterRule(lines, header) is { } outer && HeaderOf(lines, outer) is > 0 and var outerHeader)
        {
            (rule, header) = (outer, outerHeader);
        }

        if (header <= 0) return new TraceSplit(output, null);

        int start = tailStart + lines.Take(header).Sum(line => line.Length + 1) - 1;
        Match first = HeaderLine().Match(lines[header]);
        string message = string.Join('\n', lines[(header + 1)..rule].Prepend(first.Groups["error"].Value));
        return new TraceSplit(output[..start], new RaisedException(first.Groups["type"].Value, message, output[start..]));
    }

    private static bool AreFrames(string[] lines, int from, int to) =>
        lines[from..to].All(line => line.Length == 0 || line.StartsWith("  ", StringComparison.Ordinal));

    /// <summary>The header above a rule: the error's text may have several lines.</summary>
    private static int HeaderOf(string[] lines, int rule)
    {
        for (int i = rule - 1; i > 0 && lines[i] != Rule; i--)
        {
            if (HeaderLine().IsMatch(lines[i])) return i;
        }

        return -1;
    }

    /// <summary>When the trace whose header is given is that of a nested exception: the rule of the trace it is nested in.</summary>
    private static int? OuterRule(string[] lines, int header)
    {
        int i = header - 1;
        while (i > 0 && lines[i].Length == 0) i--;
        if (!lines[i].EndsWith('\'')) return null;
        while (i > 0 && lines[i] != Rule && !lines[i].StartsWith(Nested, StringComparison.Ordinal)) i--;
        if (!lines[i].StartsWith(Nested, StringComparison.Ordinal)) return null;
        int rule = Array.FindLastIndex(lines, i, line => line == Rule);
        return rule > 0 && AreFrames(lines, rule + 1, i) ? rule : null;
    }

    [GeneratedRegex(@"^  (?<type>[A-Za-z_]\w*): (?<error>.*)$")]
    private static partial Regex HeaderLine();
}
