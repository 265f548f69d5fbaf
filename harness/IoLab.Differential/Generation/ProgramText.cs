using IoLab.Language;

namespace IoLab.Differential.Generation;

/// <summary>Programs as message trees, without a machine. Operators stay where they stand in the text, so that a tree prints as the text it came from.</summary>
public static class ProgramText
{
    /// <summary>The tree of a program, operators not shuffled; null for a program without messages.</summary>
    /// <exception cref="SyntaxException">It does not compile.</exception>
    public static Message? Parse(string source) => Parser.ParseUnshuffled(source, "", new ParserContext(new SymbolTable(), new NoLiterals(), Operators: null));

    /// <summary>Does a program compile, as far as can be told without running it?</summary>
    public static bool Compiles(string source)
    {
        try
        {
            var symbols = new SymbolTable();
            Parser.Parse(source, "", new ParserContext(symbols, new NoLiterals(), new DefaultOperatorTable(symbols)));
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    /// <summary>Trees that nobody evaluates need no values.</summary>
    private sealed class NoLiterals : ILiteralFactory
    {
        private static readonly object Literal = new();

        public object Number(double value) => Literal;

        public object Text(ReadOnlySpan<int> codePoints) => Literal;

        public object? Constant(string name) => name is "nil" or "true" or "false" ? Literal : null;
    }
}
