using System.Runtime.CompilerServices;

namespace IoLab.Differential.Generation.Code;

/// <summary>
/// Makes expressions of interpolated texts: <c>{e}</c> is an argument, <c>{e:r}</c> a receiver, which is put in parentheses unless it is a chain.
/// </summary>
internal static class Source
{
    /// <summary>A literal, a name.</summary>
    public static Expression Word(IoType type, string text) => new Form(type, Binding.Chain, [new Piece(text, null, 0)]);

    /// <summary>A negative number and the like: needs parentheses as a receiver.</summary>
    public static Expression LooseWord(IoType type, string text) => new Form(type, Binding.Loosest, [new Piece(text, null, 0)]);

    /// <summary>A chain of messages.</summary>
    public static Expression Chain(IoType type, SourceHandler source) => new Form(type, Binding.Chain, source.Pieces);

    /// <summary>An assignment, a <c>return</c>.</summary>
    public static Expression Loose(IoType type, SourceHandler source) => new Form(type, Binding.Loosest, source.Pieces);

    /// <summary>An operator between two operands.</summary>
    public static Expression Infix(IoType type, Expression left, string name, Expression right)
    {
        int level = Operators.LevelOf(name);
        return new Form(type, Binding.OfLevel(level),
            [new Piece(null, left, Binding.OfLevel(level)), new Piece($" {name} ", null, 0), new Piece(null, right, Binding.OfLevel(level) - 1)]);
    }

    /// <summary>Statements.</summary>
    public static Expression Statements(IoType type, IReadOnlyList<Expression> statements, bool isOneLine = false) =>
        statements.Count == 1 ? statements[0] with { Type = type } : new Body(type, statements, isOneLine);
}

/// <summary>Collects the parts of an interpolated text.</summary>
[InterpolatedStringHandler]
internal readonly struct SourceHandler(int literalLength, int formattedCount)
{
    private readonly List<Piece> pieces = new(formattedCount * 2 + (literalLength > 0 ? 1 : 0));

    /// <summary>The parts.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>Text that is written as it is.</summary>
    public void AppendLiteral(string text) => pieces.Add(new Piece(text, null, 0));

    /// <summary>Text that is written as it is.</summary>
    public void AppendFormatted(string text) => pieces.Add(new Piece(text, null, 0));

    /// <summary>A letter.</summary>
    public void AppendFormatted(char letter) => AppendFormatted(letter.ToString());

    /// <summary>A literal number.</summary>
    public void AppendFormatted(int number) => pieces.Add(new Piece(number.ToString(System.Globalization.CultureInfo.InvariantCulture), null, 0));

    /// <summary>An argument.</summary>
    public void AppendFormatted(Expression part) => pieces.Add(new Piece(null, part, Binding.Loosest));

    /// <summary>A receiver.</summary>
    /// <param name="part">The expression.</param>
    /// <param name="format"><c>r</c>.</param>
    public void AppendFormatted(Expression part, string format) => pieces.Add(new Piece(null, part, format == "r" ? Binding.Chain : Binding.Loosest));

    /// <summary>Arguments with commas between them.</summary>
    public void AppendFormatted(IReadOnlyList<Expression> parts)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (i > 0) AppendLiteral(", ");
            AppendFormatted(parts[i]);
        }
    }
}
