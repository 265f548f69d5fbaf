using IoLab.Harness.SelfTest;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.SelfTest;

[TestFixture, CancelAfter(120_000)]
internal sealed class SelfTestSpecs
{
    private static readonly Lazy<Task<DetectionMatrix>> Matrix = new(() => new SelfTestRunner(FakeTestBed.Create()).RunAsync());

    public static IEnumerable<TestCaseData> MustFind() => FakeTestBed.Create().Variants
        .SelectMany(variant => variant.FoundBy.Select(command => new TestCaseData(variant.Name, command).SetArgDisplayNames(variant.Name, command.ToString())));

    [TestCaseSource(nameof(MustFind))]
    public async Task A_planted_fault_is_found_by_the_command_that_must_find_it(string fault, DetectingCommand command)
    {
        DetectionCell cell = (await Matrix.Value).Cells.Single(cell => cell.Fault == fault && cell.Command == command);
        TestContext.Out.WriteLine(cell.Evidence);
        Assert.That(cell.IsFound);
    }

    [Test]
    public async Task A_sound_backend_is_accused_by_no_command() =>
        Assert.That((await Matrix.Value).Cells.Where(cell => cell.Fault == DetectionMatrix.Sound && cell.IsFound).Select(cell => $"{cell.Command}: {cell.Evidence}"), Is.Empty);

    [Test]
    public async Task The_score_of_all_oracles_is_one()
    {
        DetectionMatrix matrix = await Matrix.Value;
        Assert.That((matrix.Score, matrix.IsPerfect), Is.EqualTo((1.0, true)));
    }

    [Test]
    public async Task A_fault_is_not_blamed_on_times_that_did_not_change() =>
        Assert.That((await Matrix.Value).Cells.Where(cell => cell.Command == DetectingCommand.Gate && !cell.MustFind && cell.IsFound), Is.Empty);

    [TestCase(Oracles.Outcome)]
    [TestCase(Oracles.Exception)]
    [TestCase(Oracles.Output)]
    [TestCase(Oracles.BenchmarkResult)]
    [TestCase(Oracles.Time)]
    [TestCase(Oracles.Allocation)]
    public async Task Removing_an_oracle_lowers_the_score(Oracles removed)
    {
        DetectionMatrix crippled = await new SelfTestRunner(FakeTestBed.Create(), Oracles.All & ~removed).RunAsync();
        TestContext.Out.WriteLine($"without {removed}: {crippled.Score:0.000}");
        Assert.Multiple(() =>
        {
            Assert.That(crippled.Score, Is.LessThan(1));
            Assert.That(crippled.IsPerfect, Is.False);
        });
    }
}
