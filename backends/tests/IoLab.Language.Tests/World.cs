using System.Text;

namespace IoLab.Language.Tests;

/// <summary>A parser's surroundings without a VM: literals are plain C# values.</summary>
internal sealed class World : ILiteralFactory
{
    public static readonly object Nil = "the nil object";
    public static readonly object True = "the true object";
    public static readonly object False = "the false object";

    public World()
    {
        Operators = new DefaultOperatorTable(Symbols);
        Context = new ParserContext(Symbols, this, Operators);
    }

    public SymbolTable Symbols { get; } = new();

    public DefaultOperatorTable Operators { get; }

    public ParserContext Context { get; }

    /// <summary>The printed tree of a program; "" for an empty one.</summary>
    public static string Shuffled(string source)
    {
        var world = new World();
        return world.Code(Parser.Parse(source, "test", world.Context));
    }

    /// <summary>The printed tree of a program whose operators stay as they are.</summary>
    public static string Unshuffled(string source)
    {
        var world = new World();
        return world.Code(Parser.ParseUnshuffled(source, "test", world.Context));
    }

    /// <summary>The first message of a program.</summary>
    public static Message First(string source) =>
        Parser.Parse(source, "test", new World().Context) ?? throw new AssertionException($"'{source}' has no messages");

    /// <summary>What a program fails with.</summary>
    public static SyntaxException Failure(string source) =>
        Assert.Throws<SyntaxException>(() => Parser.Parse(source, "test", new World().Context))!;

    public Message? Parse(string source) => Parser.Parse(source, "test", Context);

    public string Code(Message? message) => message is null ? "" : Printer.Print(message);

    object ILiteralFactory.Number(double value) => value;

    object ILiteralFactory.Text(ReadOnlySpan<int> codePoints)
    {
        var text = new StringBuilder();
        foreach (var codePoint in codePoints)
            text.Append(new Rune(codePoint).ToString());
        return new Text(text.ToString());
    }

    object? ILiteralFactory.Constant(string name) => name switch { "nil" => Nil, "true" => True, "false" => False, _ => null };
}

/// <summary>A string literal's value.</summary>
internal sealed record Text(string Value);
