namespace IoLab.Language;

/// <summary>
/// Source text that does not compile. Thrown by the lexer, parser and shuffler to their C# caller, which turns it into an Io
/// exception whose error is <c>compile error: </c> + <see cref="Description"/>.
/// </summary>
public sealed class SyntaxException(string description, int line, int character, string? expected = null)
    : Exception(expected is null ? description : $"{description}; expected {expected}")
{
    /// <summary>The reference VM's wording, position included where it includes one.</summary>
    public string Description { get; } = description;
    /// <summary>1-based line of the last good token.</summary>
    public int Line { get; } = line;
    /// <summary>Byte offset from the start of the source just after the last good token.</summary>
    public int Character { get; } = character;
    /// <summary>What would have been accepted there, for people; null when nothing single can be named.</summary>
    public string? Expected { get; } = expected;
    /// <summary>Did the text end before a bracket, a quote, a comment or an argument did? More text may then complete it.</summary>
    public bool IsIncomplete { get; init; }
}
