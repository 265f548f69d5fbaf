using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Tests.Findings;

/// <summary>What makes two disagreements one finding.</summary>
public class SignatureSpecs
{
    private static readonly Disagreement Kind = new(VoteKind.OneAlone, "closure", "evaluation/closure", DifferenceKind.Output, "Completed|Completed");

    /// <summary>Statements with holes: <c>$0 $1 $2</c> are names, <c>#</c> numbers, <c>@</c> texts.</summary>
    private static readonly string[] Statements =
    [
        "$0 := #", "$1 := Object clone do($2 := method($0, $0 + #))", "$1 $2(#) println", "list(#, #, #) map($0, $0 * #) println", "if($0 > #, \"@\" println, $1 = #)",
        "for($0, #, #, $1 := $0 .. \"@\")", "$2 := block($0, $1, $0 at($1))", "$0 perform(\"@\", #)", "try($1 $2) error println", "\"@\" foreach($0, $1, $1 println)",
    ];

    [Test]
    public void Renaming_variables_and_changing_literals_does_not_change_a_shape() => Prop.ForAll(Programs().ToArbitrary(), pair =>
        ProgramShape.Of(pair.One) == ProgramShape.Of(pair.Other)).QuickCheckThrowOnFailure();

    [TestCase("x := 1; x println", "v1 setSlot(\"\", 0) ; v1 println")]
    [TestCase("a := 1; b := 2; a + b", "setSlot(\"\", 0) ; setSlot(\"\", 0) ; v1 +(v2)")]
    [TestCase("foo := method(x, x bar(\"t\", 0x1f))", "setSlot(\"\", method(v1, v1 v2(\"\", 0)))")]
    [TestCase("", "")]
    public void A_shape_keeps_the_library_and_the_structure(string source, string shape) =>
        Assert.That(ProgramShape.Of(source).Replace("v1 setSlot", "setSlot"), Is.EqualTo(shape.Replace("v1 setSlot", "setSlot")));

    [Test]
    public void Programs_that_use_other_slots_have_other_shapes() => Assert.That(ProgramShape.Of("list(1) map(x, x)"), Is.Not.EqualTo(ProgramShape.Of("list(1) select(x, x)")));

    [TestCase("foo(1", "bar(2")]
    [TestCase("x := \"open", "yy := \"shut")]
    public void Programs_that_do_not_compile_have_shapes_too(string one, string other) => Assert.That(ProgramShape.Of(one), Is.EqualTo(ProgramShape.Of(other)).And.Not.Empty);

    [Test]
    public void Equal_kinds_events_and_shapes_are_one_signature_with_one_id()
    {
        Signature one = Signature.Of(Kind, "Send foreach", "x := 1; x foreach(i, i)"), other = Signature.Of(Kind with { Vote = VoteKind.Split }, "Send foreach", "y := 2; y foreach(k, k)");
        Assert.That((other, other.Id), Is.EqualTo((one, one.Id)));
        Assert.That(one.Text, Is.EqualTo("evaluation/closure; Output; Send foreach; setSlot(\"\", 0) ; v1 foreach(v2, v2)"));
    }

    [TestCase(DifferenceKind.ExceptionType, "")]
    [TestCase(DifferenceKind.Output, "Send map")]
    public void Another_kind_or_event_is_another_signature(DifferenceKind kind, string @event) =>
        Assert.That(Signature.Of(Kind with { Kind = kind }, @event, "x").Id, Is.Not.EqualTo(Signature.Of(Kind, "", "x").Id));

    [Test]
    public void When_nobody_can_tell_the_backends_are_part_of_it()
    {
        Disagreement undecided = Kind with { Component = Disagreement.Undecided, Accused = "a,b" };
        Assert.That(Signature.Raw(undecided).Text, Is.EqualTo("undecided a,b; Output; "));
    }

    [Test]
    public void Events_are_told_by_kind_and_names_of_the_library()
    {
        TraceEvent send = Event(TraceEventKind.Send, "foreach"), own = Event(TraceEventKind.SlotWrite, "myOwnSlot"), raised = Event(TraceEventKind.Raise, "no such thing");
        Assert.That(new[] { Signature.EventText(send, send), Signature.EventText(send, own), Signature.EventText(raised, null) },
            Is.EqualTo(new[] { "Send foreach", "Send foreach|SlotWrite v", "Raise|none" }));
    }

    private static TraceEvent Event(TraceEventKind kind, string name) => new(7, kind, name, "Object 1", "x:1");

    private static Gen<(string One, string Other)> Programs() =>
        from templates in Gen.NonEmptyListOf(Gen.Elements(Statements))
        let program = string.Join('\n', templates)
        from seeds in Gen.Two(Gen.Choose(1, 1_000_000))
        select (Fill(program, seeds.Item1), Fill(program, seeds.Item2));

    private static string Fill(string program, int seed)
    {
        var random = new Random(seed);
        string[] names = [.. Enumerable.Range(0, 3).Select(i => $"q{(char)('a' + random.Next(26))}{i}{(random.Next(2) == 0 ? "Long" : "")}")];
        for (int i = 0; i < 3; i++) program = program.Replace($"${i}", names[i]);
        return string.Concat(program.Select(c => c switch { '#' => random.Next(1000).ToString(), '@' => new string((char)('a' + random.Next(26)), random.Next(9)), _ => c.ToString() }));
    }
}
