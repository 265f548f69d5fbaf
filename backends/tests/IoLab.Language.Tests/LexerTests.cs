namespace IoLab.Language.Tests;

/// <summary>Tokens, their kinds and their positions.</summary>
public sealed class LexerTests
{
    /// <summary>Tokens as <c>name:Kind:line:character</c>.</summary>
    private static string Positions(string source) =>
        string.Join("  ", Parser.Tokens(source).Select(t => $"{t.Name}:{t.Kind}:{t.Line}:{t.Character}"));

    private static string Names(string source, bool allowIntrinsics = false) =>
        string.Join(" ", Parser.Tokens(source, allowIntrinsics).Select(t => t.Name));

    private static string Kinds(string source) => string.Join(" ", Parser.Tokens(source).Select(t => t.Kind));

    [Test]
    public void Every_kind_of_token_is_named()
    {
        Assert.That(Names("a + 0x1 1.5 \"s\" ; b(c,d)"), Is.EqualTo("a + 0x1 1.5 \"s\" ; b ( c , d )"));
        Assert.That(Kinds("a + 0x1 1.5 \"s\" ; b(c,d) \"\"\"t\"\"\""), Is.EqualTo(
            "Identifier Identifier HexNumber Number MonoQuote Terminator Identifier OpenParen Identifier Comma Identifier CloseParen TriQuote"));
    }

    [TestCase("a\n\n ;\n b", "a:Identifier:1:1  ;:Terminator:4:7  b:Identifier:4:8")]
    [TestCase("a # c\n # d\n\n b", "a:Identifier:1:1  ;:Terminator:2:7  b:Identifier:4:14")]
    [TestCase("a \\\n b", "a:Identifier:1:1  b:Identifier:2:6")]
    [TestCase("x\\ \t\ny", "x:Identifier:1:1  y:Identifier:2:6")]
    [TestCase("a /* x \n y */ b", "a:Identifier:1:1  b:Identifier:2:15")]
    [TestCase("\"a\nb\" c", "\"a\nb\":MonoQuote:2:5  c:Identifier:2:7")]
    [TestCase("\"\"\"a\nb\"\"\" c", "\"\"\"a\nb\"\"\":TriQuote:2:9  c:Identifier:2:11")]
    [TestCase("a\rb\fc\vd", "a:Identifier:1:1  b:Identifier:1:3  c:Identifier:1:5  d:Identifier:1:7")]
    [TestCase("a\n# c\n\n//d\n ;; /* e */ ; b", "a:Identifier:1:1  ;:Terminator:2:2  b:Identifier:5:26")]
    [TestCase("# c\n a", ";:Terminator:2:5  a:Identifier:2:6")]
    [TestCase("a ;# c\n b", "a:Identifier:1:1  ;:Terminator:1:3  b:Identifier:2:9")]
    [TestCase("f [a]", "f:Identifier:1:1  squareBrackets:Identifier:1:2  [:OpenParen:1:3  a:Identifier:1:4  ]:CloseParen:1:5")]
    [TestCase("{a}", "curlyBrackets:Identifier:1:0  {:OpenParen:1:1  a:Identifier:1:2  }:CloseParen:1:3")]
    [TestCase("(a\n)", ":Identifier:1:0  (:OpenParen:1:1  a:Identifier:1:2  ;:Terminator:2:3  ):CloseParen:2:4")]
    [TestCase("a /* c */ (b)", "a:Identifier:1:1  (:OpenParen:1:11  b:Identifier:1:12  ):CloseParen:1:13")]
    [TestCase("é 😀 \"日\" b", "é:Identifier:1:2  😀:Identifier:1:7  \"日\":MonoQuote:1:13  b:Identifier:1:15")]
    [TestCase("a # é\n b", "a:Identifier:1:1  ;:Terminator:2:8  b:Identifier:2:9")]
    public void Positions_are_lines_and_bytes_at_the_tokens_end(string source, string tokens) =>
        Assert.That(Positions(source), Is.EqualTo(tokens));

    [TestCase("x := 5", "x := 5")]
    [TestCase("x :=5", "x := 5")]
    [TestCase("x:=5", "x: = 5")]
    [TestCase("x::=5", "x:: = 5")]
    [TestCase("x=-5", "x =- 5")]
    [TestCase("a&&!b", "a &&! b")]
    [TestCase("'a'", "' a '")]
    [TestCase("a: b :a", "a: b : a")]
    [TestCase("a..b", "a..b")]
    [TestCase("1..2", "1..2")]
    [TestCase("1 ..2", "1 ..2")]
    [TestCase("\"a\" ..\"b\"", "\"a\" .. \"b\"")]
    [TestCase("a.b := 3", "a.b := 3")]
    [TestCase("1. 1e 1ex 3.foo 1.e5", "1. 1e 1ex 3.foo 1.e5")]
    [TestCase("5.5.5", "5.5 .5")]
    [TestCase("1.5e+x", "1.5e + x")]
    [TestCase("1e5e5", "1e5 e5")]
    [TestCase("1a 1_000 00x1", "1 a 1 _000 00 x1")]
    [TestCase("0x 0b11", "0 x 0 b11")]
    [TestCase("0xzz 0xFF+1 0xFF.foo 0x_ 0Xg1", "0xzz 0xFF+1 0xFF.foo 0x_ 0Xg1")]
    [TestCase(".5.5 ... ..5", ".5 .5 ... ..5")]
    [TestCase("a//x", "a")]
    [TestCase("a#b", "a")]
    [TestCase("a/*x*/b", "a b")]
    [TestCase("/* a /* b */ c */ 5", "5")]
    [TestCase("/**/ 5 /***/", "5")]
    [TestCase("/*/ 6 */ 5", "5")]
    [TestCase("+/*x*/b", "+/* x */ b")]
    [TestCase("+//x", "+// x")]
    [TestCase("+#b", "+")]
    [TestCase("a\\b", "a \\ b")]
    [TestCase("a\\;b", "a \\ ; b")]
    [TestCase("a;\\\n;b", "a ; b")]
    [TestCase("~a @@b $", "~ a @@ b $")]
    [TestCase("\"a\\\"b\" \"\" \"\"\"\"\"\"", "\"a\\\"b\" \"\" \"\"\"\"\"\"")]
    [TestCase("\"\"\"a\"b\"\"\"\"", null)]
    [TestCase("a(b)(c)", "a ( b )  ( c )")]
    [TestCase("# only", "")]
    [TestCase("", "")]
    public void Runs_end_where_their_rule_ends(string source, string? names)
    {
        if (names is null)
            Assert.That(World.Failure(source).Description, Does.Contain("unterminated quote"));
        else
            Assert.That(Names(source), Is.EqualTo(names));
    }

    [TestCase("42 1.5 .5 1e3 1E3 1e+3 1.5e-3 .5e1", 8, TokenKind.Number)]
    [TestCase("0x1F 0XfF 0xzz", 3, TokenKind.HexNumber)]
    [TestCase("1. 1e 1ex 3.foo .x a5 a.5 é 日本", 9, TokenKind.Identifier)]
    public void Words_are_of_one_kind(string source, int count, TokenKind kind) =>
        Assert.That(Parser.Tokens(source).Select(t => t.Kind), Is.EqualTo(Enumerable.Repeat(kind, count)));

    [Test]
    public void A_backtick_belongs_to_names_of_the_prelude_only()
    {
        Assert.That(Names("`size foo`bar(a)", allowIntrinsics: true), Is.EqualTo("`size foo`bar ( a )"));
        var failure = World.Failure("a + `size");
        Assert.That(failure.Description, Is.EqualTo("\"Syntax error near this location\" on line 1 character 3"));
    }
}
