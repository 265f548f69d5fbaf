using System.Globalization;
using System.Text;
using IoLab.Contract;

namespace IoLab.Harness.Corpus;

/// <summary>
/// The text of an <c>.out</c> file: a first line that names the format's version, <c># key: value</c> lines, a line <c># ---</c>, then the expected
/// standard output verbatim. The file always ends with a newline; when the output does not, the header says <c># end: without newline</c>.
/// See conformance/README.md.
/// </summary>
public static class ExpectationFormat
{
    private const string FirstLine = "# iolab expectation 1";
    private const string Separator = "# ---";
    private const string WithoutNewline = "without newline";

    private static readonly (string Text, Outcome Outcome)[] Outcomes =
        [("completed", Outcome.Completed), ("raised", Outcome.Raised), ("syntax error", Outcome.SyntaxError)];

    /// <summary>Writes an expectation. <see cref="Parse"/> reads it back equal.</summary>
    public static string Write(Expectation expectation)
    {
        var text = new StringBuilder();
        Line(FirstLine);
        Line($"# outcome: {Outcomes.First(entry => entry.Outcome == expectation.Outcome).Text}");
        if (expectation.Outcome == Outcome.Raised)
        {
            Line($"# exception: {EscapedText.Write(expectation.ExceptionType ?? "Exception")}");
            Line($"# message: {EscapedText.Write(expectation.ExceptionMessage ?? "")}");
        }

        Oracle oracle = expectation.Oracle;
        Line(string.Create(CultureInfo.InvariantCulture, $"# oracle: {EscapedText.Write(oracle.Name)}; {EscapedText.Write(oracle.Version)}; {oracle.Date:yyyy-MM-dd}"));
        if (expectation.Note is { } note)
        {
            Line($"# note: {EscapedText.Write(note)}");
        }

        string output = expectation.StandardOutput;
        bool endsWithNewline = output.Length == 0 || output.EndsWith('\n');
        if (!endsWithNewline)
        {
            Line($"# end: {WithoutNewline}");
        }

        Line(Separator);
        text.Append(output);
        if (!endsWithNewline)
        {
            text.Append('\n');
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Reads an expectation.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="filePath">Its path, for messages.</param>
    /// <exception cref="HarnessException">It is malformed; the message names the line.</exception>
    public static Expectation Parse(string text, string filePath)
    {
        Dictionary<string, string> header = ReadHeader(text, filePath, out int bodyStart);
        string outcomeText = Need(header, "outcome", filePath);
        (string Text, Outcome Outcome) outcome = Outcomes.FirstOrDefault(entry => entry.Text == outcomeText);
        if (outcome.Text is null)
        {
            throw new HarnessException($"{filePath}: outcome '{outcomeText}'; known: {string.Join(", ", Outcomes.Select(entry => entry.Text))}");
        }

        bool hasRaised = outcome.Outcome == Outcome.Raised;
        string output = text[bodyStart..];
        if (header.TryGetValue("end", out string? end))
        {
            output = end == WithoutNewline && output.EndsWith('\n')
                ? output[..^1]
                : throw new HarnessException($"{filePath}: '# end: {end}' must be '{WithoutNewline}', and the file must end with a newline all the same");
        }

        return new Expectation
        {
            Outcome = outcome.Outcome,
            ExceptionType = hasRaised ? Need(header, "exception", filePath) : null,
            ExceptionMessage = hasRaised ? Need(header, "message", filePath) : null,
            Oracle = ParseOracle(Need(header, "oracle", filePath), filePath),
            Note = header.GetValueOrDefault("note"),
            StandardOutput = output,
        };
    }

    private static Dictionary<string, string> ReadHeader(string text, string filePath, out int bodyStart)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        int start = 0, number = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
            {
                throw new HarnessException($"{filePath}: the header does not end; a line '{Separator}' comes before the expected output");
            }

            string line = text[start..end].TrimEnd('\r');
            start = end + 1;
            number++;
            if (number == 1)
            {
                if (line != FirstLine)
                {
                    throw new HarnessException($"{filePath}:1: expected '{FirstLine}', found '{line}'; record it with: iolab conform --record");
                }

                continue;
            }

            if (line == Separator)
            {
                bodyStart = start;
                return header;
            }

            AddEntry(header, line, $"{filePath}:{number}");
        }
    }

    private static void AddEntry(Dictionary<string, string> header, string line, string place)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        string key = colon > 2 && line.StartsWith("# ", StringComparison.Ordinal) ? line[2..colon] : "";
        if (key is not ("outcome" or "exception" or "message" or "oracle" or "note" or "end"))
        {
            throw new HarnessException($"{place}: '{line}' is no header line; known: outcome, exception, message, oracle, note, end");
        }

        try
        {
            string value = line[(colon + 1)..].Trim();
            if (!header.TryAdd(key, key == "oracle" ? value : EscapedText.Read(value)))
            {
                throw new HarnessException($"{place}: '{key}' is stated twice");
            }
        }
        catch (FormatException e)
        {
            throw new HarnessException($"{place}: {e.Message}", e);
        }
    }

    private static string Need(Dictionary<string, string> header, string key, string filePath) =>
        header.TryGetValue(key, out string? value) ? value : throw new HarnessException($"{filePath}: the header lacks '# {key}: ...'");

    private static Oracle ParseOracle(string text, string filePath)
    {
        string[] parts = text.Split("; ");
        return parts.Length == 3 && DateOnly.TryParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new Oracle(EscapedText.Read(parts[0]), EscapedText.Read(parts[1]), date)
            : throw new HarnessException($"{filePath}: oracle '{text}' must read 'name; version; yyyy-mm-dd'");
    }
}
