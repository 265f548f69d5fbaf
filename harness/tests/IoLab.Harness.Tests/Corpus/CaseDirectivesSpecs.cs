using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;

namespace IoLab.Harness.Tests.Corpus;

[TestFixture, CancelAfter(60_000)]
internal sealed class CaseDirectivesSpecs
{
    [Test]
    public void Directives_are_read_from_comments_of_both_kinds()
    {
        CaseDirectives directives = CaseDirectivesParser.Parse(
            "# The story: a bug.\n// needs: continuations, files\n# args: a \"b c\"\n# stdin: x\\ny\n# time: 500ms\n\n# policy: hash-order time\n1 println\n# time: 3s\n", "x.io");
        Assert.Multiple(() =>
        {
            Assert.That(directives.Needs, Is.EqualTo(Capabilities.Continuations));
            Assert.That(directives.NeedsFiles);
            Assert.That(directives.Arguments, Is.EqualTo(new[] { "a", "b c" }));
            Assert.That(directives.StandardInput, Is.EqualTo("x\ny"));
            Assert.That(directives.Time, Is.EqualTo(TimeSpan.FromMilliseconds(500)));
            Assert.That(directives.Freedom, Is.EqualTo(OutputFreedom.HashOrder | OutputFreedom.Time));
        });
    }

    [TestCase("# need: files", "did you mean 'needs'")]
    [TestCase("# sdtin: files", "did you mean 'stdin'")]
    [TestCase("# needs: wings", "unknown needs 'wings'")]
    [TestCase("# time: soon", "'soon' is no time")]
    [TestCase("# args: \"a", "quote")]
    [TestCase("# stdin: \\x", "unknown escape")]
    public void A_wrong_directive_is_refused_with_its_line(string source, string expected) =>
        Assert.That(() => CaseDirectivesParser.Parse("#!/usr/bin/env io\n" + source, "x.io"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected).And.Message.StartsWith("x.io:2:"));
}
