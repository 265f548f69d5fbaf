namespace IoLab.Language;

/// <summary>Builds message trees from source text.</summary>
public static class Parser
{
    /// <summary>Parses a program and shuffles its operators if the context has any.</summary>
    /// <returns>The first message; null for a program without messages, which evaluates to nil.</returns>
    /// <exception cref="SyntaxException">The text does not compile.</exception>
    public static Message? Parse(string source, string label, ParserContext context)
    {
        var root = ParseUnshuffled(source, label, context);
        if (root is not null && context.Operators is not null)
            Shuffler.Shuffle(root, context);
        return root;
    }

    /// <summary>Parses a program and leaves operators as they stand.</summary>
    /// <returns>The first message; null for a program without messages.</returns>
    /// <exception cref="SyntaxException">The text does not compile.</exception>
    public static Message? ParseUnshuffled(string source, string label, ParserContext context) =>
        new TreeBuilder(label, context).Build(source);

    /// <summary>The tokens of a text, implied names included.</summary>
    /// <exception cref="SyntaxException">The text does not compile.</exception>
    public static IReadOnlyList<LexedToken> Tokens(string source, bool allowIntrinsics = false)
    {
        var tokens = new List<LexedToken>();
        var lexer = new Lexer(source, allowIntrinsics);
        while (lexer.Next(out var token))
            tokens.Add(new LexedToken(token.Kind, token.Text(source).ToString(), token.Line, token.Character));
        return tokens;
    }
}
