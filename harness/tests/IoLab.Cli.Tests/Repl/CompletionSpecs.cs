using IoLab.Cli.Repl;

namespace IoLab.Cli.Tests.Repl;

/// <summary>Which object's slots a tab offers.</summary>
public class CompletionSpecs
{
    [TestCase("pri", "Repl complete(list(), \"pri\")")]
    [TestCase("foo bar ba", "Repl complete(list(\"foo\", \"bar\"), \"ba\")")]
    [TestCase("x := foo ba", "Repl complete(list(\"foo\"), \"ba\")")]
    [TestCase("f(foo ba", "Repl complete(list(\"foo\"), \"ba\")")]
    [TestCase("1 + fo", "Repl complete(list(), \"fo\")")]
    [TestCase("foo ", "Repl complete(list(\"foo\"), \"\")")]
    [TestCase("\"text\" asU", "Repl complete(list(\"Sequence\"), \"asU\")")]
    [TestCase("12 asS", "Repl complete(list(\"Number\"), \"asS\")")]
    [TestCase("f(1) asS", null)]
    [TestCase("", null)]
    public void The_names_before_the_cursor_lead_to_it(string text, string? question)
    {
        string? asked = null;
        new Completion(source =>
        {
            asked = source;
            return "";
        }).Offer(text);

        Assert.That(asked, Is.EqualTo(question));
    }

    [Test]
    public void Names_are_in_order_and_operators_are_left_out() =>
        Assert.That(new Completion(_ => "b\na\n+\na\n").Offer("x ").Words, Is.EqualTo(new[] { "a", "b" }));
}
