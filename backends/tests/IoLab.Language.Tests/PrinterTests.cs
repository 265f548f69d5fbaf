namespace IoLab.Language.Tests;

/// <summary>Code, simple strings and block layout.</summary>
public sealed class PrinterTests
{
    [TestCase("a; b", "a ;\nb")]
    [TestCase("a ;b(c;d)", "a ;\nb(c ;\nd)")]
    [TestCase("(a)(b) (c)", "(a) (b) (c)")]
    [TestCase("\"a\\nb\" \"\"\" x \"y\" \"\"\"", "\"a\\nb\" \"\"\" x \"y\" \"\"\"")]
    [TestCase("a() b(c,d(e,(f,g)))", "a b(c, d(e, (f, g)))")]
    public void Code_is_source_text(string source, string code) => Assert.That(World.Unshuffled(source), Is.EqualTo(code));

    [TestCase("a;b;c d(e;f)", "a; b; c d(e; f)")]
    [TestCase("a b c d e f g h i j k l m n o p q r s tu", "a b c d e f g h i j k l m n o p q r s tu")]
    [TestCase("a b c d e f g h i j k l m n o p q r s tuv", "a b c d e f g h i j k l m n o p q r s...")]
    [TestCase("a b c d e f g h i j k l m n o p q r f(s, t, u)", "a b c d e f g h i j k l m n o p q r f...")]
    public void A_simple_string_is_one_line_of_forty(string source, string text) =>
        Assert.That(Printer.Print(World.First(source), 40), Is.EqualTo(text));

    [Test]
    public void A_cut_leaves_no_half_of_a_character() =>
        Assert.That(Printer.Print(World.First("aaaaaa😀bbbbb"), 10), Is.EqualTo("aaaaaa..."));

    [Test]
    public void A_made_literal_prints_its_name()
    {
        var message = World.First("x");
        message.Rename(new SymbolTable().Intern("12"));
        message.Cached = 12.0;
        Assert.That(Printer.Print(message), Is.EqualTo("12"));
    }

    [TestCase("x + 1", "x + 1")]
    [TestCase("x; y(1; 2)", "x; y(1; 2)")]
    [TestCase("a\nb\n\n\nc; d", "a\n    b\n\n    c; d")]
    [TestCase("a b c := d e", "a b c := d e")]
    [TestCase("a := b := c", "a := b := c")]
    [TestCase("A := a ::= b = c", "A := a ::= b = c")]
    [TestCase("a = b + c * d", "a = b + c * d")]
    [TestCase("a * (b + c)", "a * (b + c)")]
    [TestCase("a - (b - c)", "a - (b - c)")]
    [TestCase("a + b - c", "a + b - c")]
    [TestCase("a +(b) c", "a + (b) c")]
    [TestCase("a +(b, c)", "a + (b, c)")]
    [TestCase("(1 + 2) * 3", "(1 + 2) * 3")]
    [TestCase("return", "return")]
    [TestCase("return x + 1", "return x + 1")]
    [TestCase("return; x", "return (; x)")]
    [TestCase("a := (b; c)", "a := (b; c)")]
    [TestCase("setSlot(b, c)", "setSlot(b, c)")]
    [TestCase("setSlot(\"a b\", c)", "setSlot(\"a b\", c)")]
    [TestCase("setSlot(\"B\", c)", "setSlot(\"B\", c)")]
    [TestCase("setSlot(\"a\", b) c", "setSlot(\"a\", b) c")]
    [TestCase("foo(b + c, d := e)", "foo(b + c, d := e)")]
    [TestCase("f((a := b) + c)", "f((a := b) + c)")]
    [TestCase("if(x > y,\n a\n b\n,\n c)\nd", "if(x > y, \n        a\n        b\n    ,\n        c\n    )\n    d")]
    [TestCase("foo(\n  a,\n  b\n)\nx", "foo(\n        a\n    ,\n        b\n    )\n    x")]
    [TestCase("m := method(q,\n q + 1\n)", "m := method(q, \n        q + 1\n    )")]
    public void A_block_shows_operators_infix_and_statements_on_their_lines(string source, string body)
    {
        var root = World.First(source);
        Assert.That(PrettyPrinter.PrintBlock("test", 7, ["x", "y"], root), Is.EqualTo($"# test:7\nmethod(x, y, \n    {body}\n)"));
    }

    [TestCase("a * (b + c) ** (d; e) - f(g := 1 + 2; h) .. (return; 3)")]
    [TestCase("a or(return\nm := f(;b)\n)\nc")]
    [TestCase("2 - -3 + 4; a + (b * return c) + d; a * (return b) + c")]
    [TestCase("a + b * - c + d; a + b * (c := d) + e; f(a + +); (a + +) + b")]
    [TestCase("x := (a or b) and (c; d) := e")]
    [TestCase("a + - b * c; - (1 + 2) abs; (1, 2) + 3")]
    [TestCase("o foo := method(x,\n x = x + 1\n\n y := list(x, 2) map(v, v * (2 + x))\n if(x > 1, return x\n, z)\n)\no foo(3)")]
    public void What_a_block_shows_parses_to_the_same_tree(string source)
    {
        var world = new World();
        var root = world.Parse(source)!;
        var shown = PrettyPrinter.PrintBlock("Command Line", 1, [], root);
        Assert.That(shown, Does.StartWith("method(\n    "));
        var again = world.Parse(shown["method(".Length..^1])!;
        Assert.That(world.Code(again), Is.EqualTo(world.Code(root)), shown);
    }

    [Test]
    public void A_block_without_a_body_shows_nil_and_no_label() =>
        Assert.That(PrettyPrinter.PrintBlock("", 0, [], null), Is.EqualTo("# [unlabeled]:0\nmethod(\n    nil\n)"));
}
