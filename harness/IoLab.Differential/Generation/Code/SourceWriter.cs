using System.Text;

namespace IoLab.Differential.Generation.Code;

/// <summary>Writes expressions as source text: parentheses where they are needed, statements on lines of their own.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;
    private readonly StringBuilder builder = new(4096);
    private int level;

    /// <summary>A program of statements.</summary>
    public static string Write(IReadOnlyList<Expression> statements)
    {
        var writer = new SourceWriter();
        foreach (Expression statement in statements)
        {
            writer.WriteStatement(statement);
            writer.builder.Append('\n');
        }

        return writer.builder.ToString();
    }

    /// <summary>One expression, for texts that are programs themselves.</summary>
    public static string Write(Expression expression)
    {
        var writer = new SourceWriter();
        writer.WritePart(expression, Binding.Loosest);
        return writer.builder.ToString();
    }

    private void WritePart(Expression part, int tightness)
    {
        if (part is Form form)
        {
            bool needsParentheses = form.Tightness > tightness;
            if (needsParentheses) builder.Append('(');
            foreach (Piece piece in form.Pieces)
            {
                if (piece.Text is { } text) builder.Append(text);
                else WritePart(piece.Part!, piece.Tightness);
            }

            if (needsParentheses) builder.Append(')');
            return;
        }

        var body = (Body)part;
        bool isGrouped = tightness < Binding.Loosest;
        if (isGrouped) builder.Append('(');
        if (body.IsOneLine) WriteLine(body);
        else WriteLines(body);
        if (isGrouped) builder.Append(')');
    }

    private void WriteLine(Body body)
    {
        for (int i = 0; i < body.Statements.Count; i++)
        {
            if (i > 0) builder.Append("; ");
            WriteStatement(body.Statements[i], isOneLine: true);
        }
    }

    private void WriteLines(Body body)
    {
        level++;
        foreach (Expression statement in body.Statements)
        {
            BreakLine();
            WriteStatement(statement);
        }

        level--;
        BreakLine();
    }

    /// <summary>Statements among statements are written as if they stood there one by one.</summary>
    private void WriteStatement(Expression statement, bool isOneLine = false)
    {
        if (statement is not Body body)
        {
            WritePart(statement, Binding.Loosest);
            return;
        }

        for (int i = 0; i < body.Statements.Count; i++)
        {
            if (i > 0 && isOneLine) builder.Append("; ");
            else if (i > 0) BreakLine();
            WriteStatement(body.Statements[i], isOneLine);
        }
    }

    private void BreakLine() => builder.Append('\n').Append(' ', level * SpacesPerLevel);
}
