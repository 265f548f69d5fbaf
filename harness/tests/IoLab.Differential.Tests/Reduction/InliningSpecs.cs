using IoLab.Differential.Reduction.Passes;
using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>What inlining proposes first.</summary>
public class InliningSpecs
{
    [TestCase("x := 3; x + x println", "3 + 3 println\n")]
    [TestCase("x := 1 + 2; y := 5; foo(x, y)", "y := 5\nfoo(1 + 2, y)\n")]
    [TestCase("f := method(n, n + 1); f(2) println", "(2 + 1) println\n")]
    [TestCase("f := method(n, n println; n foo); f(2)", "2 println\n2 foo\n")]
    [TestCase("Lobby f := method(a, a + 1); b = Lobby f(4)", "b = 4 + 1\n")]
    [TestCase("g := block(a, a bar); g call(9)", "9 bar\n")]
    [TestCase("f := method(f); f", null)]
    [TestCase("x := 3; x = 4; x println", null)]
    public void What_is_assigned_once_stands_where_it_is_used(string source, string? first)
    {
        var reader = new TreeReader();
        TreeEdit[] edits = [.. new Inlining().Propose(new SyntaxIndex(reader.Read(source, SourceForm.Infix)!), default)];

        Assert.That(edits.Select(edit => new SourceWriter(SourceForm.Infix).Write(edit.Tree)).FirstOrDefault(), Is.EqualTo(first));
    }

    [Test]
    public void Parameters_may_become_variables()
    {
        TreeEdit[] edits = [.. new Inlining().Propose(new SyntaxIndex(new TreeReader().Read("f := method(n, n + n); f(2 foo)", SourceForm.Infix)!), default)];

        Assert.That(new SourceWriter(SourceForm.Infix).Write(edits[1].Tree), Is.EqualTo("n := 2 foo\nn + n\n"));
    }
}
