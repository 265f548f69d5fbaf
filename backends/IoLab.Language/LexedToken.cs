namespace IoLab.Language;

/// <summary>A token with its text, as <c>Compiler tokensForString</c> reports it.</summary>
/// <param name="Kind">What it is; the enum's member name is Io's <c>type</c>.</param>
/// <param name="Name">Its spelling.</param>
/// <param name="Line">1-based line of its end.</param>
/// <param name="Character">UTF-8 byte offset from the start of the source just after it.</param>
public sealed record LexedToken(TokenKind Kind, string Name, int Line, int Character);
