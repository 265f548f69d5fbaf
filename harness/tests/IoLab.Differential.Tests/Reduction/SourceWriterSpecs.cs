using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>Trees, and the text that is written of them.</summary>
[CancelAfter(60_000)]
public class SourceWriterSpecs
{
    [TestCase("a := 1+2*3", "a := 1 + 2 * 3\n")]
    [TestCase("a := (1+2)*3", "a := (1 + 2) * 3\n")]
    [TestCase("a - (b - c)", "a - (b - c)\n")]
    [TestCase("a - b - c", "a - b - c\n")]
    [TestCase("return 1 + 2", "return 1 + 2\n")]
    [TestCase("-5 abs", "-5 abs\n")]
    [TestCase("3 + -5", "3 + (-5)\n")]
    [TestCase("Foo := Object clone; foo = 3;;x ::= y", "Foo := Object clone\nfoo = 3\nx ::= y\n")]
    [TestCase("a[1, 2] {3}", "a [1, 2] {3}\n")]
    [TestCase("f() (1)", "f() (1)\n")]
    [TestCase("if(a, (b;c), d)", "if(a, b; c, d)\n")]
    [TestCase("x := (a; b)", "x := (a; b)\n")]
    [TestCase("Number + := 3", "Number setSlot(\"+\", 3)\n")]
    [TestCase("list(1) reduce(+)", "list(1) reduce(+)\n")]
    [TestCase("# nothing", "")]
    public void A_statement_is_written_as_people_write_it(string source, string written)
    {
        var reader = new TreeReader();

        Assert.That(new SourceWriter(SourceForm.Infix).Write(reader.Read(source, SourceForm.Infix)!), Is.EqualTo(written));
    }

    [Test]
    public void A_long_statement_is_broken_at_its_bodies()
    {
        string source = "f := method(a, b, " + string.Join("; ", Enumerable.Range(0, 9).Select(i => $"a foo{i}(b + {i}) println")) + ")";
        string written = new SourceWriter(SourceForm.Infix).Write(new TreeReader().Read(source, SourceForm.Infix)!);

        Assert.That(written, Does.StartWith("f := method(a, b,\n    a foo0(b + 0) println\n    a foo1(b + 1) println\n").And.EndsWith("    a foo8(b + 8) println\n)\n"));
    }

    [Test]
    public void What_is_written_reads_as_it_was([Values(SourceForm.Infix, SourceForm.Flat)] object form) => Prop.ForAll(RandomPrograms.Seeds, one =>
    {
        var reader = new TreeReader();
        Syntax tree = reader.Read(RandomPrograms.Create(one.Seed, one.Planted), (SourceForm)form)!;
        string text = new SourceWriter((SourceForm)form).Write(tree);
        Assert.That(Shown(reader.Read(text, (SourceForm)form)!), Is.EqualTo(Shown(tree)), text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Shown(Syntax node) => node.Kind switch
    {
        SyntaxKind.Block => string.Join(";\n", node.Children.Select(Shown)),
        SyntaxKind.Chain => string.Join(' ', node.Children.Select(Shown)),
        _ => $"{node.Name}({string.Join(", ", node.Children.Select(Shown))})",
    };
}
