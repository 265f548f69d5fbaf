using IoLab.Language;

namespace IoLab.Differential.Reduction.Trees;

/// <summary>Parses programs into trees. Not thread safe.</summary>
internal sealed class TreeReader
{
    /// <summary>A tree that is deeper is not walked: walking is recursive.</summary>
    private const int MaxDepth = 400;

    private readonly ParserContext flat;
    private readonly ParserContext infix;

    /// <summary>A reader with the operators of a fresh VM.</summary>
    public TreeReader()
    {
        var symbols = new SymbolTable();
        flat = new ParserContext(symbols, new MarkedLiterals(), null);
        infix = flat with { Operators = new DefaultOperatorTable(symbols) };
    }

    /// <summary>Does a text compile?</summary>
    public bool Compiles(string source) => Root(source, infix, out _);

    /// <summary>The tree of a text in one of the forms that have trees; null when it does not compile or is nested too deeply.</summary>
    public Syntax? Read(string source, SourceForm form)
    {
        if (!Root(source, infix, out Message? shuffled)) return null;
        Message? root = shuffled;
        if (form == SourceForm.Flat) Root(source, flat, out root);
        return root is null ? Syntax.Empty : IsTooDeep(root) ? null : Block(root);
    }

    private static bool Root(string source, ParserContext context, out Message? root)
    {
        try
        {
            root = Parser.Parse(source, "", context);
            return true;
        }
        catch (SyntaxException)
        {
            root = null;
            return false;
        }
    }

    private static Syntax Block(Message first)
    {
        var chains = new List<Syntax>();
        var messages = new List<Syntax>();
        for (Message? m = first; m is not null; m = m.Next)
        {
            if (m.IsTerminator && m.Arguments.Length == 0)
            {
                chains.Add(Syntax.Chain(messages));
                messages.Clear();
            }
            else messages.Add(Syntax.Message(m.Name.Text, m.Arguments.Select(argument => Unwrapped(Block(argument)))));
        }

        chains.Add(Syntax.Chain(messages));
        return Syntax.Block(chains);
    }

    /// <summary>An argument without brackets around all of it. The parser takes some away and leaves others; they mean nothing.</summary>
    private static Syntax Unwrapped(Syntax argument)
    {
        while (argument.Single is { Name.Length: 0, Children: [var inner] }) argument = inner;
        return argument;
    }

    private static bool IsTooDeep(Message root)
    {
        var pending = new Stack<(Message Message, int Depth)>([(root, 0)]);
        while (pending.TryPop(out (Message Message, int Depth) one))
        {
            if (one.Depth > MaxDepth) return true;
            for (Message? m = one.Message; m is not null; m = m.Next)
            {
                foreach (Message argument in m.Arguments) pending.Push((argument, one.Depth + 1));
            }
        }

        return false;
    }

    /// <summary>Literals need only be known to be literals.</summary>
    private sealed class MarkedLiterals : ILiteralFactory
    {
        public object Number(double value) => this;

        public object Text(ReadOnlySpan<int> codePoints) => this;

        public object? Constant(string name) => this;
    }
}
