using System.Text.Json;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Harness.Diff;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Cli.Tests;

/// <summary><c>iolab findings</c> in a small repository.</summary>
[CancelAfter(60_000), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FindingsCommandSpecs : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly Lab lab = new();

    private FileFindingStore Store => new(lab.PathOf(".iolab/findings"));

    [Test]
    public async Task Nothing_found_is_said_with_what_to_do() =>
        Assert.That(await lab.RunAsync("findings", "list"), Is.EqualTo(new CliRun(0, "0 open, known: 0, 0 closed; iolab fuzz looks for some\n", "")));

    [Test]
    public async Task A_list_has_the_open_ones_and_all_on_request()
    {
        Finding open = Store.Add(Make("print 1")), closed = Store.Add(Make("print 2\nprint 2"));
        await lab.RunAsync("findings", "close", closed.Id, "--why", "mended");
        CliRun list = await lab.RunAsync("findings", "list"), all = await lab.RunAsync("findings", "list", "--all");
        Assert.That(list.Output, Does.Contain(open.Id).And.Not.Contain(closed.Id).And.Contain("evaluation/fast").And.EndWith("1 open, known: 0, 1 closed\n"));
        Assert.That(all.Output, Does.Contain(open.Id).And.Contain(closed.Id).And.Contain("closed "));
    }

    [Test]
    public async Task Campaigns_are_looked_through_too()
    {
        Finding finding = Make("print 1");
        Store.Add(finding);
        new FileFindingStore(lab.PathOf(".iolab/campaigns/7/findings")).Add(finding with { Counts = [new FindingCount("campaign 7", 3, 4)] });
        Assert.That((await lab.RunAsync("findings", "show", finding.Id)).Output, Does.Contain("met 5 times"));
        Assert.That((await lab.RunAsync("findings", "show", finding.Id, "--dir", lab.PathOf(".iolab/campaigns/7"))).Output, Does.Contain("met 4 times"));
    }

    [Test]
    public async Task Known_ones_are_counted_apart_and_an_expired_entry_fails()
    {
        Store.Add(Make("print 1"));
        File.WriteAllText(lab.PathOf("conformance/known-findings.json"), """[{ "signature": "evaluation/fast; *", "reason": "being mended", "expires": "9999-01-01" }]""");
        CliRun known = await lab.RunAsync("findings", "list");
        File.WriteAllText(lab.PathOf("conformance/known-findings.json"), """[{ "signature": "evaluation/fast; *", "reason": "being mended", "expires": "2020-01-01" }]""");
        CliRun expired = await lab.RunAsync("findings", "list");
        Assert.That((known.ExitCode, expired.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(known.Output, Does.EndWith("0 open, known: 1, 0 closed\n"));
        Assert.That(expired.Error, Does.Contain("evaluation/fast; * expired on 2020-01-01"));
    }

    [Test]
    public async Task A_finding_is_shown_with_all_that_is_known()
    {
        Store.Add(Make("print 1"));
        CliRun run = await lab.RunAsync("findings", "show", Make("print 1").Id[..4]);
        Snapshot.Check("findings-show.txt", run.Output);
    }

    [Test]
    public async Task For_programs_there_is_json()
    {
        Finding finding = Store.Add(Make("print 1"));
        JsonElement list = JsonDocument.Parse((await lab.RunAsync("findings", "list", "--json")).Output).RootElement;
        string shown = (await lab.RunAsync("findings", "show", finding.Id, "--json")).Output;
        Assert.That((list.GetProperty("schema").GetString(), list.GetProperty("findings")[0].GetProperty("finding").GetProperty("id").GetString()), Is.EqualTo(("iolab-findings/1", finding.Id)));
        Assert.That(FindingFormat.Write(FindingFormat.Read(shown)), Is.EqualTo(FindingFormat.Write(finding)));
    }

    [Test]
    public async Task A_replay_says_whether_they_still_disagree()
    {
        Finding finding = Store.Add(Make("print 1"));
        CliRun agree = await lab.RunAsync("findings", "replay", finding.Id);
        Break();
        CliRun disagree = await lab.RunAsync("findings", "replay", finding.Id);
        Assert.That((agree.ExitCode, disagree.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(agree.Output, Does.Contain($"{finding.Id}: they agree now"));
        Assert.That(disagree.Output, Does.Contain($"{finding.Id}: they still disagree: output line 1: tree: 1 | fast: 2").And.Contain("by trust and not by vote"));
    }

    [Test]
    public async Task A_replay_that_differs_otherwise_says_so_and_one_without_an_end_is_no_verdict()
    {
        Break();
        Finding other = Store.Add(Make("print 1", "Completed|Raised")), endless = Store.Add(Make("spin"));
        CliRun another = await lab.RunAsync("findings", "replay", other.Id), none = await lab.RunAsync("findings", "replay", endless.Id);
        Assert.That(another.Output, Does.Contain("in another way"));
        Assert.That((none.ExitCode, none.Output), Is.EqualTo((2, none.Output)));
        Assert.That(none.Output, Does.Contain("no verdict"));
    }

    [Test]
    public async Task A_case_has_provenance_and_the_expectation_of_the_side_that_is_thought_right()
    {
        Break();
        Finding finding = Store.Add(Make("print 1"));
        CliRun made = await lab.RunAsync("findings", "case", finding.Id, "--area", "print"), again = await lab.RunAsync("findings", "case", finding.Id, "--area", "print");
        Assert.That((made.ExitCode, again.ExitCode), Is.EqualTo((0, 3)), made.Error);
        Assert.That(File.ReadAllText(lab.PathOf($"conformance/cases/print/finding-{finding.Id}.io")), Is.EqualTo(
            $"# Finding {finding.Id}, Output of fast in evaluation/fast.\n# Seen on 2026-05-01 on tree, fast; seed g1-7.\n\nprint 1\n"));
        Assert.That(File.ReadAllText(lab.PathOf($"conformance/cases/print/finding-{finding.Id}.out")), Does.Contain("# oracle: tree; 1.0; ").And.EndWith("# ---\n1\n"));
        Assert.That((await lab.RunAsync("conform", "--backend", "tree", $"print/finding-{finding.Id}")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task An_oracle_may_be_named()
    {
        Break();
        Finding finding = Store.Add(Make("print 1"));
        await lab.RunAsync("findings", "case", finding.Id, "--oracle", "fast");
        Assert.That(File.ReadAllText(lab.PathOf($"conformance/cases/regression/finding-{finding.Id}.out")), Does.Contain("# oracle: fast; ").And.EndWith("# ---\n2\n"));
    }

    [TestCase("findings", "findings needs one of list, show, replay, close, case")]
    [TestCase("findings lst", "did you mean list?")]
    [TestCase("findings show", "needs an id")]
    [TestCase("findings show ffff", "there is no finding ffff")]
    [TestCase("findings list a", "one word too many")]
    [TestCase("findings list --dir /no/such", "there is no folder")]
    public async Task Wrong_words_are_usage_errors(string line, string expected)
    {
        CliRun run = await lab.RunAsync(line.Split(' '));
        Assert.That((run.ExitCode, run.Error.Contains(expected)), Is.EqualTo((3, true)), run.Error);
    }

    [Test]
    public async Task Closing_takes_a_reason()
    {
        Finding finding = Store.Add(Make("print 1"));
        Assert.That((await lab.RunAsync("findings", "close", finding.Id)).Error, Does.Contain("--why"));
        Assert.That((await lab.RunAsync("findings", "case", finding.Id, "--area", "../x")).ExitCode, Is.EqualTo(3));
    }

    public void Dispose() => lab.Dispose();

    /// <summary>From now on the second backend counts wrong.</summary>
    private void Break() => lab.Backends = [lab.Backends[0], ("fast", () => new BrokenBackend(new FakeBackend(lab.Machine, "fast"), () => new WrongResult(), "fast"))];

    private static Finding Make(string reduced, string outcomes = "Completed|Completed")
    {
        var kind = new Disagreement(VoteKind.Split, "fast", "evaluation/fast", DifferenceKind.Output, outcomes) { Basis = BlameBasis.Trust };
        return new Finding
        {
            Signature = Signature.Of(kind, "Send print", reduced + outcomes), FirstSeen = Noon, LastSeen = Noon, Counts = [new FindingCount(FindingCount.ByHand, 0, 1)],
            Program = new FindingProgram
            {
                Place = FindingCount.ByHand, Seed = "g1-7", Source = "print 0\n" + reduced, Reduced = reduced, Disagreement = kind, RawSignature = Signature.Raw(kind),
                Difference = "output line 1: tree: 1 | fast: 2", Backends = [new FindingBackend("tree", "1.0"), new FindingBackend("fast", null)],
                Location = new FindingLocation("tree", "fast", 4, [new TraceEvent(3, TraceEventKind.Send, "print", "Number 1", "a:1"), new TraceEvent(4, TraceEventKind.Output, "1\n", "1", null)],
                    [new TraceEvent(3, TraceEventKind.Send, "print", "Number 1", "a:1"), new TraceEvent(4, TraceEventKind.Output, "2\n", "2", null)]),
            },
        };
    }
}
