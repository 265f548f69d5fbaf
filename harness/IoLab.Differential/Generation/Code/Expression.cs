namespace IoLab.Differential.Generation.Code;

/// <summary>A piece of a generated program with its static type. Immutable.</summary>
/// <param name="Type">What its value is, unless it raises.</param>
internal abstract record Expression(IoType Type);

/// <summary>How tightly the outermost parts of an expression hold together: 0 for a chain of messages, one more than the level of its operator, or <see cref="Loosest"/>.</summary>
internal static class Binding
{
    /// <summary>A literal, a name, a chain: fits everywhere.</summary>
    public const int Chain = 0;

    /// <summary>Assignments, <c>return</c>, a leading minus: needs parentheses everywhere but as an argument.</summary>
    public const int Loosest = 100;

    /// <summary>Of an operator's expression.</summary>
    public static int OfLevel(int level) => level + 1;
}

/// <summary>Text with expressions in it.</summary>
/// <param name="Type">What its value is.</param>
/// <param name="Tightness">See <see cref="Binding"/>.</param>
/// <param name="Pieces">The parts in order.</param>
internal sealed record Form(IoType Type, int Tightness, IReadOnlyList<Piece> Pieces) : Expression(Type);

/// <summary>Statements, one after the other; the last one's value is the value.</summary>
/// <param name="Type">What its value is.</param>
/// <param name="Statements">At least one.</param>
/// <param name="IsOneLine">Written on one line, with semicolons.</param>
internal sealed record Body(IoType Type, IReadOnlyList<Expression> Statements, bool IsOneLine) : Expression(Type);

/// <summary>A part of a <see cref="Form"/>: text, or an expression and how tight it has to be to do without parentheses.</summary>
internal readonly record struct Piece(string? Text, Expression? Part, int Tightness);
