namespace IoLab.Language.Tests;

/// <summary>Assignment operators: names, values, types, and what is no assignment.</summary>
public sealed class AssignmentTests
{
    [TestCase("a := v", "setSlot(\"a\", v)")]
    [TestCase("A := v", "setSlotWithType(\"A\", v)")]
    [TestCase("É := v", "setSlot(\"É\", v)")]
    [TestCase("a ::= v", "newSlot(\"a\", v)")]
    [TestCase("Ab ::= v", "newSlot(\"Ab\", v)")]
    [TestCase("a = v", "updateSlot(\"a\", v)")]
    [TestCase("Ab = v", "updateSlot(\"Ab\", v)")]
    [TestCase("foo Bar := 1", "foo setSlotWithType(\"Bar\", 1)")]
    [TestCase("Foo bar := 1", "Foo setSlot(\"bar\", 1)")]
    [TestCase("x :=5", "setSlot(\"x\", 5)")]
    [TestCase("x:=5", "updateSlot(\"x:\", 5)")]
    [TestCase("x::=5", "updateSlot(\"x::\", 5)")]
    [TestCase("x=5", "updateSlot(\"x\", 5)")]
    [TestCase("x = -5", "updateSlot(\"x\", -(5))")]
    [TestCase("1a := 2", "1 setSlot(\"a\", 2)")]
    [TestCase("nil := 5", "setSlot(\"nil\", 5)")]
    [TestCase("1 := 5", "setSlot(\"1\", 5)")]
    [TestCase("return = 5", "updateSlot(\"return\", 5)")]
    [TestCase("return := 5", "setSlot(\"return\", 5)")]
    [TestCase("a return := 5", "a setSlot(\"return\", 5)")]
    [TestCase("+ := 5", "setSlot(\"+\", 5)")]
    [TestCase("a - := b", "a setSlot(\"-\", b)")]
    [TestCase("- a := b", "-(setSlot(\"a\", b))")]
    public void The_name_is_what_stands_directly_left(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("a = b = 3", "updateSlot(\"a\", updateSlot(\"b\", 3))")]
    [TestCase("a := 1 b := 2", "setSlot(\"a\", 1 setSlot(\"b\", 2))")]
    [TestCase("a + b := 2", "a +(setSlot(\"b\", 2))")]
    [TestCase("a b c := d e ; f", "a b setSlot(\"c\", d e) ;\nf")]
    [TestCase("a + b := c * d := e", "a +(setSlot(\"b\", c *(setSlot(\"d\", e))))")]
    [TestCase("a := b = (c)", "setSlot(\"a\", updateSlot(\"b\", c))")]
    [TestCase("a = b + c := d", "updateSlot(\"a\", b +(setSlot(\"c\", d)))")]
    [TestCase("x(a := b, c = d e) f := g", "x(setSlot(\"a\", b), updateSlot(\"c\", d e)) setSlot(\"f\", g)")]
    [TestCase("a(b := c) d", "a(setSlot(\"b\", c)) d")]
    [TestCase("a = return; c", "updateSlot(\"a\", return) ;\nc")]
    [TestCase("a = return b; c", "updateSlot(\"a\", return(b)) ;\nc")]
    [TestCase("a := b + ; c", "setSlot(\"a\", b +) ;\nc")]
    [TestCase("x = (y) z = (w)", "updateSlot(\"x\", (y) updateSlot(\"z\", w))")]
    [TestCase("x := a + (b) + c", "setSlot(\"x\", a +((b)) +(c))")]
    [TestCase("x := y = a + (b) + c; d", "setSlot(\"x\", updateSlot(\"y\", a +((b)) +(c))) ;\nd")]
    public void The_value_goes_on_to_the_end_of_the_expression(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("x :=(a)", "setSlot(\"x\", a)")]
    [TestCase("x :=(a) b", "setSlot(\"x\", (a) b)")]
    [TestCase("x := (1) + 2", "setSlot(\"x\", (1) +(2))")]
    [TestCase("x := ((a))", "setSlot(\"x\", (a))")]
    [TestCase("x := (((a)))", "setSlot(\"x\", (a))")]
    [TestCase("x := ((a)) b", "setSlot(\"x\", ((a)) b)")]
    [TestCase("a := (b; c)", "setSlot(\"a\", b ;\nc)")]
    [TestCase("a := (b) ; c", "setSlot(\"a\", b) ;\nc")]
    [TestCase("a := ((b, c))", "setSlot(\"a\", (b, c))")]
    [TestCase("a := (b := c)", "setSlot(\"a\", setSlot(\"b\", c))")]
    [TestCase("a := b((c)); d", "setSlot(\"a\", b(c)) ;\nd")]
    [TestCase("x := a + ((b))", "setSlot(\"x\", a +(b))")]
    public void A_bracket_directly_behind_the_operator_belongs_to_the_value(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("a(i) := v", "setSlot(a(i), v)")]
    [TestCase("a(i) := v w; x", "setSlot(a(i), v w) ;\nx")]
    [TestCase("A(i) := v", "setSlot(A(i), v)")]
    [TestCase("a at(1) = 5 foo", "a updateSlot(at(1), 5 foo)")]
    [TestCase("a[1] := 5", "a setSlot(squareBrackets(1), 5)")]
    [TestCase("a(1 + 2) ::= b := c", "newSlot(a(1 +(2)), setSlot(\"b\", c))")]
    [TestCase("a(1) := (b)", "setSlot(a(1), b)")]
    [TestCase("(a b) := 5", "setSlot((a b), 5)")]
    [TestCase("a +(b) := c", "a +(setSlot((b), c))")]
    [TestCase("a := (b) := c", "setSlot(\"a\", setSlot((b), c))")]
    public void A_left_side_with_arguments_is_passed_as_it_is(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("\"a\" := 5", "setSlot(\"\"a\"\", 5)", "\"a\"")]
    [TestCase("\"A\" = 5", "updateSlot(\"\"A\"\", 5)", "\"A\"")]
    [TestCase("a := 5", "setSlot(\"a\", 5)", "a")]
    public void The_name_argument_is_a_string_literal_and_quotes_double(string source, string tree, string value)
    {
        var message = World.First(source);
        Assert.That(Printer.Print(message), Is.EqualTo(tree));
        Assert.That(message.Arguments[0].Cached, Is.EqualTo(new Text(value)));
        Assert.That(message.Cached, Is.Null, "an assigned literal is no literal any more");
    }

    [Test]
    public void A_json_like_pair_can_be_an_assignment()
    {
        var world = new World();
        world.Operators.AddAssignment(world.Symbols.Intern(":"), world.Symbols.Intern("atPutIt"));
        Assert.That(world.Code(world.Parse("{\"a\": 1}")), Is.EqualTo("curlyBrackets(atPutIt(\"\"a\"\", 1))"));
    }

    [Test]
    public void Names_can_become_assignments()
    {
        var world = new World();
        world.Operators.AddAssignment(world.Symbols.Intern("<-"), world.Symbols.Intern("assignIt"));
        Assert.That(world.Code(world.Parse("a b <- c d; e")), Is.EqualTo("a assignIt(\"b\", c d) ;\ne"));
    }

    [TestCase(":= 5", ":= requires an expression to its left.", 1, 2)]
    [TestCase("a; = 5", "= requires an expression to its left.", 1, 4)]
    [TestCase("f(::=)", "::= requires an expression to its left.", 1, 5)]
    [TestCase("a :=", ":= must be followed by a value.", 1, 4)]
    [TestCase("b\na = ; b", "= must be followed by a value.", 2, 5)]
    [TestCase("f(é := )", ":= must be followed by a value.", 1, 7)]
    [TestCase("a := ()", ":= must be followed by a value.", 1, 4)]
    [TestCase("a := (b, c)", "Assign operator passed multiple arguments, e.g., a := (b, c).", 1, 4)]
    [TestCase("a = (b, c) d", "Assign operator passed multiple arguments, e.g., a := (b, c).", 1, 3)]
    public void Assignments_without_two_sides_are_errors(string source, string description, int line, int character)
    {
        var failure = World.Failure(source);
        Assert.That(failure.Description, Is.EqualTo(description));
        Assert.That((failure.Line, failure.Character), Is.EqualTo((line, character)));
        Assert.That(failure.Expected, Is.Not.Null);
    }
}
