using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Reduction;
using IoLab.Differential.Reduction.Predicates;
using IoLab.Harness;
using IoLab.Harness.Diff;
using IoLab.Harness.Host;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>Who finds programs interesting.</summary>
[CancelAfter(60_000)]
public class InterestSpecs
{
    [TestCase("exit 0", true)]
    [TestCase("exit 1", false)]
    [TestCase("test \"$(cat file.io)\" = program", true)]
    [TestCase("test -e file.io -a $(ls -A | wc -l) = 1", true)]
    [TestCase("sleep 60", false)]
    public async Task A_command_says_so_with_its_exit_code(string script, bool expected)
    {
        await using var interest = new CommandInterest(new SystemProcessRunner(), ["sh", "-c", script], "file.io", TimeSpan.FromSeconds(script.StartsWith("sleep") ? 0.2 : 20));

        Assert.That(await interest.TestAsync("program"), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_command_leaves_nothing_behind()
    {
        var runner = new NotingRunner();
        await using var interest = new CommandInterest(runner, ["sh", "-c", "touch more; mkdir sub; touch sub/file"], "file.io", TimeSpan.FromSeconds(20));

        Assert.That(await interest.TestAsync("program"), Is.True);
        Assert.That(Directory.Exists(runner.DirPath), Is.False);
    }

    [Test]
    public async Task A_disagreement_is_kept_in_its_kind_and_not_in_what_it_rests_on()
    {
        int made = 0;
        await using DisagreementInterest interest = await DisagreementInterest.OfAsync(
            new IoProgram { Source = "output" }, limits => new ScriptedExaminer(limits is not null ? () => made++ : () => { }), 2);

        Assert.That(interest.Description, Is.EqualTo("closure: Output (Completed|Completed), evaluation/closure"));
        Assert.That(await interest.TestAsync("output"), Is.True);
        Assert.That(await interest.TestAsync("output on other grounds"), Is.True);
        Assert.That(await interest.TestAsync("exception"), Is.False);
        Assert.That(await interest.TestAsync("nothing"), Is.False);
        Assert.That(made, Is.EqualTo(2), "an examiner for each job");
    }

    [Test]
    public void Without_a_disagreement_there_is_nothing_to_keep() =>
        Assert.That(async () => await DisagreementInterest.OfAsync(new IoProgram { Source = "nothing" }, _ => new ScriptedExaminer(() => { }), 1),
            Throws.TypeOf<ReductionException>().With.Message.Contains("do not disagree"));

    [Test]
    public void A_command_that_cannot_be_started_is_an_error() =>
        Assert.That(async () => await new CommandInterest(new SystemProcessRunner(), ["no-such-program-here"], "file.io", TimeSpan.FromSeconds(1)).TestAsync("a"),
            Throws.TypeOf<HarnessException>());

    private sealed class NotingRunner : IProcessRunner
    {
        public string? DirPath { get; private set; }

        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
        {
            DirPath = request.WorkingDirPath;
            return new SystemProcessRunner().RunAsync(request, cancellationToken);
        }
    }

    /// <summary>Sees in a program the disagreement it names.</summary>
    private sealed class ScriptedExaminer : IExaminer
    {
        public ScriptedExaminer(Action made) => made();

        public Task<Examination> ExamineAsync(IoProgram program, CancellationToken cancellationToken = default)
        {
            DifferenceKind? kind = program.Source.StartsWith("output") ? DifferenceKind.Output : program.Source == "exception" ? DifferenceKind.ExceptionType : null;
            var disagreement = kind is { } known ? new Disagreement(VoteKind.OneAlone, "closure", "evaluation/closure", known, "Completed|Completed") { Basis = (BlameBasis)(program.Source.Length % 2) } : null;
            return Task.FromResult(new Examination
            {
                Program = program, Results = [("tree", new RunResult { Outcome = Outcome.Completed })], Vote = new Vote(VoteKind.Unanimous, [], null), Disagreement = disagreement,
            });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
