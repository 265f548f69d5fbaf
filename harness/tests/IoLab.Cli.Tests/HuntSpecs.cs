using IoLab.Closure;
using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Differential.SelfTest;
using IoLab.Harness.Corpus;
using IoLab.Harness.Execution;
using IoLab.Tree;

namespace IoLab.Cli.Tests;

/// <summary>The hunt for planted bugs, with our own machines: it finds them, and needs each of its oracles.</summary>
[CancelAfter(300_000)]
public sealed class HuntSpecs
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend()];

    private const string AssignsOther = "o := Object clone do(x := 1)\no x = 2\no x println";
    private const string LeavesTry = "for(i, 1, 3, try(break); i println)";
    private const string Reverses = "\"abc\" asMutable reverseInPlace println";

    [TestCase("ForOverrun")]
    [TestCase("LostOperand")]
    [TestCase("ReverseOddSize")]
    [TestCase("ExponentSign")]
    [TestCase("FlooredRemainder")]
    public async Task Generated_programs_find_a_mutant_and_the_engine_names_its_component_in_a_few_lines(string id)
    {
        HuntResult result = await HuntAsync(id, new ProgramGenerator(), HuntOracles.Output | HuntOracles.Trace, programs: 20_000);

        Assert.That(result.IsFound, Is.True, $"not in {result.Programs} programs");
        Assert.That(result.Component, Is.EqualTo(result.Mutant.Component), result.Evidence);
        Assert.That(result.Lines, Is.InRange(1, HuntMatrix.MostLines), result.Reduced);
    }

    [TestCase("HexOverflow", "f := method(0xFFFFFFFF) // big\nf println")]
    [TestCase("CommentEatsNewline", "x := 1 // one\nx println")]
    [TestCase("PowerAssociativity", "x := 2 ** 3 ** 2\nx println")]
    [TestCase("SerializedTwin", "a := list(1)\nlist(a, a) serialized println")]
    [TestCase("DurationInPlace", "a := Duration clone fromNumber(100)\n(a - a) println\na asNumber println")]
    [TestCase("UniqueByIdentity", "list(list(1), list(1)) unique println")]
    [TestCase("StaleCache", "A := Object clone do(f := method(\"A\"))\nB := A clone\no := B clone\n3 repeat(i, o f println; if(i == 1, B f := method(\"B\")))")]
    [TestCase("TargetAfterCall", "x := \"lobby\"; f := method(x, x); f(\"formal\"); x println")]
    public async Task The_component_is_named(string id, string program)
    {
        HuntResult result = await HuntAsync(id, new Programs(program), HuntOracles.Output | HuntOracles.Trace);

        Assert.That(result.Component, Is.EqualTo(result.Mutant.Component), $"{result.Evidence}\n{result.Reduced}");
    }

    [TestCase("BreakThroughTry", LeavesTry, HuntOracles.Output)]
    [TestCase("UpdateDefines", AssignsOther, HuntOracles.Trace)]
    public async Task A_machine_is_compared_by_output_and_by_trace_and_needs_both(string id, string program, HuntOracles oracle)
    {
        HuntResult with = await HuntAsync(id, new Programs(program), HuntOracles.All), without = await HuntAsync(id, new Programs(program), HuntOracles.All & ~oracle);

        Assert.That(with.FoundBy, Is.EqualTo(oracle));
        Assert.That(without.IsFound, Is.False);
    }

    [TestCase(HuntOracles.Expectation)]
    [TestCase(HuntOracles.Reference)]
    public async Task What_all_machines_have_is_found_by_the_corpus_and_by_the_reference_and_needs_one(HuntOracles oracle)
    {
        HuntBed bed = Bed(new Programs(Reverses)) with { Cases = [await CaseAsync(Reverses)], Reference = new Other(Machines[0]) };
        MutantInfo mutant = bed.Mutants.Single(known => known.Id == "ReverseOddSize");

        SharedResult with = await new MutantHunt(bed, Options(oracle)).HuntSharedAsync(mutant), without = await new MutantHunt(bed, Options(HuntOracles.All & ~oracle)).HuntSharedAsync(mutant);

        Assert.That(with.FoundBy, Is.EqualTo(oracle));
        Assert.That(without.FoundBy.HasFlag(oracle), Is.False);
    }

    [Test]
    public async Task A_sound_machine_is_not_accused()
    {
        HuntBed bed = Bed(new ProgramGenerator());
        var harmless = new MutantInfo("ReturnInArgument", "evaluation/tree", "Not of this machine.");

        HuntResult result = await new MutantHunt(bed with { Machines = [Machines[1], new Claiming(Machines[1], harmless)] }, Options(HuntOracles.All) with { Programs = 50 }).HuntAsync(harmless);

        Assert.That(result.IsFound, Is.False, result.Reduced);
    }

    [TestCase("// a comment\nx := 2 + 3 * 4 - 1\nx println")]
    [TestCase("o := Object clone do(a := 1; b := method(n, return(a + n) * 2)); o b(3) println; o a = 5; o a println")]
    [TestCase("(-5 abs + 1e3 / 25e-1) println; 0xFF println; -3 println; (2 ** 3 ** 2) println")]
    [TestCase("\"a\\tb\\\"c\\\\n\" println; \"\"\"raw \"x\" \\n\"\"\" println; \"caf\u00e9\" size println")]
    [TestCase("if(1 == 1 and 2 != 3 or false, \"yes\" println, \"no\" println)\nlist(1, 2) map(x, x * 2) println")]
    [TestCase("Person := Object clone; Person clone type println; a ::= 3; setA(4) a println; x := nil; x := y := 2; x println")]
    [TestCase("doString(\"1 println // one\\n2 println\"); doString(\"x := \\\"a /* b\\\" /* not */; x println\")")]
    public async Task Plain_text_means_the_same(string source)
    {
        string plain = PlainText.Of(source)!;

        RunResult before = await RunAsync(source), after = await RunAsync(plain);

        Assert.That((after.Outcome, after.StandardOutput), Is.EqualTo((before.Outcome, before.StandardOutput)), plain);
        Assert.That(before.StandardOutput, Is.Not.Empty);
    }

    /// <summary>A bug of the lexer was laid to the primitives, as it was met in a program that reads a program.</summary>
    [Test]
    public void Plain_text_has_no_comments_in_programs_within_it() => Assert.That(PlainText.Of("doString(\"/*/**/*/ 1\")"), Is.EqualTo("doString(\"1\\n\")\n").Or.EqualTo("doString(\"\"\"1\n\"\"\")\n"));

    [Test]
    public async Task The_librarys_Io_methods_are_known() => Assert.That((await PreludeText.ReadAsync(Machines[0])).Redefinitions("list(1) average"), Has.Some.StartsWith("List setSlot(\"average\", method("));

    private static HuntBed Bed(IProgramSource source) => new() { Machines = Machines, Source = source, Cases = [] };

    private static HuntOptions Options(HuntOracles oracles) => new() { Oracles = oracles, Programs = 3 };

    private static Task<HuntResult> HuntAsync(string id, IProgramSource source, HuntOracles oracles, long programs = 3)
    {
        HuntBed bed = Bed(source);
        return new MutantHunt(bed, Options(oracles) with { Programs = programs }).HuntAsync(bed.Mutants.Single(mutant => mutant.Id == id));
    }

    private static async Task<RunResult> RunAsync(string source)
    {
        await using var host = new SessionHost(Machines[0], SessionOptions.Deterministic);
        return await host.RunAsync(new IoProgram { Source = source }, new RunLimits());
    }

    private static async Task<CorpusCase> CaseAsync(string source) => new()
    {
        Area = "hunt", Name = "case", CasesDirPath = Path.GetTempPath(), Source = source, Directives = CaseDirectivesParser.Parse(source, "case.io"),
        Expectation = Expectation.From(await RunAsync(source), new Oracle("tree", "1", DateOnly.MinValue)),
    };

    /// <summary>Some programs, over and over.</summary>
    private sealed class Programs(params string[] programs) : IProgramSource
    {
        private int next;

        public Specimen Create(ulong number, FeatureWeights weights) => new(programs[next++ % programs.Length], null, 0);

        public Specimen Recreate(string seed) => throw new FormatException(seed);
    }

    /// <summary>A machine by another name that has nothing in common with the others.</summary>
    private sealed class Other(IBackend inner) : IBackend
    {
        public string Name => "reference";
        public string Description => inner.Description;
        public Capabilities Capabilities => inner.Capabilities;
        public IReadOnlyList<string> Components => ["everything/reference"];
        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);
        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => inner.StartAsync(options, cancellationToken);
    }

    /// <summary>A machine that says it has a mutant and has none.</summary>
    private sealed class Claiming(IBackend inner, MutantInfo mutant) : IBackend
    {
        public string Name => inner.Name + "-claiming";
        public string Description => inner.Description;
        public Capabilities Capabilities => inner.Capabilities;
        public IReadOnlyList<string> Components => inner.Components;
        public IReadOnlyList<MutantInfo> Mutants => [mutant];
        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);
        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => inner.StartAsync(options with { Mutants = [] }, cancellationToken);
    }
}
