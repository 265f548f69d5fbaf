namespace IoLab.Language.Tests;

/// <summary>Trees: groups, terminators, labels and positions.</summary>
public sealed class ParserTests
{
    [TestCase("foo (a)", "foo(a)")]
    [TestCase("foo /* c */ (a)", "foo(a)")]
    [TestCase("foo\n(a)", "foo ;\n(a)")]
    [TestCase("foo\\\n(a)", "foo(a)")]
    [TestCase("foo [1,2]", "foo squareBrackets(1, 2)")]
    [TestCase("foo{a}", "foo curlyBrackets(a)")]
    [TestCase("{}", "curlyBrackets")]
    [TestCase("[]", "squareBrackets")]
    [TestCase("a(b)(c)", "a(b) (c)")]
    [TestCase("a[b][c]", "a squareBrackets(b) squareBrackets(c)")]
    [TestCase("[[a]]", "squareBrackets(squareBrackets(a))")]
    [TestCase("f()", "f")]
    [TestCase("()", "")]
    [TestCase("(1, 2)", "(1, 2)")]
    [TestCase("5(b) \"x\"(c)", "5(b) \"x\"(c)")]
    [TestCase("a(b;c)", "a(b ;\nc)")]
    [TestCase("a(b;;\n;c)", "a(b ;\nc)")]
    [TestCase("a(\n b\n,\n\n c # d\n)", "a(b, c)")]
    [TestCase("a(\n\n)", "a")]
    [TestCase("a(;)", "a")]
    [TestCase("a(;b;)", "a(;\nb)")]
    [TestCase("a;", "a")]
    [TestCase("a;;b;", "a ;\nb")]
    [TestCase("\n;a", "a")]
    [TestCase("a // x\nb", "a ;\nb")]
    [TestCase("\"a\" \"b\"", "\"a\" \"b\"")]
    [TestCase("1.50 0x1F", "1.50 0x1F")]
    [TestCase("x := 1 + 2", "x := 1 + 2")]
    public void Groups_and_terminators_make_the_tree(string source, string tree) => Assert.That(World.Unshuffled(source), Is.EqualTo(tree));

    [TestCase("")]
    [TestCase(" \n;\n")]
    [TestCase("# only a comment")]
    [TestCase("/* a */ // b")]
    public void A_program_without_messages_is_null(string source) => Assert.That(new World().Parse(source), Is.Null);

    [Test]
    public void A_context_without_operators_leaves_them()
    {
        var world = new World();
        var root = Parser.Parse("a := b + c", "test", world.Context with { Operators = null });
        Assert.That(world.Code(root), Is.EqualTo("a := b + c"));
    }

    [Test]
    public void Messages_know_their_label_line_and_character()
    {
        var world = new World();
        var a = Parser.Parse("a b(é)\n c := 5", "dir/file.io", world.Context)!;
        var b = a.Next!;
        var terminator = b.Next!;
        var c = terminator.Next!;
        Assert.Multiple(() =>
        {
            Assert.That(new[] { a, b, b.Arguments[0], terminator, c, c.Arguments[0], c.Arguments[1] }.Select(m => m.Label),
                Is.All.EqualTo("dir/file.io"));
            Assert.That((a.Line, a.Character), Is.EqualTo((1, 1)));
            Assert.That((b.Line, b.Character), Is.EqualTo((1, 3)));
            Assert.That((b.Arguments[0].Line, b.Arguments[0].Character), Is.EqualTo((1, 6)));
            Assert.That((c.Line, c.Character), Is.EqualTo((2, 10)));
            Assert.That((c.Arguments[0].Line, c.Arguments[1].Line), Is.EqualTo((2, 2)));
            Assert.That(terminator.IsTerminator);
            Assert.That(c.IsTerminator, Is.False);
        });
    }

    [Test]
    public void The_prelude_may_use_intrinsic_names()
    {
        var world = new World();
        var root = Parser.Parse("`size + x `at(1)", "prelude", world.Context with { AllowIntrinsics = true });
        Assert.That(world.Code(root), Is.EqualTo("`size +(x `at(1))"));
    }
}
