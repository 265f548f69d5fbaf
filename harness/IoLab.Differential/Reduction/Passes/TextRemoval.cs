using IoLab.Language;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>Delta debugging of a text: lines, then tokens, then, of short texts, characters.</summary>
internal static class TextRemoval
{
    private const int MaxCharacters = 2000;

    /// <summary>The texts to try, in order.</summary>
    public static IEnumerable<(string Text, Cursor Next)> Propose(string text, Cursor from)
    {
        for (int granularity = from.Place; granularity < 3; granularity++)
        {
            IReadOnlyList<string> units = granularity switch { 0 => Lines(text), 1 => Tokens(text), _ => text.Length <= MaxCharacters ? [.. text.Select(c => c.ToString())] : [] };
            bool isResumed = granularity == from.Place && from.Size > 0;
            foreach ((int start, int end, int size) in isResumed ? Chunks.Of(units.Count, from.Size, from.Index) : Chunks.Of(units.Count))
            {
                yield return (string.Concat(units.Take(start).Concat(units.Skip(end))), new Cursor(granularity, size, start));
            }
        }
    }

    private static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int newline = text.IndexOf('\n', start);
            int end = newline < 0 ? text.Length : newline + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>Tokens with the blanks behind them; runs of like characters when the text has no tokens.</summary>
    private static IReadOnlyList<string> Tokens(string text)
    {
        var starts = new SortedSet<int> { 0 };
        try
        {
            var lexer = new Lexer(text);
            while (lexer.Next(out Token token)) starts.Add(token.Start);
        }
        catch (SyntaxException)
        {
            for (int i = 1; i < text.Length; i++)
            {
                if (char.IsAsciiLetterOrDigit(text[i]) != char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i])) starts.Add(i);
            }
        }

        int[] all = [.. starts, text.Length];
        return [.. all.Zip(all.Skip(1), (start, end) => text[start..end])];
    }
}
