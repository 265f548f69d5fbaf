using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.TestBackends;
using IoLab.TestBackends.Faults;

namespace IoLab.Harness.Tests.Diff;

[TestFixture, CancelAfter(60_000)]
internal sealed class DiffRunnerSpecs
{
    private static readonly FakeMachine Machine = new();
    private static readonly string[] SharedRuntime = ["lexer/csharp", "prelude"];

    [Test]
    public async Task Backends_that_agree_pass()
    {
        DiffOutcome outcome = await CompareAsync("print 1", Sound("a"), Sound("b"));
        Assert.That((outcome.Verdict, outcome.Vote!.Kind), Is.EqualTo((Verdict.Pass, VoteKind.Unanimous)));
    }

    [Test]
    public async Task A_difference_names_both_sides_the_line_and_the_command_that_repeats_it()
    {
        DiffOutcome outcome = await CompareAsync("print 1", Sound("a"), Wrong("b"));
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(outcome.Difference!.Describe("a", "b"), Is.EqualTo("output line 1: a: 1 | b: 2"));
            Assert.That(outcome.RepeatCommand, Is.EqualTo("./iolab diff a b -e 'print 1'"));
        });
    }

    [TestCase("plain/path.io", "plain/path.io")]
    [TestCase("it's", @"'it'\''s'")]
    [TestCase("a b", "'a b'")]
    [TestCase("", "''")]
    public void Arguments_are_quoted_for_a_shell(string argument, string expected) => Assert.That(RepeatCommand.Quote(argument), Is.EqualTo(expected));

    [Test]
    public async Task Everybody_hitting_a_limit_is_no_verdict() =>
        Assert.That((await CompareAsync("spin", Sound("a"), Sound("b"))).Verdict, Is.EqualTo(Verdict.NoVerdict));

    [Test]
    public async Task A_backend_without_what_a_program_needs_does_not_take_part()
    {
        var program = new DiffProgram { Program = new IoProgram { Source = "print 1" }, Needs = Capabilities.Continuations };
        Assert.That((await new DiffRunner([Sound("a"), Sound("b")]).RunAsync([program]))[0].Verdict, Is.EqualTo(Verdict.NoVerdict));
    }

    [Test]
    public void One_backend_is_not_enough() =>
        Assert.That(async () => await new DiffRunner([Sound("a")]).RunAsync([]), Throws.TypeOf<HarnessException>());

    [Test]
    public async Task The_one_that_stands_alone_is_named_with_its_own_component()
    {
        Vote vote = (await CompareAsync("print 1", Sound("tree", SharedRuntime), Wrong("closure", SharedRuntime), Sound("io"))).Vote!;
        Assert.Multiple(() =>
        {
            Assert.That(vote.Kind, Is.EqualTo(VoteKind.OneAlone));
            Assert.That(vote.Majority!.Backends, Is.EqualTo(new[] { "tree", "io" }));
            Assert.That(vote.Groups[1].Suspects, Is.EqualTo(new[] { "evaluation/closure" }));
        });
    }

    [Test]
    public async Task Backends_that_share_components_are_one_voter_so_the_reference_is_not_outvoted()
    {
        Vote vote = (await CompareAsync("print 1", Sound("tree", SharedRuntime), Sound("closure", SharedRuntime), Wrong("io"))).Vote!;
        Assert.Multiple(() =>
        {
            Assert.That(vote.Majority, Is.Null);
            Assert.That(vote.Kind, Is.EqualTo(VoteKind.Split));
            Assert.That(vote.Groups.Select(group => group.Voters), Is.All.EqualTo(1));
            Assert.That(vote.Groups[0].Suspects, Is.EqualTo(SharedRuntime));
        });
    }

    [Test]
    public async Task Outcomes_come_in_the_order_of_the_programs_whatever_the_jobs()
    {
        DiffProgram[] programs = [.. Enumerable.Range(0, 20).Select(i => new DiffProgram { Program = new IoProgram { Source = $"print {i}" } })];
        IReadOnlyList<DiffOutcome> outcomes = await new DiffRunner([Sound("a"), Sound("b")], jobs: 4).RunAsync(programs);
        Assert.That(outcomes.Select(outcome => outcome.Results[0].Result.StandardOutput), Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"{i}\n")));
    }

    private static async Task<DiffOutcome> CompareAsync(string source, params IBackend[] backends) =>
        (await new DiffRunner(backends).RunAsync([new DiffProgram { Program = new IoProgram { Source = source }, Limits = new RunLimits { Time = TimeSpan.FromSeconds(1) } }]))[0];

    private static FakeBackend Sound(string name, params string[] shared) => new(Machine, name) { Components = [.. shared, $"evaluation/{name}"] };

    private static BrokenBackend Wrong(string name, params string[] shared) => new(Sound(name, shared), () => new WrongResult());
}
