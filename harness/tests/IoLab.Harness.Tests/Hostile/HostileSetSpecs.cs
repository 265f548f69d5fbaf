using IoLab.Contract;
using IoLab.Harness.Hostile;
using IoLab.Harness.Tests.Support;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Hostile;

[TestFixture, CancelAfter(60_000)]
internal sealed class HostileSetSpecs
{
    [Test]
    public void A_program_states_its_limits_and_ends()
    {
        HostileProgram program = HostileSet.Parse("# story\n# limits: time 1.5s, memory 30M, output 2K, steps 1000, frames 50\n# ends: time, normal\nspin", "a/b.io");
        Assert.Multiple(() =>
        {
            Assert.That(program.Name, Is.EqualTo("b"));
            Assert.That(program.Limits, Is.EqualTo(new RunLimits { Time = TimeSpan.FromSeconds(1.5), MemoryBytes = 30 << 20, OutputBytes = 2048, Steps = 1000, Frames = 50 }));
            Assert.That(program.Ends, Is.EquivalentTo(new[] { Outcome.TimedOut, Outcome.Completed }));
        });
    }

    [Test]
    public void What_is_not_stated_is_as_usual() => Assert.That(HostileSet.Parse("# ends: time\n", "b.io").Limits, Is.EqualTo(HostileSet.DefaultLimits));

    [TestCase("spin", "states no ends")]
    [TestCase("# ends: never\n", "'never' is no end; known: normal")]
    [TestCase("# ends: time\n# limits: time 5\n", "b.io:2: 'time 5' is no limit")]
    [TestCase("# ends: time\n# limits: memory -5M\n", "'memory -5M' is no limit")]
    [TestCase("# ends: time\n# limits: patience 5s\n", "'patience 5s' is no limit")]
    public void What_cannot_be_understood_is_refused_with_its_place(string source, string expected) =>
        Assert.That(() => HostileSet.Parse(source, "b.io"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected));

    [Test]
    public void Programs_are_selected_by_name()
    {
        using var dir = new TempDir();
        foreach (string name in new[] { "one", "two", "three" }) File.WriteAllText(Path.Combine(dir.DirPath, name + ".io"), "# ends: normal\n");
        Assert.That(HostileSet.Load(dir.DirPath, ["t*", "hostile/one"]).Select(one => one.Name), Is.EqualTo(new[] { "one", "three", "two" }));
        Assert.That(() => HostileSet.Load(dir.DirPath, ["four"]), Throws.TypeOf<HarnessException>().With.Message.Contains("no hostile program matches 'four'"));
    }

    [TestCase("print 1", "normal", null)]
    [TestCase("print 1", "time, memory", "ended with Completed; it may end with TimedOut, OutOfMemory")]
    [TestCase("raise Exception: no", "exception", null)]
    [TestCase("raise Exception: no", "normal", "ended with Raised (no)")]
    [TestCase("crash it", "normal, exception, time", "ended with Crashed")]
    public async Task A_result_is_judged_by_the_ends(string source, string ends, string? expected)
    {
        HostileProgram program = HostileSet.Parse($"# ends: {ends}\n{source}", "b.io");
        CaseResult result = (await new HostileRunner([new FakeBackend(new FakeMachine())], 2).RunAsync([program]))[0];
        Assert.That(result.Status, Is.EqualTo(expected is null ? CaseStatus.Passed : CaseStatus.Failed));
        if (expected is not null) Assert.That(result.Detail, Does.StartWith(expected));
    }

    [Test]
    public void A_run_that_takes_longer_than_its_limit_is_wrong_however_it_ended()
    {
        HostileProgram program = HostileSet.Parse("# limits: time 1s\n# ends: time\n", "b.io");
        var late = new RunResult { Outcome = Outcome.TimedOut, Elapsed = new Nanoseconds(9e9) };
        Assert.That((program.Judge(late with { Elapsed = new Nanoseconds(1.5e9) }), program.Judge(late)), Is.EqualTo(((string?)null, "took 9.0 s, where its limit is 1 s: TimedOut")));
    }
}
