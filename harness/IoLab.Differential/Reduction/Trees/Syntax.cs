using System.Collections.Immutable;

namespace IoLab.Differential.Reduction.Trees;

/// <summary>
/// A program's tree in three alternating layers: a block's children are chains, a chain's are messages, a message's are blocks, its arguments. Immutable; no block
/// among arguments and no chain among statements is empty, because such have no text.
/// </summary>
internal sealed class Syntax
{
    private Syntax(SyntaxKind kind, string name, ImmutableArray<Syntax> children)
    {
        Kind = kind;
        Name = name;
        Children = children;
        Messages = kind == SyntaxKind.Message ? 1 : 0;
        Nodes = 1;
        foreach (Syntax child in children)
        {
            Messages += child.Messages;
            Nodes += child.Nodes;
        }
    }

    /// <summary>An empty program.</summary>
    public static Syntax Empty { get; } = new(SyntaxKind.Block, "", []);

    /// <summary>What it is.</summary>
    public SyntaxKind Kind { get; }

    /// <summary>A message's name as it stands in the source, quotes included; otherwise "".</summary>
    public string Name { get; }

    /// <summary>What it consists of.</summary>
    public ImmutableArray<Syntax> Children { get; }

    /// <summary>How many messages it has, itself included.</summary>
    public int Messages { get; }

    /// <summary>How many nodes it has, itself included.</summary>
    public int Nodes { get; }

    /// <summary>Its text on one line, kept by <see cref="SourceWriter"/>. Trees of different forms share no nodes.</summary>
    public string? Text { get; set; }

    /// <summary>A message without arguments.</summary>
    public bool IsBare => Kind == SyntaxKind.Message && Children.IsEmpty;

    /// <summary>A block; empty chains are left out.</summary>
    public static Syntax Block(IEnumerable<Syntax> chains) => new(SyntaxKind.Block, "", [.. chains.Where(chain => !chain.Children.IsEmpty)]);

    /// <summary>A chain.</summary>
    public static Syntax Chain(IEnumerable<Syntax> messages) => new(SyntaxKind.Chain, "", [.. messages]);

    /// <summary>A message; empty arguments are left out.</summary>
    public static Syntax Message(string name, params IEnumerable<Syntax> arguments) =>
        new(SyntaxKind.Message, name, [.. arguments.Where(argument => !argument.Children.IsEmpty)]);

    /// <summary>A block that is one message.</summary>
    public static Syntax Value(Syntax message) => Block([Chain([message])]);

    /// <summary>The one message that a block or chain consists of, or null.</summary>
    public Syntax? Single => Kind switch
    {
        SyntaxKind.Message => this,
        _ => Children.Length == 1 ? Children[0].Single : null,
    };

    /// <summary>The messages of a block that is one chain; null for other blocks.</summary>
    public ImmutableArray<Syntax>? SingleChain => Children.Length == 1 ? Children[0].Children : null;

    /// <summary>The same with other children.</summary>
    public Syntax With(IEnumerable<Syntax> children) => Kind switch
    {
        SyntaxKind.Block => Block(children),
        SyntaxKind.Chain => Chain(children),
        _ => Message(Name, children),
    };

    /// <summary>Replaces nodes, each by any number of others; what is inside a replaced node is not looked at.</summary>
    /// <param name="replacement">Given a node and its position in pre-order, the nodes that stand in its place; null to keep it and look inside.</param>
    public Syntax Rewrite(Func<Syntax, int, IReadOnlyList<Syntax>?> replacement)
    {
        int position = 0;
        return Rewritten(this, ref position, replacement) is [var root] ? root : Empty;
    }

    /// <summary>Replaces the nodes at some positions.</summary>
    public Syntax Rewrite(IReadOnlyDictionary<int, IReadOnlyList<Syntax>> replacements) => Rewrite((_, position) => replacements.GetValueOrDefault(position));

    /// <summary>Replaces the node at one position.</summary>
    public Syntax Rewrite(int position, params IReadOnlyList<Syntax> replacement) => Rewrite((_, at) => at == position ? replacement : null);

    /// <summary>The nodes in pre-order.</summary>
    public IEnumerable<Syntax> All() => Children.SelectMany(child => child.All()).Prepend(this);

    private static IReadOnlyList<Syntax> Rewritten(Syntax node, ref int position, Func<Syntax, int, IReadOnlyList<Syntax>?> replacement)
    {
        if (replacement(node, position) is { } others)
        {
            position += node.Nodes;
            return others;
        }

        position++;
        List<Syntax>? children = null;
        for (int i = 0; i < node.Children.Length; i++)
        {
            Syntax child = node.Children[i];
            IReadOnlyList<Syntax> now = Rewritten(child, ref position, replacement);
            bool isSame = now.Count == 1 && ReferenceEquals(now[0], child);
            if (!isSame) children ??= [.. node.Children.Take(i)];
            children?.AddRange(now);
        }

        return [children is null ? node : node.With(children)];
    }
}
