namespace IoLab.Harness.Corpus;

/// <summary>One <c>key: value</c> line of a program's leading comments.</summary>
/// <param name="Key">The text before the colon.</param>
/// <param name="Value">The text after it, trimmed.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record CommentEntry(string Key, string Value, int Line);

/// <summary>Reads the comments an Io file begins with: lines that start with <c>#</c> or <c>//</c>, up to the first line of code.</summary>
public static class LeadingComments
{
    /// <summary>The <c>key: value</c> lines in order; a key is one lower-case word, optionally followed by parentheses.</summary>
    public static IReadOnlyList<CommentEntry> Read(string source)
    {
        var entries = new List<CommentEntry>();
        string[] lines = source.Split('\n');
        int count = Count(lines);
        for (int i = 0; i < count; i++)
        {
            string comment = TextOf(lines[i]) ?? "";
            int colon = comment.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && IsKey(comment[..colon].Trim()))
            {
                entries.Add(new CommentEntry(comment[..colon].Trim(), comment[(colon + 1)..].Trim(), i + 1));
            }
        }

        return entries;
    }

    /// <summary>How many lines there are before the first line of code: comments and empty ones.</summary>
    public static int Count(IReadOnlyList<string> lines)
    {
        int count = 0;
        while (count < lines.Count && (string.IsNullOrWhiteSpace(lines[count]) || TextOf(lines[count]) is not null))
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// The known key that a misspelt one probably means (one inserted, lost, changed or swapped letter), or null.
    /// Prose may contain colons, so an unknown key is an error only when it is this close to a known one.
    /// </summary>
    public static string? DidYouMean(string key, IEnumerable<string> known) => known.FirstOrDefault(candidate => IsOneEditApart(key, candidate));

    /// <summary>The text of a line that is a comment, or null.</summary>
    private static string? TextOf(string raw)
    {
        string line = raw.Trim();
        return line.StartsWith('#') ? line.TrimStart('#') : line.StartsWith("//", StringComparison.Ordinal) ? line.TrimStart('/') : null;
    }

    private static bool IsKey(string text) => text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetter(c) || c is '(' or ')');

    private static bool IsOneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b)
        {
            return false;
        }

        int prefix = 0;
        while (prefix < Math.Min(a.Length, b.Length) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        if (a.Length != b.Length)
        {
            (string longer, string shorter) = a.Length > b.Length ? (a, b) : (b, a);
            return longer[(prefix + 1)..] == shorter[prefix..];
        }

        bool isChanged = a[(prefix + 1)..] == b[(prefix + 1)..];
        bool isSwapped = prefix + 1 < a.Length && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix] && a[(prefix + 2)..] == b[(prefix + 2)..];
        return isChanged || isSwapped;
    }
}
