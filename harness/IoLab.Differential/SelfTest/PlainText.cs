using System.Globalization;
using System.Text;
using IoLab.Language;

namespace IoLab.Differential.SelfTest;

/// <summary>
/// Writes a program so that reading it needs next to nothing of a lexer and an operator table: no comments, no assignments, each operator in brackets of its own, numbers in plain digits,
/// strings without escapes where that can be done. Strings that are read as programs themselves are written so, too. It means the same, and so it tells whether a fault is in the reading.
/// </summary>
public sealed class PlainText : ILiteralFactory
{
    /// <summary>Messages that read their argument as a program.</summary>
    private static readonly string[] Readers = ["doString", "fromString", "messageForString"];

    private readonly SymbolTable symbols = new();
    private readonly DefaultOperatorTable operators;

    private PlainText() => operators = new DefaultOperatorTable(symbols);

    /// <summary>The program in plain text; null when it is none.</summary>
    public static string? Of(string source)
    {
        var plain = new PlainText();
        try
        {
            return Parser.Parse(source, "", new ParserContext(plain.symbols, plain, plain.operators)) is { } root ? plain.Chain(root, "\n") + "\n" : "";
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    object ILiteralFactory.Number(double value) => value;

    /// <inheritdoc/>
    object ILiteralFactory.Text(ReadOnlySpan<int> codePoints)
    {
        var text = new StringBuilder();
        foreach (int point in codePoints) text.Append(Rune.IsValid(point) ? new Rune(point) : Rune.ReplacementChar);
        return text.ToString();
    }

    /// <inheritdoc/>
    object? ILiteralFactory.Constant(string name) => null;

    private string Chain(Message first, string terminator)
    {
        var statements = new List<string>();
        string statement = "";
        for (Message? m = first; m is not null; m = m.Next)
        {
            if (!m.IsTerminator)
            {
                statement = Send(statement, m);
                continue;
            }

            statements.Add(statement);
            statement = "";
        }

        statements.Add(statement);
        return string.Join(terminator, statements.Where(one => one.Length > 0));
    }

    private string Send(string receiver, Message m)
    {
        string before = receiver.Length == 0 ? "" : receiver + " ";
        if (m.Cached is { } literal) return before + Literal(literal);
        string arguments = m.Arguments.Length == 0 ? "" : "(" + string.Join(", ", m.Arguments.Select((argument, i) => i == 0 && Readers.Contains(m.Name.Text) && Program(argument) is { } read ? Quoted(read) : Chain(argument, "; "))) + ")";
        return operators.Precedence(m.Name) is not null && m.Arguments.Length == 1 ? $"({before}{m.Name.Text}{arguments})" : before + m.Name.Text + arguments;
    }

    /// <summary>The program that a chain of nothing but a string holds, in plain text.</summary>
    private static string? Program(Message chain) => chain is { Cached: string text, Next: null } ? Of(text) : null;

    private static string Literal(object literal) => literal is double number ? Digits(number) : Quoted((string)literal);

    private static string Quoted(string text)
    {
        if (text.IndexOfAny(['"', '\\', '\n', '\r', '\t']) < 0) return $"\"{text}\"";
        if (!text.Contains("\"\"\"", StringComparison.Ordinal) && !text.EndsWith('"')) return $"\"\"\"{text}\"\"\"";
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>All digits that make out the number, without an exponent.</summary>
    private static string Digits(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        int at = text.IndexOf('E', StringComparison.Ordinal);
        if (at < 0) return text;
        int exponent = int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture);
        string digits = text[..at].Replace(".", "", StringComparison.Ordinal);
        return exponent < 0 ? $"0.{new string('0', -exponent - 1)}{digits}" : digits.PadRight(exponent + 1, '0').Insert(exponent + 1, digits.Length > exponent + 1 ? "." : "");
    }
}
