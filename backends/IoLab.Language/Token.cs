namespace IoLab.Language;

/// <summary>A piece of source text that the parser takes as one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first UTF-16 unit in the source.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Line">1-based line of its end.</param>
/// <param name="Character">UTF-8 byte offset from the start of the source just after it.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length, int Line, int Character)
{
    /// <summary>
    /// Its spelling; that of a terminator is <c>;</c> whatever stands in the source. A token of length 0 is the name that the
    /// bracket at <see cref="Start"/> implies.
    /// </summary>
    public ReadOnlySpan<char> Text(ReadOnlySpan<char> source)
    {
        if (Kind == TokenKind.Terminator)
            return ";";
        if (Length > 0)
            return source.Slice(Start, Length);
        return source[Start] switch { '[' => "squareBrackets", '{' => "curlyBrackets", _ => "" };
    }
}
