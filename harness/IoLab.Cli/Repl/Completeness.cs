using IoLab.Language;

namespace IoLab.Cli.Repl;

/// <summary>Whether a text is an entry already, as the lexer sees it.</summary>
internal static class Completeness
{
    /// <summary>Is a bracket, a quote or a comment still open, an argument missing at the end, or the last line continued with a backslash?</summary>
    public static bool IsUnfinished(string text)
    {
        if (text.EndsWith('\\')) return true;
        try
        {
            Parser.Tokens(text);
            return false;
        }
        catch (SyntaxException e)
        {
            return e.IsIncomplete;
        }
    }

    /// <summary>Is there nothing to evaluate, only blanks and comments?</summary>
    public static bool IsBlank(string text)
    {
        try
        {
            return Parser.Tokens(text).All(token => token.Kind == TokenKind.Terminator);
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    /// <summary>Does it compile? What does not is the machine's to explain.</summary>
    public static bool Compiles(string text)
    {
        try
        {
            Parser.Tokens(text);
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
