using IoLab.Differential.Reduction;
using IoLab.Harness;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>What a reducer does with programs and with those who find them interesting.</summary>
[CancelAfter(60_000)]
public class ReducerSpecs
{
    [TestCase("for(i, 1, 100, a := i + 1; if(a > 4, 10 repeat(try(boom(a * 2)))))", "boom")]
    [TestCase("Foo := Object clone do(bar := method(x, y, z := x; boom))\nFoo bar(1, 2)", "boom")]
    [TestCase("x := list(1, 2, 3) map(v, v foo) select(w, boom(w))", "boom")]
    public async Task A_call_comes_out_of_what_is_around_it(string source, string result) =>
        Assert.That((await ReduceAsync(source, text => text.Contains("boom"))).Source, Is.EqualTo(result + "\n"));

    [Test]
    public async Task Literals_shrink() =>
        Assert.That((await ReduceAsync(
            "foo(123456, \"a long text with an x in it\", 77)",
            text => Argument(text, 0) is { } number && double.TryParse(number, out double value) && value >= 1000 && Argument(text, 1) is { } words && words.Contains('x'))).Source,
            Is.EqualTo("foo(1000, \"x\")\n"));

    /// <summary>It took 62,665 tests and a minute to take a constant of a planted bug from 2147539031 down to the least odd one above a word, by twos.</summary>
    [Test]
    public async Task Literals_of_which_every_second_will_do_shrink_fast()
    {
        int asked = 0;

        ReductionResult result = await ReduceAsync("foo(2147539031)", text =>
        {
            asked++;
            return double.TryParse(Argument(text, 0), out double value) && value > int.MaxValue && value % 2 == 1;
        });

        Assert.That(result.Source, Is.EqualTo("foo(2147483649)\n"));
        Assert.That(asked, Is.LessThan(2000));
    }

    [Test]
    public async Task Names_become_letters_and_capitals_capitals() =>
        Assert.That((await ReduceAsync(
            "Counter := Object clone\ntotal := 5\nCounter add := method(amount, amount + amount)\nCounter add(total, total)",
            text => System.Text.RegularExpressions.Regex.IsMatch(text, @"^(\w+) := Object clone\n(\w+) := 5\n\1 (\w+) := method\((\w+), \4 \+ \4\)\n\1 \3\(\2, \2\)\n?$"))).Source,
            Is.EqualTo("A := Object clone\na := 5\nA b := method(c, c + c)\nA b(a, a)\n"));

    [Test]
    public async Task A_loop_may_go_and_leave_its_variable() =>
        Assert.That((await ReduceAsync("for(index, 3, 9, index println)", text => text.Contains("println") && (text.Contains("for(index, 3, 9") || text.Contains(":= 3")))).Source,
            Does.Contain(":= 3").And.Not.Contain("for"));

    [Test]
    public async Task A_loop_over_a_list_may_go_and_leave_an_item() =>
        Assert.That((await ReduceAsync("list(8, 9) foreach(item, item println)", text => text.Contains("println") && text.Contains('9'))).Source, Does.Not.Contain("foreach"));

    [Test]
    public async Task Text_that_does_not_compile_is_reduced_by_lines_and_tokens() =>
        Assert.That((await ReduceAsync("one\ntwo(\n  three four\nfive", text => text.Contains('(') && !text.Contains(')') && text.Contains("four"))).Source, Is.EqualTo("(four"));

    [Test]
    public async Task What_depends_on_its_layout_keeps_it_and_still_compiles()
    {
        ReductionResult result = await ReduceAsync("one println\n\n\n   # keep\n   two println ; three\n", text =>
        {
            Assert.That(ReducerProperties.Compiles(text), text);
            return text.Contains("# keep\n   two");
        });

        Assert.That(result.Source, Is.EqualTo("# keep\n   two"));
    }

    [Test]
    public async Task What_depends_on_how_operators_are_written_keeps_them() =>
        Assert.That((await ReduceAsync("foo +(1, 2) bar\nunused", text => text.Contains("+(1, 2)"))).Source, Is.EqualTo("+(1, 2)\n"));

    [Test]
    public void A_program_that_is_not_interesting_is_refused() =>
        Assert.That(async () => await ReduceAsync("a", _ => false), Throws.TypeOf<ReductionException>().With.Property("Failure").EqualTo(ReductionFailure.NotInteresting));

    [Test]
    public void A_test_that_changes_its_mind_is_called_flaky()
    {
        int asked = 0;

        Assert.That(async () => await ReduceAsync("a", _ => asked++ % 2 == 0), Throws.TypeOf<ReductionException>().With.Property("Failure").EqualTo(ReductionFailure.Flaky));
    }

    [Test]
    public void A_test_that_changes_its_mind_later_is_called_flaky_too()
    {
        int asked = 0;

        Assert.That(async () => await ReduceAsync("a\nb\nc\nd", text => asked++ < 2 || (text.Length < 9 && asked < 4)),
            Throws.TypeOf<ReductionException>().With.Message.Contains("flaky"));
    }

    [Test]
    public async Task A_time_limit_gives_what_was_found_by_then()
    {
        ReductionResult result = await Reducer.ReduceAsync("one\ntwo\nthree\nfour", async (text, stop) =>
        {
            if (text.Length < 12) await Task.Delay(Timeout.Infinite, stop);
            return true;
        }, new ReductionOptions { MaxTime = TimeSpan.FromMilliseconds(300), Jobs = 2 });

        Assert.That(result.End, Is.EqualTo(ReductionEnd.TimeLimit));
        Assert.That(result.Source, Is.EqualTo("one\ntwo\nthree\nfour\n").Or.EqualTo("one\ntwo\nthree\nfour"));
    }

    [Test]
    public void Cancelling_stops()
    {
        using var stop = new CancellationTokenSource();
        int asked = 0;

        Assert.That(async () => await Reducer.ReduceAsync("a\nb\nc", (_, _) =>
        {
            if (++asked == 3) stop.Cancel();
            return Task.FromResult(true);
        }, cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_journal_answers_instead_of_the_test()
    {
        using var folder = new TemporaryFolder();
        var options = new ReductionOptions { JournalFilePath = folder.PathOf("journal") };
        ReductionResult first = await ReduceAsync("a; b; c(d, e)", text => text.Contains('d'), options);
        int asked = 0;

        ReductionResult second = await ReduceAsync("a; b; c(d, e)", text => { asked++; return text.Contains('d'); }, options);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(asked, Is.EqualTo(3), "the original twice, the result once");
        Assert.That(File.ReadAllText(options.JournalFilePath!), Does.Contain("accepted \"d\\n\""));
    }

    [Test]
    public void A_journal_of_something_else_is_refused()
    {
        using var folder = new TemporaryFolder();
        string filePath = folder.PathOf("journal");
        Task<ReductionResult> WithAsync(string source, string purpose) => ReduceAsync(source, _ => true, new ReductionOptions { JournalFilePath = filePath, Purpose = purpose });
        WithAsync("a", "one").GetAwaiter().GetResult();

        Assert.That(async () => await WithAsync("b", "one"), Throws.TypeOf<HarnessException>().With.Message.Contains("another reduction"));
        Assert.That(async () => await WithAsync("a", "two"), Throws.TypeOf<HarnessException>().With.Message.Contains("another reduction"));
        File.WriteAllText(filePath, "something\n");
        Assert.That(async () => await WithAsync("a", "one"), Throws.TypeOf<HarnessException>().With.Message.Contains("no journal"));
    }

    private static string? Argument(string text, int index)
    {
        int open = text.IndexOf("foo(", StringComparison.Ordinal), close = text.IndexOf(')');
        string[] arguments = open == 0 && close > 0 ? text[4..close].Split(", ") : [];
        return index < arguments.Length ? arguments[index] : null;
    }

    private static Task<ReductionResult> ReduceAsync(string source, Func<string, bool> isInteresting, ReductionOptions? options = null) =>
        Reducer.ReduceAsync(source, (text, _) => Task.FromResult(isInteresting(text)), options);
}
