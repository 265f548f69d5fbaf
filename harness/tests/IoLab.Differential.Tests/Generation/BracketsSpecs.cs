using IoLab.Differential.Generation;
using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Tests.Generation;

/// <summary>Brackets within brackets.</summary>
public class BracketsSpecs
{
    [TestCase("list((a := 1; a))", "list(a := 1; a)")]
    [TestCase("list((1 + 2), 3)", "list(1 + 2, 3)")]
    [TestCase("method(x,\n    (x + 1)\n)", "method(x,\n    x + 1\n)")]
    [TestCase("(((1 + 2)) * 3) println", "((1 + 2) * 3) println")]
    [TestCase("1 + ((2 + 3))", "1 + (2 + 3)")]
    [TestCase("[(1 + 2), 3]", "[1 + 2, 3]")]
    public void Those_around_a_whole_argument_are_taken_away(string source, string bare) => Assert.That(Brackets.Bare(source), Is.EqualTo(bare));

    [TestCase("(1 + 2) println")]
    [TestCase("list((1 + 2) println, 3)")]
    [TestCase("f((1, 2))")]
    [TestCase("f(())")]
    [TestCase("x := 1\n(x + 1)\n")]
    [TestCase("method(a := 1\n(a + 1))")]
    [TestCase("f(\"((1))\", \"\"\"((\"2\"))\"\"\", \"\\\"((3))\")")]
    public void Others_stay(string source) => Assert.That(Brackets.Bare(source), Is.EqualTo(source));

    [Test]
    public void Portable_programs_have_none()
    {
        var generator = new ProgramGenerator(isPortable: true);
        foreach (ulong number in Enumerable.Range(0, 300).Select(i => (ulong)i))
        {
            string source = generator.Create(number, FeatureWeights.Even).Source;
            Assert.That(Brackets.Bare(source), Is.EqualTo(source), $"program {number}");
        }
    }
}
