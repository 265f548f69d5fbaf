namespace IoLab.Language.Tests;

/// <summary>The cached results of literals.</summary>
public sealed class LiteralTests
{
    [TestCase("42", 42)]
    [TestCase("1.5", 1.5)]
    [TestCase(".5", .5)]
    [TestCase("1e3", 1000)]
    [TestCase("1E3", 1000)]
    [TestCase("1e+3", 1000)]
    [TestCase("1.5e-3", .0015)]
    [TestCase(".5e1", 5)]
    [TestCase("1e400", double.PositiveInfinity)]
    [TestCase("1e-400", 0)]
    [TestCase("9007199254740993", 9007199254740992)]
    [TestCase("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [TestCase("0.1", 0.1)]
    [TestCase("0x1F", 31)]
    [TestCase("0XfF", 255)]
    [TestCase("0xFF+1", 255)]
    [TestCase("0xFFg", 255)]
    [TestCase("0xFF.foo", 255)]
    [TestCase("0x1.8", 1)]
    [TestCase("0xzz", 0)]
    [TestCase("0x1FFFFFFFF", 8589934591)]
    [TestCase("0x20000000000001", 9007199254740992)]
    [TestCase("0x20000000000003", 9007199254740996)]
    [TestCase("0x200000000000010000000000000", 4.0564819207303341e31)]
    [TestCase("0x200000000000010000000000001", 4.056481920730335e31)]
    [TestCase("0x0000000000000000000000000000F", 15)]
    public void Numbers_are_correctly_rounded(string source, double value)
    {
        var message = World.First(source);
        Assert.That(message.Cached, Is.EqualTo(value));
        Assert.That(message.Name.Text, Is.EqualTo(source));
        Assert.That(message.Next, Is.Null);
    }

    [TestCase(@"""""", "")]
    [TestCase(@"""abc""", "abc")]
    [TestCase(@"""\""\\""", "\"\\")]
    [TestCase(@"""\a\b\f\n\r\t\v""", "\a\b\f\n\r\t\v")]
    [TestCase(@"""a\1b""", "a\u0001b")]
    [TestCase(@"""\0\9""", "\0\t")]
    [TestCase(@"""a\101b""", "a\u000101b")]
    [TestCase(@"""\x41\x4""", "A\u0004")]
    [TestCase(@"""\x4g\xff""", "\u0004g\u00ff")]
    [TestCase(@"""\x\xg""", "xxg")]
    [TestCase(@"""a\qb\e""", "aqbe")]
    [TestCase(@"""\é\😀""", "é😀")]
    [TestCase(@"""\u0041\u65e5""", "A日")]
    [TestCase(@"""\uD83D\uDE00""", "😀")]
    [TestCase(@"""\uD83D""", "uD83D")]
    [TestCase(@"""\uDE00\u12\u""", "uDE00u12u")]
    [TestCase("\"a\nb\"", "a\nb")]
    [TestCase("\"héllo 日本 😀\"", "héllo 日本 😀")]
    [TestCase("\"\"\"\"\"\"", "")]
    [TestCase("\"\"\"a\\n\"b\"\nc\"\"\"", "a\\n\"b\"\nc")]
    public void Strings_are_decoded_and_keep_their_spelling(string source, string value)
    {
        var message = World.First(source);
        Assert.That(message.Cached, Is.EqualTo(new Text(value)));
        Assert.That(message.Name.Text, Is.EqualTo(source));
    }

    [Test]
    public void Nil_true_and_false_are_constants_and_nothing_else_is()
    {
        Assert.Multiple(() =>
        {
            Assert.That(World.First("nil").Cached, Is.SameAs(World.Nil));
            Assert.That(World.First("true").Cached, Is.SameAs(World.True));
            Assert.That(World.First("false").Cached, Is.SameAs(World.False));
            Assert.That(World.First("x(nil)").Arguments[0].Cached, Is.SameAs(World.Nil));
            Assert.That(World.First("Nil").Cached, Is.Null);
            Assert.That(World.First("+").Cached, Is.Null);
            Assert.That(World.First("(a)").Cached, Is.Null);
        });
    }
}
