using System.Globalization;
using System.Text.RegularExpressions;
using IoLab.Language;

namespace IoLab.Differential.Findings;

/// <summary>
/// What a program looks like when its own names and its literals do not count: the message tree as text, with names of the library as they are, all others numbered by
/// first appearance, and literals by their kind.
/// </summary>
public static partial class ProgramShape
{
    private const string Number = "0", Text = "\"\"";
    private const int LongestText = 80;

    /// <summary>The shape of a program; of one that does not compile, what its tokens look like.</summary>
    public static string Of(string source)
    {
        var symbols = new SymbolTable();
        try
        {
            var context = new ParserContext(symbols, NoLiterals.Instance, new DefaultOperatorTable(symbols));
            return Parser.Parse(source, "shape", context) is { } root ? OfTree(root, symbols) : "";
        }
        catch (SyntaxException)
        {
            return Spaces().Replace(Word().Replace(Quoted().Replace(source, Text), match => LibraryNames.Has(match.Value) ? match.Value : "v"), " ").Trim();
        }
    }

    /// <summary>A name as it stands in shapes of traces' events: its own of the library, <c>v</c> for any other.</summary>
    public static string NameOf(string name) => LibraryNames.Has(name) ? name : "v";

    /// <summary>What a line of output looks like: the names of the library in it, <c>v</c> for other words and <c>0</c> for numbers; not more of it than tells it from others.</summary>
    public static string TextOf(string line)
    {
        string shape = Word().Replace(line, match => char.IsAsciiDigit(match.Value[0]) ? Number : NameOf(match.Value));
        return shape.Length <= LongestText ? shape : shape[..LongestText];
    }

    private static string OfTree(Message root, SymbolTable symbols)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<Message>();
        for (Message? message = root; message is not null; message = open.TryPop(out Message? next) ? next : null)
        {
            message.Rename(symbols.Intern(Abstract(message.Name.Text, own)));
            // In the order of the text: arguments first, then what follows.
            if (message.Next is { } following) open.Push(following);
            for (int i = message.Arguments.Length - 1; i >= 0; i--) open.Push(message.Arguments[i]);
        }

        return Spaces().Replace(Printer.Print(root), " ").Trim();
    }

    private static string Abstract(string name, Dictionary<string, string> own)
    {
        if (name.StartsWith('"')) return Text;
        if (name.Length > 0 && char.IsAsciiDigit(name[0])) return Number;
        if (name == ";" || LibraryNames.Has(name)) return name;
        if (!own.TryGetValue(name, out string? number)) own.Add(name, number = "v" + (own.Count + 1).ToString(CultureInfo.InvariantCulture));
        return number;
    }

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"?", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    /// <summary>Literals have no values here.</summary>
    private sealed class NoLiterals : ILiteralFactory
    {
        public static NoLiterals Instance { get; } = new();

        object ILiteralFactory.Number(double value) => this;

        object ILiteralFactory.Text(ReadOnlySpan<int> codePoints) => this;

        public object? Constant(string name) => null;
    }
}
