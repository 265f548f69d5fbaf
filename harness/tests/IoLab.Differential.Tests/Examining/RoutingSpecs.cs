using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness.Diff;
using IoLab.TestBackends;

namespace IoLab.Differential.Tests.Examining;

/// <summary>Who is accused, of what.</summary>
public class RoutingSpecs
{
    private static readonly FakeMachine Machine = new();
    private static readonly string[] CSharp = ["language/csharp", "primitives/csharp", "prelude"];
    private static readonly string[] C = ["language/c", "primitives/c", "prelude"];
    private static readonly Trust Lattice = new(["io", "tree"], "io");

    private static readonly IBackend
        Tree = Backend("tree", [.. CSharp, "evaluation/tree"]),
        Closure = Backend("closure", [.. CSharp, "evaluation/closure"]),
        Bytecode = Backend("bytecode", [.. CSharp, "evaluation/bytecode"]),
        Jit = Backend("jit", [.. CSharp, "evaluation/bytecode", "evaluation/jit"]),
        Wasm = Backend("wasm", [.. C, "evaluation/wasm"]),
        Io = Backend("io", ["everything/io"]);

    private static readonly IBackend[] Five = [Tree, Closure, Bytecode, Wasm, Io];

    [TestCase("tree", VoteKind.OneAlone, "evaluation/tree")]
    [TestCase("closure", VoteKind.OneAlone, "evaluation/closure")]
    [TestCase("bytecode", VoteKind.OneAlone, "evaluation/bytecode")]
    [TestCase("wasm", VoteKind.OneAlone, "language/c,primitives/c,evaluation/wasm")]
    [TestCase("io", VoteKind.ReferenceAlone, "everything/io")]
    public void Each_backend_mutated_in_turn_is_the_one_that_is_named(string mutated, VoteKind kind, string component)
    {
        Disagreement found = Judge(Five, backend => backend.Name == mutated)!;
        Assert.That((found.Vote, found.Accused, found.Component, found.Basis), Is.EqualTo((kind, mutated, component, BlameBasis.Vote)));
    }

    [Test]
    public void A_mutated_component_of_several_backends_is_the_one_that_is_named()
    {
        Disagreement found = Judge(Five, Has("language/csharp"))!;
        Assert.That((found.Vote, found.Accused, found.Component, found.Basis),
            Is.EqualTo((VoteKind.Family, "bytecode,closure,tree", "language/csharp,primitives/csharp", BlameBasis.Vote)));
    }

    [Test]
    public void A_mutated_parser_is_told_from_mutated_primitives_when_only_some_refuse_the_text()
    {
        Disagreement found = Judge(Five, Has("language/csharp"), new RunResult { Outcome = Outcome.SyntaxError })!;
        Assert.That((found.Component, found.Outcomes), Is.EqualTo(("language/csharp", "Completed|SyntaxError")));
    }

    [Test]
    public void A_tier_family_is_named_by_what_it_shares()
    {
        Disagreement found = Judge([Tree, Closure, Bytecode, Jit], Has("evaluation/bytecode"))!;
        Assert.That((found.Vote, found.Accused, found.Component), Is.EqualTo((VoteKind.Family, "bytecode,jit", "evaluation/bytecode")));
    }

    [Test]
    public void Of_two_backends_the_less_trusted_is_accused_and_it_is_said_that_this_is_by_trust()
    {
        Disagreement found = Judge([Tree, Closure], backend => backend == Tree)!;
        Assert.That((found.Vote, found.Accused, found.Component, found.Basis), Is.EqualTo((VoteKind.Split, "closure", "evaluation/closure", BlameBasis.Trust)));
    }

    [Test]
    public void The_reference_alone_against_one_family_is_believed_by_trust()
    {
        Disagreement found = Judge([Tree, Closure, Io], backend => backend == Io)!;
        Assert.That((found.Vote, found.Accused, found.Component, found.Basis),
            Is.EqualTo((VoteKind.ReferenceAlone, "closure,tree", "language/csharp,primitives/csharp,prelude", BlameBasis.Trust)));
    }

    [Test]
    public void A_minority_that_shares_nothing_particular_leaves_it_undecided()
    {
        Disagreement found = Judge([Tree, Closure, Bytecode, Wasm], backend => backend == Tree || backend == Wasm)!;
        Assert.That((found.Vote, found.Component, found.Basis), Is.EqualTo((VoteKind.Split, Disagreement.Undecided, BlameBasis.None)));
    }

    [Test]
    public void Three_opinions_are_a_split_that_may_still_have_one_cause()
    {
        (IBackend, RunResult)[] results = [(Tree, Printed("1")), (Closure, Printed("2")), (Wasm, Printed("3")), (Io, Printed("3"))];
        Disagreement found = Routing.Judge(results, ComparisonPolicy.Strict, Lattice).Disagreement!;
        Assert.That((found.Vote, found.Accused, found.Component), Is.EqualTo((VoteKind.Split, "closure,tree", "language/csharp,primitives/csharp")));
    }

    [Test]
    public void Who_crashes_is_wrong_whatever_others_say()
    {
        Disagreement found = Judge([Tree, Closure], backend => backend == Tree, new RunResult { Outcome = Outcome.Crashed })!;
        Assert.That((found.Accused, found.Component, found.Basis, found.Outcomes), Is.EqualTo(("tree", "evaluation/tree", BlameBasis.Evidence, "Completed|Crashed")));
    }

    [Test]
    public void That_all_crash_alike_is_agreement_and_still_a_fault()
    {
        Disagreement found = Judge([Tree, Closure], _ => true, new RunResult { Outcome = Outcome.Crashed })!;
        Assert.That((found.Vote, found.Accused, found.Component), Is.EqualTo((VoteKind.Unanimous, "closure,tree", "language/csharp,primitives/csharp,prelude")));
    }

    [Test]
    public void Where_a_session_lives_is_no_part_of_a_disagreement()
    {
        IBackend tree = Backend("tree@worker", Tree.Components), closure = Backend("closure@worker", Closure.Components);
        Assert.That(Judge([tree, closure], backend => backend == closure), Is.EqualTo(Judge([Tree, Closure], backend => backend == Closure)));
    }

    [Test]
    public void The_right_side_of_the_difference_is_accused()
    {
        (IBackend, RunResult)[] results = [(Closure, Printed("2")), (Tree, Printed("1"))];
        (_, _, Difference? difference, (string Left, string Right)? sides) = Routing.Judge(results, ComparisonPolicy.Strict, Lattice);
        Assert.That((sides, difference!.Left, difference.Right), Is.EqualTo((("tree", "closure"), "1", "2")));
    }

    private static Disagreement? Judge(IBackend[] backends, Func<IBackend, bool> isMutated, RunResult? wrong = null) =>
        Routing.Judge([.. backends.Select(backend => (backend, isMutated(backend) ? wrong ?? Printed("2") : Printed("1")))], ComparisonPolicy.Strict, Lattice).Disagreement;

    private static Func<IBackend, bool> Has(string component) => backend => backend.Components.Contains(component);

    private static RunResult Printed(string text) => new() { Outcome = Outcome.Completed, StandardOutput = text + "\n" };

    private static FakeBackend Backend(string name, IReadOnlyList<string> components) => new(Machine, name) { Components = components };
}
