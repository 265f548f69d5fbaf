using System.Globalization;
using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Tree;

namespace IoLab.Cli.Tests;

/// <summary>Generated programs on the machine that is the oracle: they end by themselves, end well, get somewhere, and do the same again.</summary>
[CancelAfter(240_000)]
internal sealed class GeneratedProgramSpecs
{
    private const int Programs = 2_000;
    private const ulong Campaign = 20;
    private const string Caught = "\n! ";
    private static readonly RunLimits Limits = new() { Steps = 200_000, Time = TimeSpan.FromSeconds(60), MemoryBytes = 512 << 20, OutputBytes = 1 << 20 };

    [Test]
    public async Task Generated_programs_end_few_of_them_by_an_exception_and_do_the_same_again(CancellationToken cancellation)
    {
        var generator = new ProgramGenerator();
        await using ISession session = await new TreeBackend().StartAsync(SessionOptions.Deterministic with { Permissions = Permissions.None }, cancellation);
        List<string> unfinished = [], unsteady = [];
        int raised = 0, caught = 0, silent = 0;
        var steps = new List<long>(Programs);
        for (ulong i = 0; i < Programs; i++)
        {
            Specimen specimen = generator.Create(ProgramSeed.NumberOf(Campaign, i), FeatureWeights.Even);
            RunResult result = await RunAsync(specimen), again = await RunAsync(specimen);
            if (result.Outcome is not (Outcome.Completed or Outcome.Raised)) unfinished.Add($"{specimen.Seed}: {result.Outcome}");
            if ((result.Outcome, result.StandardOutput) != (again.Outcome, again.StandardOutput)) unsteady.Add(specimen.Seed!);
            raised += result.Outcome == Outcome.Raised ? 1 : 0;
            caught += result.StandardOutput.Contains(Caught, StringComparison.Ordinal) ? 1 : 0;
            silent += result.StandardOutput.Length == 0 ? 1 : 0;
            steps.Add(result.Counters["steps"]);
        }

        steps.Sort();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raised {raised}, caught {caught}, silent {silent}, steps {steps[Programs / 2]} (median), {steps[^1]} (most)"));
        Assert.Multiple(() =>
        {
            Assert.That(unfinished, Is.Empty, "must end");
            Assert.That(unsteady, Is.Empty, "must do the same again");
            Assert.That(raised, Is.LessThan(Programs / 50), "raised");
            Assert.That(caught, Is.LessThan(Programs / 2), "caught an exception of a fragment");
            Assert.That(silent, Is.LessThan(Programs / 50), "printed nothing");
            Assert.That(steps[Programs / 2], Is.GreaterThan(100), "median of steps");
        });

        async Task<RunResult> RunAsync(Specimen specimen)
        {
            await session.ResetAsync(cancellation);
            return await session.RunAsync(new IoProgram { Source = specimen.Source }, Limits, cancellation);
        }
    }
}
