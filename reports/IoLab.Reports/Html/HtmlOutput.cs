using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoLab.Reports.Html;

/// <summary>
/// Writes HTML so that data cannot become markup: the literal parts of an interpolated string are written as they are, every value in it is
/// escaped (also for attributes in double quotes). Markup that was made the same way goes through <see cref="Markup"/>.
/// </summary>
internal sealed class HtmlOutput(TextWriter output)
{
    /// <summary>Writes markup with escaped values, and a line feed.</summary>
    public void Line(ref MarkupBuilder markup)
    {
        output.Write(markup.ToText());
        output.Write('\n');
    }

    /// <summary>Writes what is already markup.</summary>
    public void Line(Markup markup)
    {
        output.Write(markup.Text);
        output.Write('\n');
    }
}

/// <summary>Text that is markup: its values have been escaped.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Markup(string Text)
{
    public static Markup None { get; } = new("");

    /// <summary>Markup with escaped values.</summary>
    public static Markup Of(ref MarkupBuilder markup) => new(markup.ToText());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>The compiler's view of an interpolated string of markup.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? value) => _text.Append(WebUtility.HtmlEncode(Visible(value ?? "")));

    public void AppendFormatted(int value) => _text.Append(value);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public string ToText() => _text.ToString();

    /// <summary>Control characters other than white space do not survive in HTML: they are shown as their Unicode pictures.</summary>
    private static string Visible(string value) =>
        value.Any(IsHidden) ? string.Concat(value.Select(c => IsHidden(c) ? (c == '\u007F' ? '\u2421' : (char)(0x2400 + c)) : c)) : value;

    private static bool IsHidden(char c) => (c < ' ' && c is not ('\n' or '\t' or '\r')) || c == '\u007F';
}
