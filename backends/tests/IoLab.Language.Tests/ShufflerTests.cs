namespace IoLab.Language.Tests;

/// <summary>Every row of the operator tables of the language digest, and what the reference VM was asked beyond them.</summary>
public sealed class ShufflerTests
{
    [TestCase("1 + 2 * 3", "1 +(2 *(3))")]
    [TestCase("2 - 3 - 4", "2 -(3) -(4)")]
    [TestCase("2 ** 3 ** 2", "2 **(3) **(2)")]
    [TestCase("a and b or c", "a and(b) or(c)")]
    [TestCase("a or b and c", "a or(b and(c))")]
    [TestCase("a .. b + c", "a ..(b +(c))")]
    [TestCase("a += 1 + 2", "a +=(1 +(2))")]
    [TestCase("a += b += c", "a +=(b) +=(c)")]
    [TestCase("1 << 2 + 3", "1 <<(2 +(3))")]
    [TestCase("a == b != c", "a ==(b) !=(c)")]
    [TestCase("a & b | c ^ d", "a &(b) |(c ^(d))")]
    [TestCase("a < b and c > d", "a <(b) and(c >(d))")]
    [TestCase("return 5 + 6", "return(5 +(6))")]
    [TestCase("a return b", "a return(b)")]
    [TestCase("a == return b", "a ==(return(b))")]
    [TestCase("return return a", "return(return(a))")]
    [TestCase("a return b return c", "a return(b) return(c)")]
    [TestCase("a @b(c) d", "a @(b(c) d)")]
    [TestCase("a ?b(1) + 2", "a ?(b(1)) +(2)")]
    [TestCase("if(a,b,c) + 1", "if(a, b, c) +(1)")]
    [TestCase("a!=b", "a !=(b)")]
    [TestCase("a-b", "a -(b)")]
    [TestCase("3-2", "3 -(2)")]
    [TestCase("a*-b", "a *- b")]
    [TestCase("!a", "! a")]
    [TestCase("a&&!b", "a &&! b")]
    [TestCase("x=-5", "x =- 5")]
    [TestCase("a ** b * c + d << e < f == g & h ^ i | j and k or l .. m += n",
        "a **(b) *(c) +(d) <<(e) <(f) ==(g) &(h) ^(i) |(j) and(k) or(l) ..(m) +=(n)")]
    [TestCase("a += b .. c or d and e | f ^ g & h == i < j << k + l * m ** n",
        "a +=(b ..(c or(d and(e |(f ^(g &(h ==(i <(j <<(k +(l *(m **(n)))))))))))))")]
    public void Binary_operators_bind_by_level_and_to_the_left(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [Test]
    public void Every_operator_takes_one_argument_and_its_equals_are_left_associative()
    {
        foreach (var (name, precedence) in DefaultOperatorTable.Operators)
        {
            Assert.That(World.Shuffled($"a {name} b c {name} d"), Is.EqualTo($"a {name}(b c) {name}(d)"));
            var looser = DefaultOperatorTable.Operators.Where(o => o.Precedence > precedence);
            foreach (var (other, _) in looser)
            {
                Assert.That(World.Shuffled($"a {other} b {name} c"), Is.EqualTo($"a {other}(b {name}(c))"));
                Assert.That(World.Shuffled($"a {name} b {other} c"), Is.EqualTo($"a {name}(b) {other}(c)"));
            }
        }
    }

    [TestCase("(1+2)*3", "(1 +(2)) *(3)")]
    [TestCase("a +(b) c", "a +((b) c)")]
    [TestCase("1 +(2) * 3", "1 +((2) *(3))")]
    [TestCase("2 *(3 + 6) sqrt", "2 *((3 +(6)) sqrt)")]
    [TestCase("a +(b, c)", "a +((b, c))")]
    [TestCase("a +(b,c) + d", "a +((b, c)) +(d)")]
    [TestCase("1 ..(2) ..(3)", "1 ..((2)) ..(3)")]
    [TestCase("a or(b) and(c)", "a or((b) and(c))")]
    [TestCase("a or (b) or (c) ; d or (e)", "a or((b)) or((c)) ;\nd or(e)")]
    [TestCase("return(a) b", "return((a) b)")]
    [TestCase("return (a)", "return(a)")]
    [TestCase("a +(b) + (c)", "a +((b)) +(c)")]
    [TestCase("a + (b)(c)", "a +((b) (c))")]
    [TestCase("a +((b))", "a +(b)")]
    [TestCase("a +(((b)))", "a +((b))")]
    [TestCase("a +()", "a +")]
    [TestCase("a + ()", "a +")]
    [TestCase("1 +(2); 3", "1 +((2)) ;\n3")]
    [TestCase("foo((a))", "foo(a)")]
    [TestCase("foo((a)) bar", "foo((a)) bar")]
    [TestCase("bar foo((a))", "bar foo(a)")]
    [TestCase("foo(((a)))", "foo((a))")]
    [TestCase("foo((a)); c", "foo((a)) ;\nc")]
    [TestCase("f((a), (b))", "f((a), (b))")]
    [TestCase("f((a, b))", "f((a, b))")]
    [TestCase("f((a) b)", "f((a) b)")]
    [TestCase("f(g((a)))", "f(g(a))")]
    [TestCase("[(a)] b", "squareBrackets((a)) b")]
    [TestCase("(((a)))", "((a))")]
    [TestCase("((a))", "(a)")]
    [TestCase("(a)", "(a)")]
    [TestCase("a + b((c)) * d((e)) + f", "a +(b((c)) *(d(e))) +(f)")]
    [TestCase("-(a) - (b)", "-((a)) -(b)")]
    public void A_bracket_that_wraps_the_only_argument_of_a_chains_last_message_goes(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("f((a + b))", "f(a +(b))")]
    [TestCase("f((a := b))", "f(setSlot(\"a\", b))")]
    [TestCase("writeln(((1 + 2)))", "writeln((1 +(2)))")]
    public void What_a_removed_bracket_held_is_shuffled_too(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree), "the reference leaves these unshuffled");

    [TestCase("-5", "-(5)")]
    [TestCase("-2 abs", "-(2 abs)")]
    [TestCase("-2 ** 2", "-(2 **(2))")]
    [TestCase("1 + -1 * 3", "1 +(-(1 *(3)))")]
    [TestCase("2 - -3", "2 -(-(3))")]
    [TestCase("5 -3", "5 -(3)")]
    [TestCase("+ + a", "+(+(a))")]
    [TestCase("a + * b", "a +(*(b))")]
    [TestCase("a * + b c", "a *(+(b c))")]
    [TestCase("a + - b * c", "a +(-(b *(c)))")]
    [TestCase("a * + (b) * c", "a *(+((b) *(c)))")]
    [TestCase("not a", "not a")]
    [TestCase("x not", "x not")]
    [TestCase("a and", "a and")]
    public void An_operator_without_a_left_or_right_side_stands(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase("return; 5", "return(;\n5)")]
    [TestCase("return; 5; 6", "return(;\n5) ;\n6")]
    [TestCase("if(c, return)", "if(c, return)")]
    [TestCase("return a; b", "return(a) ;\nb")]
    [TestCase("a return; c", "a return(;\nc)")]
    [TestCase("a + ; b; c", "a +(;\nb) ;\nc")]
    [TestCase("a + return; c", "a +(return(;\nc))")]
    [TestCase("a + b; + c", "a +(b) ;\n+(c)")]
    public void A_terminator_ends_an_expression_unless_an_operator_waits(string source, string tree) =>
        Assert.That(World.Shuffled(source), Is.EqualTo(tree));

    [TestCase(31)]
    public void Thirty_one_open_operators_are_accepted(int count) =>
        Assert.That(World.Shuffled("a " + string.Concat(Enumerable.Repeat("+ ", count)) + "b"), Does.EndWith("(b" + new string(')', count)));

    [Test]
    public void Thirty_two_open_operators_are_too_many()
    {
        var failure = World.Failure("a\n" + string.Concat(Enumerable.Repeat("+ ", 32)) + "b");
        Assert.That(failure.Description, Is.EqualTo("Overflowed operator stack. Only 31 levels of operators currently supported."));
        Assert.That((failure.Line, failure.Character), Is.EqualTo((2, 2 + 63)));
    }

    [TestCase(32)]
    [TestCase(-1)]
    public void A_precedence_out_of_range_is_an_error(int precedence)
    {
        var world = new World();
        world.Operators.Add(world.Symbols.Intern("=>"), precedence);
        var failure = Assert.Throws<SyntaxException>(() => world.Parse("a => b"))!;
        Assert.That(failure.Description, Is.EqualTo($"Precedence for operators must be between 0 and 31. Precedence was {precedence}."));
    }

    [Test]
    public void Names_can_become_operators()
    {
        var world = new World();
        world.Operators.Add(world.Symbols.Intern("hello"), 3);
        Assert.That(world.Code(world.Parse("a hello b + c")), Is.EqualTo("a hello(b) +(c)"));
    }

    [Test]
    public void An_existing_tree_can_be_shuffled_in_place()
    {
        var world = new World();
        var root = Parser.ParseUnshuffled("a := 1 + 2 * 3; f(b + c)", "test", world.Context)!;
        Assert.That(world.Code(root), Is.EqualTo("a := 1 + 2 * 3 ;\nf(b + c)"));
        Shuffler.Shuffle(root, world.Context);
        Assert.That(world.Code(root), Is.EqualTo("setSlot(\"a\", 1 +(2 *(3))) ;\nf(b +(c))"));
    }

    [Test]
    public void Shuffling_without_operators_is_a_callers_mistake()
    {
        var world = new World();
        Assert.Throws<ArgumentException>(() => Shuffler.Shuffle(world.Parse("a")!, world.Context with { Operators = null }));
    }
}
