using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.Harness.Corpus;
using IoLab.Harness.SelfTest;
using IoLab.TestBackends.Faults;

namespace IoLab.TestBackends;

/// <summary>The self test on fake backends: takes a second or two and is the same everywhere.</summary>
public static class FakeTestBed
{
    private static readonly DetectingCommand[] Correctness = [DetectingCommand.Conform, DetectingCommand.Diff];
    private static readonly DetectingCommand[] All = Enum.GetValues<DetectingCommand>();

    /// <summary>Every fault of the family, each looked for by every command.</summary>
    public static SelfTestBed Create()
    {
        var machine = new FakeMachine();
        var sound = new FakeBackend(machine);
        BrokenVariant Variant(string name, string description, DetectingCommand[] foundBy, Func<Fault> fault) => new(name, description, new BrokenBackend(sound, fault), foundBy);
        return new SelfTestBed
        {
            Sound = sound,
            Measurer = new RoundsMeasurer(machine.Clock, new FakeKernel(machine, 0.005)),
            Effort = Effort.Quick with { Budget = null },
            Cases = Cases(),
            Benchmarks =
            [
                BenchmarkLoader.Parse("# unit: ns\n# expect(n): n*2\nwork 1us jitter 2% alloc 64B result n*2", "selftest", "doubling.io"),
                BenchmarkLoader.Parse("# unit: ns\n# expect: 42\nwork 20us jitter 2% alloc 0B result 42", "selftest", "answer.io"),
            ],
            Variants =
            [
                Variant("wrong result", "counts one too many", All, () => new WrongResult()),
                Variant("extra output", "prints a line of its own", Correctness, () => new ExtraOutput()),
                Variant("crash at 3", "crashes at the third run or sample", All, () => new CrashAt(3)),
                Variant("hang", "never ends one of the programs, and keeps no limit", Correctness, () => new Hang(program => program.Source.Contains("set x", StringComparison.Ordinal))),
                Variant("state leak", "its reset does not reset", Correctness, () => new StateLeak()),
                Variant("memory leak", "allocates 16 bytes more per iteration", [DetectingCommand.Gate], () => new MemoryLeak(16)),
                Variant("flaky", "every third run loses a line, every third sample is wrong", All, () => new Flaky(3)),
                Variant("slow by 10%", "right, but slower", [DetectingCommand.Gate], () => new SlowBy(0.10)),
                Variant("lying exit code", "reports failures as completed with exit code 0", Correctness, () => new LyingExitCode()),
                Variant("wrong exception text", "raises with another message", Correctness, () => new WrongExceptionText()),
            ],
        };
    }

    private static CorpusCase[] Cases() =>
    [
        Case("numbers/add", "print 3", new RunResult { Outcome = Outcome.Completed, StandardOutput = "3\n" }),
        Case("numbers/count", "print one\nprint two\nprint 3", new RunResult { Outcome = Outcome.Completed, StandardOutput = "one\ntwo\n3\n" }),
        Case("slots/set", "set x 1\nget x", new RunResult { Outcome = Outcome.Completed, StandardOutput = "1\n" }),
        Case("slots/unset", "get x", new RunResult { Outcome = Outcome.Completed, StandardOutput = "nil\n" }),
        Case("errors/raise", "print before\nraise Exception: no such slot", new RunResult
        {
            Outcome = Outcome.Raised, StandardOutput = "before\n", Exception = new RaisedException("Exception", "no such slot", ""),
        }),
        Case("errors/syntax", "syntax unmatched ()", new RunResult { Outcome = Outcome.SyntaxError }),
    ];

    private static CorpusCase Case(string id, string source, RunResult expected) => new()
    {
        Area = id.Split('/')[0], Name = id.Split('/')[1], CasesDirPath = Path.GetTempPath(), Source = source, Directives = new CaseDirectives(),
        Expectation = Expectation.From(expected, new Oracle("hand", "1", new DateOnly(2026, 1, 1))),
    };
}
