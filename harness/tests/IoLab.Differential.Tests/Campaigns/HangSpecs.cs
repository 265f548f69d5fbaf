using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;

namespace IoLab.Differential.Tests.Campaigns;

/// <summary>Programs that nobody ended in time.</summary>
[CancelAfter(60_000)]
public class HangSpecs
{
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(20) };

    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-hangs-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [Test]
    public async Task What_ends_when_it_is_run_again_is_nothing()
    {
        CampaignResult result = await RunAsync(TimeSpan.FromSeconds(60), "same", "same");
        Assert.That((result.Tally.Outcomes[Outcome.TimedOut], result.Sightings, result.Findings.Count), Is.EqualTo((5, 0, 0)));
        Assert.That(Stored, Is.Empty);
    }

    [Test]
    public async Task What_does_not_end_when_it_is_run_again_is_a_hang()
    {
        CampaignResult result = await RunAsync(TimeSpan.FromSeconds(3600), "same", "same");
        Assert.That(result.Findings.Select(finding => (finding.Kind, finding.Count)), Is.EqualTo(new[] { (SightingKind.Hang, 5L) }));
    }

    [Test]
    public async Task What_differs_when_it_is_run_again_is_a_disagreement()
    {
        CampaignResult result = await RunAsync(TimeSpan.FromSeconds(60), "one", "other");
        Assert.That(result.Findings.Select(finding => (finding.Kind, finding.Count)), Is.EqualTo(new[] { (SightingKind.Disagreement, 5L) }));
        Assert.That(Stored, Has.Count.EqualTo(1));
    }

    private IReadOnlyList<Finding> Stored => Store.All();

    private FileFindingStore Store => new(Path.Combine(dirPath, "findings"), warning => Assert.Fail(warning));

    private async Task<CampaignResult> RunAsync(TimeSpan needed, string left, string right)
    {
        IBackend[] backends = [new Slow("left", needed, left), new Slow("right", needed, right)];
        var examining = new ExaminerOptions { Limits = Limits };
        var investigation = new InvestigatorOptions { Backends = backends, Examining = examining, Reduces = false, Place = program => $"lane {program % Shard.LaneCount}" };
        CampaignParts parts = new FakeParts().Parts with { Examiner = () => new Examiner(backends, examining), Investigator = () => new Investigator(investigation, Store, TimeProvider.System) };
        return await new Campaign(CampaignFolder.Create(Path.Combine(dirPath, "campaign"), FakeCampaign.Options), parts).RunAsync(new CampaignLimit(5, null), 1);
    }

    /// <summary>Every program takes it as long as it is said to need.</summary>
    private sealed class Slow(string name, TimeSpan needed, string output) : IBackend
    {
        public string Name => name;
        public string Description => name;
        public Capabilities Capabilities => Capabilities.Resettable | Capabilities.VirtualClock;
        public IReadOnlyList<string> Components => [$"evaluation/{name}"];
        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, "1", null));
        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => new(new Session(needed, output));

        private sealed class Session(TimeSpan needed, string output) : ISession
        {
            public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => new(limits.Time < needed
                ? new RunResult { Outcome = Outcome.TimedOut, Elapsed = new Nanoseconds(limits.Time.TotalNanoseconds) }
                : new RunResult { Outcome = Outcome.Completed, StandardOutput = output, Elapsed = new Nanoseconds(needed.TotalNanoseconds) });

            public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public ValueTask ResetAsync(CancellationToken cancellationToken = default) => default;
            public ValueTask DisposeAsync() => default;
        }
    }
}
