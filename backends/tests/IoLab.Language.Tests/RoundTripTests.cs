using FsCheck;
using FsCheck.Fluent;

namespace IoLab.Language.Tests;

/// <summary>Parsing what the printer prints, without shuffling again, gives the same tree.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Names =
    [
        "a", "b", "Foo", "x:", "a.b", "..", "é", "日本", "+", "-", "*", ":=", "=", "return", "and", "'", "\\", "!", "<-", "1.", "nil",
        "true", "squareBrackets", "@@", "/", "_",
    ];

    private static readonly string[] Literals =
    [
        "1", "1.50", ".5", "1e3", "0x1F", "0xFF+1", "\"\"", "\"a\\nb\"", "\"\\\"\\\\\"", "\"line\nline\"", "\"\"\"raw \" \\ \"\"\"", "\"é日😀\"",
    ];

    /// <summary>Source text as a tree of choices: FsCheck shrinks it by itself.</summary>
    private sealed record Node(string Name, Node[][] Arguments, bool EndsStatement);

    private static Gen<Node> NodeOf(int size)
    {
        var name = Gen.Frequency((3, Gen.Elements(Names)), (1, Gen.Elements(Literals)), (1, Gen.Constant("")));
        var arguments = size <= 1
            ? Gen.Constant(Array.Empty<Node[]>())
            : Gen.Frequency((3, Gen.Constant(Array.Empty<Node[]>())), (2, ArgumentsOf(size / 2)));
        return from n in name
               from a in arguments
               from ends in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
               select new Node(n, n.Length == 0 && a.Length == 0 ? [[new Node("a", [], false)]] : a, ends);
    }

    private static Gen<Node[][]> ArgumentsOf(int size) => Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(ChainOf(size), count));

    private static Gen<Node[]> ChainOf(int size) => Gen.Choose(1, 4).SelectMany(count => Gen.ArrayOf(NodeOf(size), count));

    private static Message Build(World world, Node[] chain)
    {
        Message? head = null;
        Message? tail = null;
        foreach (var (node, isLast) in chain.Select((node, i) => (node, i == chain.Length - 1)))
        {
            // A literal's value comes from parsing it alone, so the property also says that spellings keep their meaning in context.
            var m = node.Name.Length == 0
                ? new Message(world.Symbols.Intern(""))
                : Parser.ParseUnshuffled(node.Name, "test", world.Context)!;
            m.Arguments = [.. node.Arguments.Select(argument => Build(world, argument))];
            Append(m);
            if (node.EndsStatement && !isLast)
                Append(new Message(world.Symbols.Intern(";")));
        }

        return head!;

        void Append(Message m)
        {
            if (tail is null)
                head = m;
            else
            {
                // What is empty-named behind a plain symbol would be its argument list: the parser cannot make such a tree.
                if (m.Name.Text.Length == 0 && tail is { Arguments.Length: 0, IsTerminator: false })
                    tail.Arguments = [new Message(world.Symbols.Intern("q"))];
                tail.Next = m;
            }

            tail = m;
        }
    }

    [Test]
    public void Generated_trees_survive_printing_and_parsing()
    {
        var different = 0;
        var property = Prop.ForAll(ChainOf(16).ToArbitrary(), chain =>
        {
            var world = new World();
            var tree = Build(world, chain);
            if (tree.Next is not null || tree.Arguments.Length > 0)
                different++;
            var text = Printer.Print(tree);
            var again = Parser.ParseUnshuffled(text, "again", world.Context);
            var difference = Trees.Difference(tree, again);
            return (difference is null).Label($"{difference} in: {text}");
        });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20260302, 7));
        Assert.That(different, Is.GreaterThan(2000), "the generator makes more than single names");
    }

    [Test]
    public void Shuffled_trees_survive_printing_and_parsing()
    {
        var compared = 0;
        var property = Prop.ForAll(ChainOf(16).ToArbitrary(), chain =>
        {
            var world = new World();
            var tree = Build(world, chain);
            try
            {
                Shuffler.Shuffle(tree, world.Context);
            }
            catch (SyntaxException)
            {
                return true.ToProperty(); // an assignment without a side
            }

            if (Trees.HasDoubledQuotes(tree) || HasLoneTerminator(tree))
                return true.ToProperty();
            compared++;
            var text = Printer.Print(tree);
            var difference = Trees.Difference(tree, Parser.ParseUnshuffled(text, "again", world.Context));
            return (difference is null).Label($"{difference} in: {text}");
        });
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20260302, 7));
        Assert.That(compared, Is.GreaterThan(1000), "most trees are really compared");
    }

    /// <summary>An operator can take a terminator alone, as in <c>a * ; + b</c>; a group drops it.</summary>
    private static bool HasLoneTerminator(Message root)
    {
        var work = new Stack<Message>();
        work.Push(root);
        while (work.TryPop(out var m))
        {
            if (m is { IsTerminator: true, Next: null })
                return true;
            foreach (var argument in m.Arguments)
                work.Push(argument);
            if (m.Next is { } next)
                work.Push(next);
        }

        return false;
    }

    [Test]
    public void The_comparison_sees_every_kind_of_difference()
    {
        var world = new World();
        Message? Tree(string source) => Parser.ParseUnshuffled(source, "test", world.Context);
        Assert.Multiple(() =>
        {
            Assert.That(Trees.Difference(Tree("a(b, 1) ; c"), Tree("a(b,1);c")), Is.Null);
            Assert.That(Trees.Difference(Tree("a"), Tree("b")), Is.Not.Null);
            Assert.That(Trees.Difference(Tree("a"), Tree("a b")), Is.Not.Null);
            Assert.That(Trees.Difference(Tree("a(b)"), Tree("a(b, c)")), Is.Not.Null);
            Assert.That(Trees.Difference(Tree("a(b c)"), Tree("a(b d)")), Is.Not.Null);
            Assert.That(Trees.Difference(Tree("a"), null), Is.Not.Null);
            Assert.That(Trees.Difference(Tree("nil"), new Message(world.Symbols.Intern("nil"))), Is.Not.Null);
        });
    }

    /// <summary>The programs of the corpus that parse; those that must not are cases too.</summary>
    private static IEnumerable<TestCaseData> CorpusPrograms()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "IoLab.sln")))
            directory = directory.Parent;
        var casesDirPath = directory is null ? null : Path.Combine(directory.FullName, "conformance", "cases");
        if (casesDirPath is null || !Directory.Exists(casesDirPath))
            yield break;
        foreach (var filePath in Directory.EnumerateFiles(casesDirPath, "*.io", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return new TestCaseData(filePath).SetArgDisplayNames(Path.GetRelativePath(casesDirPath, filePath));
    }

    [Test]
    public void Corpus_programs_survive_printing_and_parsing()
    {
        Assert.Multiple(() =>
        {
            foreach (var program in CorpusPrograms())
            {
                var filePath = (string)program.Arguments[0]!;
                var world = new World();
                var source = File.ReadAllText(filePath);
                foreach (var context in new[] { world.Context, world.Context with { Operators = null } })
                {
                    Message? tree;
                    try
                    {
                        tree = Parser.Parse(source, filePath, context);
                    }
                    catch (SyntaxException)
                    {
                        continue; // the case is about that
                    }

                    if (tree is null || Trees.HasDoubledQuotes(tree))
                        continue;
                    var again = Parser.ParseUnshuffled(Printer.Print(tree), "again", world.Context);
                    Assert.That(Trees.Difference(tree, again), Is.Null, filePath);
                }
            }
        });
    }
}
