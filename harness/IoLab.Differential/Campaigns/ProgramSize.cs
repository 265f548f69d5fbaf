using IoLab.Language;

namespace IoLab.Differential.Campaigns;

/// <summary>How large a program's text is.</summary>
/// <param name="Lines">Lines that are not blank.</param>
/// <param name="Messages">Messages: names, operators and literals; 0 for a text that does not compile.</param>
public readonly record struct ProgramSize(int Lines, int Messages)
{
    /// <summary>The size of a text.</summary>
    public static ProgramSize Of(string source)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in source.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace()) lines++;
        }

        return new ProgramSize(lines, MessagesOf(source));
    }

    private static int MessagesOf(string source)
    {
        try
        {
            return Parser.Tokens(source).Count(token => token.Kind <= TokenKind.TriQuote);
        }
        catch (SyntaxException)
        {
            return 0;
        }
    }
}
