using System.Text;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Bench;

/// <summary>The files a benchmark shares with others: they become part of its source, so that any backend gets them, whatever it can read.</summary>
internal static class IncludedFiles
{
    /// <summary>
    /// The benchmark's source with <c>doString</c>s of the files at the begin of its first line of code, in their order. Line numbers stay those of the
    /// file, and an included file's messages carry its own label and lines. The result includes nothing any more: it can be parsed again.
    /// </summary>
    /// <param name="source">The benchmark.</param>
    /// <param name="suite">Its suite, for the labels.</param>
    /// <param name="include">Paths relative to the benchmark's folder, separated by spaces.</param>
    /// <param name="filePath">The benchmark's path.</param>
    /// <exception cref="HarnessException">A file cannot be read.</exception>
    public static string Expand(string source, string suite, CommentEntry include, string filePath)
    {
        var loads = new StringBuilder();
        foreach (string path in include.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            loads.Append("Lobby doString(").Append(Literal(Read(path, include, filePath))).Append(", ").Append(Literal($"{suite}/{path}")).Append("); ");
        }

        List<string> lines = [.. source.Split('\n')];
        int firstOfCode = LeadingComments.Count(lines);
        lines[include.Line - 1] = $"# It begins with {include.Value}";
        if (firstOfCode == lines.Count)
        {
            lines.Add("");
        }

        lines[firstOfCode] = loads + lines[firstOfCode];
        return string.Join('\n', lines);
    }

    private static string Read(string path, CommentEntry include, string filePath)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Path.GetDirectoryName(filePath) ?? "", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{filePath}:{include.Line}: cannot include '{path}': {e.Message}");
        }
    }

    private static string Literal(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
