using System.Diagnostics;

namespace IoLab.Language.Tests;

/// <summary>
/// Depth and length cost heap and linear time only. The bounds are some fifty times what a slow machine needs; what is quadratic
/// or recursive misses them by orders of magnitude or ends the process.
/// </summary>
public sealed class BigInputTests
{
    private const int Million = 1_000_000;

    private static void Within(double seconds, Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        TestContext.Out.WriteLine($"{clock.Elapsed.TotalMilliseconds:F0} ms");
        Assert.That(clock.Elapsed.TotalSeconds, Is.LessThan(seconds));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static void SurvivesAll(string source, double seconds) => Within(seconds, () =>
    {
        var world = new World();
        var tree = world.Parse(source)!;
        var code = Printer.Print(tree);
        Assert.That(Trees.Difference(tree, Parser.ParseUnshuffled(code, "again", world.Context)), Is.Null);
        Assert.That(PrettyPrinter.PrintBlock("test", 1, [], tree), Is.Not.Empty);
        Assert.That(Printer.Print(tree, 40), Has.Length.LessThanOrEqualTo(40));
    });

    [Test]
    public void A_megabyte_of_open_brackets_is_an_error() => Within(10, () =>
        Assert.That(World.Failure(new string('(', Million)).Description, Is.EqualTo($"\"unmatched ()s\" on line 1 character {Million}")));

    [Test]
    public void A_megabyte_of_comment_openings_is_an_error() => Within(10, () =>
        Assert.That(World.Failure(Repeat("/*", Million / 2)).Description, Does.Contain("unterminated comment")));

    [TestCase("(", "a", ")", 100_000)]
    [TestCase("f(", "a", ")", 100_000)]
    [TestCase("[", "a", "]", 100_000)]
    [TestCase("1 + (2 * ", "a", ")", 100_000)]
    [TestCase("x := f(\n", "a", "\n)", 100_000)]
    [TestCase("a(b) := (", "a", ")", 100_000)]
    [TestCase("f(g, h, ", "a", ")", Million)]
    public void Deep_nesting_is_just_a_tree(string open, string middle, string close, int depth) =>
        SurvivesAll(Repeat(open, depth) + middle + Repeat(close, depth), 60);

    [TestCase("a ", Million)]
    [TestCase("a;", Million)]
    [TestCase("a\n", Million)]
    [TestCase("1 + 2 * ", Million / 2)]
    [TestCase("a + b;", Million / 2)]
    [TestCase("a(b)", Million / 2)]
    [TestCase("a := ", Million / 2)]
    [TestCase("a b := c; ", Million / 4)]
    [TestCase("\"é\" ", Million)]
    public void Long_chains_are_just_chains(string part, int count) => SurvivesAll(Repeat(part, count) + "z", 60);

    [Test]
    public void A_ten_megabyte_line_is_read_in_linear_time()
    {
        SurvivesAll(new string('x', 10 * Million), 20);
        SurvivesAll("\"" + new string('é', 10 * Million) + "\"", 20);
        SurvivesAll("# " + new string('x', 10 * Million) + "\na", 20);
        SurvivesAll(new string('1', 10 * Million), 60);
        SurvivesAll("foo(bar, 12) + baz ..(\"x\") + " + Repeat("abc(12, \"de\") . ", 625_000) + "z", 60);
    }

    [Test]
    public void Many_arguments_cost_what_they_are() => SurvivesAll("f(" + Repeat("a + 1, ", Million / 2) + "z)", 60);
}
