using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Tests.Support;

namespace IoLab.Harness.Tests.Bench;

[TestFixture, CancelAfter(60_000)]
internal sealed class BenchmarkLoaderSpecs
{
    private const string Good = "# Local reads.\n# unit: Mops/s\n# operations: 1000\n# direction: higher\n# expect(n): n*2\n# geomean: no\n# metric: rate\nbenchmark := Object clone\n";

    [Test]
    public void A_benchmark_is_read_from_its_header()
    {
        BenchmarkDefinition definition = BenchmarkLoader.Parse(Good, "micro", "x/micro/locals.io");
        Assert.Multiple(() =>
        {
            Assert.That(definition.Id, Is.EqualTo("micro/locals"));
            Assert.That((definition.Unit.Name, definition.Operations, definition.Direction, definition.Metric), Is.EqualTo(("Mops/s", 1000.0, Direction.HigherIsBetter, "rate")));
            Assert.That(definition.Expectation.TextFor(21), Is.EqualTo("42"));
            Assert.That(definition.IsInGeometricMean, Is.False);
        });
    }

    [Test]
    public void A_rate_is_operations_over_time()
    {
        BenchmarkDefinition definition = BenchmarkLoader.Parse(Good, "micro", "locals.io");
        Assert.That(definition.ValueOf(new RawSample(500, new Nanoseconds(1e6), null, "")), Is.EqualTo(500).Within(1e-9), "500,000 operations in a millisecond");
    }

    [TestCase("ns", 5.0)]
    [TestCase("us", 0.005)]
    [TestCase("ms", 5e-6)]
    public void A_time_is_time_per_operation(string unit, double expected)
    {
        BenchmarkDefinition definition = BenchmarkLoader.Parse($"# unit: {unit}\n# operations: 2\n# expect: none\n", "programs", "p.io");
        Assert.Multiple(() =>
        {
            Assert.That(definition.ValueOf(new RawSample(10, new Nanoseconds(100), null, "")), Is.EqualTo(expected).Within(1e-12));
            Assert.That(definition.Metric, Is.EqualTo("time"));
        });
    }

    [TestCase("# expect: none\n", "lacks '# unit")]
    [TestCase("# unit: Mops/s\n", "worth nothing")]
    [TestCase("# unit: parsecs\n# expect: none\n", "unknown unit 'parsecs'")]
    [TestCase("# unit: ns\n# unit: ms\n# expect: none\n", "stated twice")]
    [TestCase("# unit: ns\n# expect: 1\n# expect(n): n\n", "not both")]
    [TestCase("# unit: ns\n# expect(n): n**2\n", "unexpected '*' at column 3")]
    [TestCase("# unit: ns\n# expect(n): (n\n", "unexpected end")]
    [TestCase("# unit: ns\n# operations: 0\n# expect: none\n", "above zero")]
    [TestCase("# unit: Mops/s\n# direction: lower\n# expect: none\n", "of Mops/s, higher is better")]
    [TestCase("# unit: ns\n# measures: end\n# expect: none\n", "measures is run or start")]
    [TestCase("# unti: ns\n# expect: none\n", "did you mean 'unit'")]
    [TestCase("# unit: ns\n# geomean: maybe\n# expect: none\n", "'maybe'")]
    public void A_malformed_header_is_refused(string source, string expected) =>
        Assert.That(() => BenchmarkLoader.Parse(source, "micro", "x.io"), Throws.TypeOf<HarnessException>().With.Message.Contains(expected).And.Message.StartsWith("x.io"));

    [TestCase("n*2+1", 3, "7")]
    [TestCase("2*(n+1)", 3, "8")]
    [TestCase("-n + 10 % 4", 3, "-1")]
    [TestCase("n/2", 3, "1.5")]
    [TestCase("n*(n-1)/2", 100000000, "4999999950000000")]
    public void Expected_results_are_computed_from_n(string expression, long n, string expected) =>
        Assert.That(ArithmeticExpression.Parse(expression).TextFor(n), Is.EqualTo(expected));

    [Test]
    public void Benchmarks_are_selected_by_suite_name_and_glob()
    {
        using TempDir dir = new TempDir().With("micro/locals.io", Good).With("micro/slots.io", Good).With("programs/locals.io", Good);
        Assert.Multiple(() =>
        {
            Assert.That(BenchmarkLoader.Load(dir.DirPath), Has.Count.EqualTo(3));
            Assert.That(BenchmarkLoader.Load(dir.DirPath, ["micro"]), Has.Count.EqualTo(2));
            Assert.That(BenchmarkLoader.Load(dir.DirPath, ["locals"]), Has.Count.EqualTo(2));
            Assert.That(BenchmarkLoader.Load(dir.DirPath, ["micro/s*", "programs/*"]), Has.Count.EqualTo(2));
            Assert.That(() => BenchmarkLoader.Load(dir.DirPath, ["fib"]), Throws.TypeOf<HarnessException>().With.Message.Contains("'fib'"));
        });
    }

    [Test]
    public void What_is_no_default_is_selected_by_name_only()
    {
        using TempDir dir = new TempDir().With("micro/locals.io", Good).With("awfy/List.io", "# default: no\n" + Good);
        Assert.Multiple(() =>
        {
            Assert.That(BenchmarkLoader.Load(dir.DirPath).Select(benchmark => benchmark.Name), Is.EqualTo(new[] { "locals" }));
            Assert.That(BenchmarkLoader.Load(dir.DirPath, ["awfy"]).Select(benchmark => benchmark.Name), Is.EqualTo(new[] { "List" }));
            Assert.That(BenchmarkLoader.Load(dir.DirPath, ["*"]), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void Included_files_are_loaded_on_the_first_line_of_code_under_their_own_labels()
    {
        using TempDir dir = Including("# include: lib/A.io lib/B.io\n# unit: ns\n\n# expect: 1\nbenchmark\n");
        BenchmarkDefinition definition = BenchmarkLoader.Load(dir.DirPath).Single();
        Assert.That(definition.Source.Split('\n')[4], Is.EqualTo(
            """Lobby doString("A := \"x\\n\"\n", "awfy/lib/A.io"); Lobby doString("B := 1", "awfy/lib/B.io"); benchmark"""));
    }

    [Test]
    public void A_source_that_was_expanded_can_be_parsed_where_the_files_are_not()
    {
        using TempDir dir = Including("# include: lib/A.io\n# unit: ns\n# expect: 1\nbenchmark");
        BenchmarkDefinition definition = BenchmarkLoader.Load(dir.DirPath).Single();
        Assert.That(BenchmarkLoader.Parse(definition.Source, definition.Suite, "elsewhere.io").Source, Is.EqualTo(definition.Source));
    }

    [Test]
    public void A_file_that_cannot_be_included_is_named()
    {
        using TempDir dir = Including("# unit: ns\n# include: lib/C.io\n# expect: 1\nbenchmark");
        Assert.That(() => BenchmarkLoader.Load(dir.DirPath), Throws.TypeOf<HarnessException>().With.Message.Contains("b.io:2: cannot include 'lib/C.io'"));
    }

    private static TempDir Including(string source) =>
        new TempDir().With("awfy/lib/A.io", "A := \"x\\n\"\n").With("awfy/lib/B.io", "B := 1").With("awfy/b.io", source);
}
