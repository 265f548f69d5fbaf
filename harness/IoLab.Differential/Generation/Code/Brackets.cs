using System.Text;

namespace IoLab.Differential.Generation.Code;

/// <summary>
/// Takes away brackets in which a whole argument, or all that is in other brackets, stands once more. The reference leaves operators in them as they stand (docs/reference-findings.md), which
/// portable programs would meet again and again.
/// </summary>
internal static class Brackets
{
    /// <summary>The same program with such brackets taken away.</summary>
    public static string Bare(string source)
    {
        var needless = new HashSet<int>();
        var open = new Stack<(int At, bool HasComma)>();
        for (int i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '"':
                    i = EndOfText(source, i);
                    break;
                case '(' or '[' or '{':
                    open.Push((i, false));
                    break;
                case ',' when open.Count > 0:
                    open.Push(open.Pop() with { HasComma = true });
                    break;
                case ')' or ']' or '}' when open.TryPop(out (int At, bool HasComma) pair):
                    if (source[i] == ')' && !pair.HasComma && !IsBlank(source[(pair.At + 1)..i]) && IsWhole(source, pair.At, i)) needless.UnionWith([pair.At, i]);
                    break;
            }
        }

        return Without(source, needless);
    }

    /// <summary>Is there nothing but this pair of brackets between the brackets or commas around it?</summary>
    private static bool IsWhole(string source, int start, int end)
    {
        int before = start - 1, behind = end + 1;
        while (before >= 0 && char.IsWhiteSpace(source[before])) before--;
        while (behind < source.Length && char.IsWhiteSpace(source[behind])) behind++;
        return before >= 0 && behind < source.Length && source[before] is '(' or '[' or '{' or ',' && source[behind] is ')' or ']' or '}' or ',';
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static int EndOfText(string source, int start)
    {
        const string Long = "\"\"\"";
        if (string.CompareOrdinal(source, start, Long, 0, Long.Length) == 0) return source.IndexOf(Long, start + Long.Length, StringComparison.Ordinal) + Long.Length - 1;
        int i = start + 1;
        while (source[i] != '"') i += source[i] == '\\' ? 2 : 1;
        return i;
    }

    private static string Without(string source, HashSet<int> places)
    {
        var text = new StringBuilder(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            if (!places.Contains(i)) text.Append(source[i]);
        }

        return text.ToString();
    }
}
