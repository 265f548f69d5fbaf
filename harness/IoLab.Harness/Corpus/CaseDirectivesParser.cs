using System.Globalization;
using System.Text;
using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Harness.Corpus;

/// <summary>Parses the directives of a corpus program: <c>needs</c>, <c>args</c>, <c>stdin</c>, <c>time</c>, <c>policy</c>.</summary>
public static class CaseDirectivesParser
{
    private static readonly string[] Known = ["needs", "args", "stdin", "time", "policy"];

    private static readonly Dictionary<string, Capabilities> Needs = new(StringComparer.Ordinal)
    {
        ["in-process"] = Capabilities.InProcess,
        ["resettable"] = Capabilities.Resettable,
        ["continuations"] = Capabilities.Continuations,
        ["tracing"] = Capabilities.Tracing,
        ["step-limit"] = Capabilities.StepLimit,
        ["counters"] = Capabilities.Counters,
        ["virtual-clock"] = Capabilities.VirtualClock,
        ["allocation-counting"] = Capabilities.AllocationCounting,
    };

    private static readonly Dictionary<string, OutputFreedom> Freedoms = new(StringComparer.Ordinal)
    {
        ["hash-order"] = OutputFreedom.HashOrder,
        ["time"] = OutputFreedom.Time,
        ["traces"] = OutputFreedom.Traces,
        ["unspecified"] = OutputFreedom.Unspecified,
        // Identities are masked in every program; stating it documents why the program prints them.
        ["identity"] = OutputFreedom.None,
    };

    /// <summary>Reads the directives of a program.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="filePath">Its path, for messages.</param>
    /// <exception cref="HarnessException">A directive is misspelt or has an impossible value.</exception>
    public static CaseDirectives Parse(string source, string filePath)
    {
        var directives = new CaseDirectives();
        foreach (CommentEntry entry in LeadingComments.Read(source))
        {
            if (Known.Contains(entry.Key))
            {
                directives = Apply(directives, entry, filePath);
            }
            else if (LeadingComments.DidYouMean(entry.Key, Known) is { } known)
            {
                throw Error(filePath, entry, $"unknown directive '{entry.Key}'; did you mean '{known}'?");
            }
        }

        return directives;
    }

    /// <summary>Reads directives that stand for themselves, without prose between them.</summary>
    /// <param name="lines">Each a directive, as <c>args: 3</c>.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <exception cref="HarnessException">One is none, or has an impossible value.</exception>
    public static CaseDirectives ParseLines(IReadOnlyList<string> lines, string origin)
    {
        var directives = new CaseDirectives();
        for (int i = 0; i < lines.Count; i++)
        {
            directives = LeadingComments.Read("# " + lines[i]) is [var entry] && Known.Contains(entry.Key)
                ? Apply(directives, entry with { Line = i + 1 }, origin)
                : throw new HarnessException($"{origin}: '{lines[i]}' is no directive; write 'args: 3', with one of {string.Join(", ", Known)}");
        }

        return directives;
    }

    private static CaseDirectives Apply(CaseDirectives directives, CommentEntry entry, string filePath) => entry.Key switch
    {
        "needs" => ParseNeeds(directives, entry, filePath),
        "args" => directives with { Arguments = SplitArguments(entry, filePath) },
        "stdin" => directives with { StandardInput = Unescape(entry, filePath) },
        "time" => directives with { Time = ParseTime(entry, filePath) },
        "policy" => directives with { Freedom = Words(entry).Aggregate(OutputFreedom.None, (all, word) => all | Look(Freedoms, word, entry, filePath)) },
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Key, "not a directive"),
    };

    private static CaseDirectives ParseNeeds(CaseDirectives directives, CommentEntry entry, string filePath)
    {
        foreach (string word in Words(entry))
        {
            directives = word == "files"
                ? directives with { NeedsFiles = true }
                : directives with { Needs = directives.Needs | Look(Needs, word, entry, filePath) };
        }

        return directives;
    }

    private static string[] Words(CommentEntry entry) =>
        entry.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Look<T>(Dictionary<string, T> table, string word, CommentEntry entry, string filePath) =>
        table.TryGetValue(word, out T? value)
            ? value
            : throw Error(filePath, entry, $"unknown {entry.Key} '{word}'; known: {string.Join(", ", table.Keys.Order(StringComparer.Ordinal))}");

    private static TimeSpan ParseTime(CommentEntry entry, string filePath)
    {
        string text = entry.Value;
        double factor = text.EndsWith("ms", StringComparison.Ordinal) ? 0.001 : 1;
        string number = text.TrimEnd('s', 'm');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && text.EndsWith('s')
            ? TimeSpan.FromSeconds(value * factor)
            : throw Error(filePath, entry, $"'{text}' is no time; write it as 30s or 500ms");
    }

    private static List<string> SplitArguments(CommentEntry entry, string filePath)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        bool isQuoted = false, isStarted = false;
        foreach (char c in entry.Value)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                isStarted = true;
            }
            else if (c == ' ' && !isQuoted)
            {
                Flush();
            }
            else
            {
                current.Append(c);
                isStarted = true;
            }
        }

        Flush();
        return isQuoted ? throw Error(filePath, entry, "a quote is not closed") : arguments;

        void Flush()
        {
            if (isStarted)
            {
                arguments.Add(current.ToString());
                current.Clear();
                isStarted = false;
            }
        }
    }

    private static string Unescape(CommentEntry entry, string filePath)
    {
        try
        {
            return EscapedText.Read(entry.Value);
        }
        catch (FormatException e)
        {
            throw Error(filePath, entry, e.Message);
        }
    }

    private static HarnessException Error(string filePath, CommentEntry entry, string message) => new($"{filePath}:{entry.Line}: {message}");
}
