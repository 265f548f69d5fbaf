using System.Text.Json;
using IoLab.Closure;
using IoLab.Tree;

namespace IoLab.Cli.Tests;

/// <summary><c>conform --coverage</c>, on our own machines.</summary>
[CancelAfter(60_000)]
public class CoverageSpecs
{
    private Lab lab = null!;

    [SetUp]
    public void MakeLab()
    {
        lab = new Lab { Backends = [("tree", () => new TreeBackend()), ("closure", () => new ClosureBackend())] };
        Directory.Delete(lab.PathOf("conformance/cases/print"), true);
        lab.AddCase("list/appending", "list(1) append(2) println", "list(1, 2)\n");
        lab.AddCase("list/inside", "list(1) map(x, x) println", "list(1)\n");
        Catalogue("""{ "protos": { "List": { "A": ["append", "map"], "C": ["none", "odd", "size"], "leftOut": { "odd": "too odd" } } } }""");
    }

    [TearDown]
    public void RemoveLab() => lab.Dispose();

    [Test]
    public async Task Every_slot_is_shown_with_who_has_it_and_the_cases_that_use_it()
    {
        CliRun run = await lab.RunAsync("conform", "--coverage");

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
        Assert.That(run.Output, Does.Match(@"List append +A +yes +yes +1 +list/appending\n"));
        Assert.That(run.Output, Does.Match(@"List none +C +no +no +none\n"));
        Assert.That(run.Output, Does.Match(@"List odd +C +left out +left out +none +too odd\n"));
        Assert.That(run.Output, Does.Match(@"List size +C +yes +yes +none\n"));
        Assert.That(run.Output, Does.Match(@"\n +List +5 +2 of 2 +0 of 2 +1\n"));
        Assert.That(run.Output, Does.Contain("1 slots that some backend lacks: List none\nno slots of tiers A and B without a case\n"));
    }

    [Test]
    public async Task A_slot_of_tier_A_without_a_case_fails()
    {
        Catalogue("""{ "protos": { "List": { "A": ["append", "size"] } } }""");

        CliRun run = await lab.RunAsync("conform", "--coverage");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("1 slots of tiers A and B without a case: List size\n").And.Contain("FAIL: 2 cases"));
    }

    [Test]
    public async Task Of_chosen_cases_only_the_slots_they_use_are_shown()
    {
        CliRun run = await lab.RunAsync("conform", "--coverage", "list/inside");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("List map").And.Not.Contain("List append").And.Not.Contain("without a case"));
    }

    [Test]
    public async Task Programs_get_the_whole_table()
    {
        CliRun run = await lab.RunAsync("conform", "--coverage", "--json");

        JsonElement slot = JsonDocument.Parse(run.Output).RootElement.GetProperty("coverage").GetProperty("slots")[0];
        Assert.That(slot.GetProperty("slot").GetString(), Is.EqualTo("append"));
        Assert.That(slot.GetProperty("backends").GetArrayLength(), Is.EqualTo(2));
        Assert.That(slot.GetProperty("cases")[0].GetString(), Is.EqualTo("list/appending"));
    }

    [Test]
    public async Task The_report_shows_the_table()
    {
        await lab.RunAsync("conform", "--coverage");
        CliRun run = await lab.RunAsync("report");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(run.Output.Trim()), Does.Contain("What is checked?").And.Contain("list/appending"));
    }

    [TestCase("--record", "--oracle", "tree")]
    [TestCase("--list")]
    [TestCase("--backend", "closure")]
    public async Task What_does_not_go_together_is_a_usage_error(params string[] words) =>
        Assert.That((await lab.RunAsync(["conform", "--coverage", .. words])).ExitCode, Is.EqualTo(3));

    private void Catalogue(string json) => File.WriteAllText(lab.PathOf("conformance/slots.json"), json);
}
