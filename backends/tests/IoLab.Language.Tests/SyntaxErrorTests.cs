namespace IoLab.Language.Tests;

/// <summary>Texts and places of what the lexer and the parser refuse.</summary>
public sealed class SyntaxErrorTests
{
    [TestCase("foo(", "unmatched ()s", 1, 4)]
    [TestCase("(", "unmatched ()s", 1, 1)]
    [TestCase("[", "unmatched []s", 1, 1)]
    [TestCase("{", "unmatched {}s", 1, 1)]
    [TestCase("foo(a", "unmatched ()s", 1, 5)]
    [TestCase("a\nb(c;", "unmatched ()s", 2, 6)]
    [TestCase("é(", "unmatched ()s", 1, 3)]
    [TestCase("f(g(a)", "unmatched ()s", 1, 6)]
    [TestCase("a(b]", "unmatched ()s", 1, 3)]
    [TestCase("a[b)", "unmatched []s", 1, 3)]
    [TestCase("{a]", "unmatched {}s", 1, 2)]
    [TestCase("f([a)]", "unmatched []s", 1, 4)]
    [TestCase("a)", "Syntax error near this location", 1, 1)]
    [TestCase("a\n ]", "Syntax error near this location", 2, 3)]
    [TestCase("}", "Syntax error near this location", 1, 0)]
    [TestCase("f(,b)", "missing argument in argument list", 1, 2)]
    [TestCase("f(a,,b)", "missing argument in argument list", 1, 4)]
    [TestCase("f(a,)", "missing argument in argument list", 1, 4)]
    [TestCase("f(a,\n)", "missing argument in argument list", 2, 5)]
    [TestCase("(x,", "missing argument in argument list", 1, 3)]
    [TestCase("f(;,a)", "missing argument in argument list", 1, 3)]
    [TestCase("a \"abc", "unterminated quote", 1, 1)]
    [TestCase("a \"abc\\\"", "unterminated quote", 1, 1)]
    [TestCase("\"\\", "unterminated quote", 1, 0)]
    [TestCase("\"\"\"abc\"\"", "unterminated quote", 1, 0)]
    [TestCase("a /* x", "unterminated comment", 1, 1)]
    [TestCase("a /* /* x */", "unterminated comment", 1, 1)]
    [TestCase("a /*", "unterminated comment", 1, 1)]
    [TestCase("a\nb /* \n\n", "unterminated comment", 2, 3)]
    [TestCase("a ` b", "Syntax error near this location", 1, 1)]
    [TestCase("a b\u0001", "Syntax error near this location", 1, 3)]
    [TestCase("a \0 b", "Syntax error near this location", 1, 1)]
    [TestCase("a \"x\0\"", "Syntax error near this location", 1, 1)]
    [TestCase("a(b\0)", "Syntax error near this location", 1, 3)]
    [TestCase("a # x\0", "Syntax error near this location", 1, 1)]
    public void The_lexer_names_the_fault_and_the_last_good_token(string source, string text, int line, int character)
    {
        var failure = World.Failure(source);
        Assert.That(failure.Description, Is.EqualTo($"\"{text}\" on line {line} character {character}"));
        Assert.That((failure.Line, failure.Character), Is.EqualTo((line, character)));
        Assert.That(Assert.Throws<SyntaxException>(() => Parser.Tokens(source))!.Description, Is.EqualTo(failure.Description));
    }

    [TestCase(0xd83d)]
    [TestCase(0xde00)]
    public void Half_a_character_is_no_source_text(int surrogate)
    {
        foreach (var source in new[] { $"a b{(char)surrogate}c", $"a b \"{(char)surrogate}\"", $"a b{(char)surrogate}", $"a b # {(char)surrogate}" })
            Assert.That(World.Failure(source).Description, Is.EqualTo("\"Syntax error near this location\" on line 1 character 3"));
    }

    [TestCase("a, b", 1, 2)]
    [TestCase("a\n,", 2, 3)]
    [TestCase(",", 1, 1)]
    public void A_comma_outside_of_brackets_is_unused(string source, int line, int character)
    {
        var failure = World.Failure(source);
        Assert.That(failure.Description, Is.EqualTo("unused tokens"));
        Assert.That((failure.Line, failure.Character), Is.EqualTo((line, character)));
    }

    [TestCase("a\nf(b\n c", "')' to close the '(' on line 2")]
    [TestCase("a[\n\n(b)", "']' to close the '[' on line 1")]
    [TestCase("f({a)}", "'}' to close the '{' on line 1")]
    [TestCase("f(a,)", "an expression")]
    [TestCase("a\n\"b", "\" to close the string on line 2")]
    [TestCase("/*\n/* */", "'*/' to close the comment opened on line 1")]
    [TestCase("a := ", "a value after it")]
    public void What_was_expected_is_said_where_it_is_one_thing(string source, string expected)
    {
        var failure = World.Failure(source);
        Assert.That(failure.Expected, Is.EqualTo(expected));
        Assert.That(failure.Message, Is.EqualTo($"{failure.Description}; expected {expected}"));
    }
}
