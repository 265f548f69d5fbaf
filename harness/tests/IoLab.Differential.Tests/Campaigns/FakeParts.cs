using System.Collections.Concurrent;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Examining;
using IoLab.Differential.Generation;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Tests.Campaigns;

/// <summary>
/// The parts of an imaginary campaign. Whatever they answer follows from a program's text, and the text from the seed and from all that the lane has learned: a lane that
/// forgets, repeats or mixes up anything makes other programs from then on.
/// </summary>
internal sealed class FakeParts
{
    private readonly ConcurrentDictionary<string, int> runs = new();

    /// <summary>Called before each examination with the number of examinations so far.</summary>
    public Action<int>? Examining { get; set; }

    /// <summary>One of so many programs is a sighting.</summary>
    public int ProgramsPerSighting { get; init; } = 9;

    /// <summary>How often each program was examined by the campaign.</summary>
    public IReadOnlyDictionary<string, int> Runs => runs;

    /// <summary>The findings as stored.</summary>
    public FakeBook Book { get; init; } = new();

    public CampaignParts Parts => new()
    {
        Source = new FakeSource(), Feedback = () => new FakeFeedback(), Examiner = () => new FakeExaminer(this), Investigator = () => new FakeInvestigator(this), Findings = Book,
    };

    public static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL) is var all ? all ^ (all >> 29) : 0;

    private sealed class FakeSource : IProgramSource
    {
        public Specimen Create(ulong number, FeatureWeights weights) => new($"p{number:x}-{weights}\nsecond(line)", $"{number:x}-{weights}", number * 31);

        public Specimen Recreate(string seed) => throw new NotSupportedException();
    }

    private sealed class FakeFeedback : IFeedback
    {
        private ulong learned;

        public FeatureWeights Next(ulong number) =>
            Enum.GetValues<Feature>().Aggregate(FeatureWeights.Even, (weights, feature) => weights.With(feature, (int)((learned >> (int)feature) & 15)));

        public void Learn(ulong features, int newEdges, bool hasDisagreement) =>
            learned = ((learned ^ features) * 1099511628211UL) + (ulong)newEdges + (hasDisagreement ? 7UL : 0);
    }

    private sealed class FakeExaminer(FakeParts parts) : IExaminer
    {
        public async Task<Examination> ExamineAsync(IoProgram program, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            parts.Examining?.Invoke(parts.runs.Values.Sum());
            cancellationToken.ThrowIfCancellationRequested();
            parts.runs.AddOrUpdate(program.Source, 1, (_, count) => count + 1);
            ulong hash = Hash(program.Source);
            bool differs = hash % (ulong)parts.ProgramsPerSighting == 0;
            Outcome outcome = hash % 101 == 1 ? Outcome.Crashed : hash % 7 == 3 ? Outcome.Raised : Outcome.Completed;
            var result = new RunResult
            {
                Outcome = outcome, Edges = [(uint)(hash % 50), (uint)(hash % 301)], Counters = new Dictionary<string, long> { ["steps"] = (long)(hash % 9000) },
            };
            var group = new VoteGroup(["left", "right"], 2, []);
            return new Examination
            {
                Program = program, Results = [("left", result), ("right", result)], Vote = new Vote(differs ? VoteKind.Split : VoteKind.Unanimous, [group], group),
                Disagreement = differs ? new Disagreement(VoteKind.Split, "left,right", "evaluation/right", DifferenceKind.Output, $"{outcome}|{outcome}") : null,
                Difference = differs ? new Difference(DifferenceKind.Output, 1, "one", "other") : null,
            };
        }

        public ValueTask DisposeAsync() => default;
    }

    private sealed class FakeInvestigator(FakeParts parts) : IInvestigator
    {
        public async Task<IInspection?> InspectAsync(long program, Specimen specimen, Sighting sighting, Examination examination, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            ulong hash = Hash(specimen.Source);
            bool isFlaky = (hash >> 20) % 10 == 0;
            Sighting seen = sighting with { Kind = isFlaky ? SightingKind.Flaky : sighting.Kind, Raw = isFlaky ? "flaky" : $"raw {(hash >> 8) % 5}" };
            return new FakeInspection(parts.Book, program, seen, $"finding {(hash >> 12) % 4}");
        }

        public ValueTask DisposeAsync() => default;
    }

    private sealed class FakeInspection(FakeBook book, long program, Sighting sighting, string signature) : IInspection
    {
        public Sighting Sighting => sighting;

        public async Task<string> SettleAsync(CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            book.Put(signature, program);
            return signature;
        }
    }
}

/// <summary>Findings in memory: what is left when a process ends, as files would be.</summary>
internal sealed class FakeBook : IFindingBook
{
    private readonly ConcurrentDictionary<string, long> stored = new();

    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>();

    public IReadOnlyCollection<string> Stored => [.. stored.Keys.Order(StringComparer.Ordinal)];

    public void Put(string signature, long program) => stored[signature] = program;

    public bool IsKnown(string signature) => Known.Contains(signature);

    public void Adopt(CampaignFolder other, string signature) => stored[signature] = 0;

    public void Settle(IReadOnlyList<CampaignFinding> findings)
    {
        foreach (string signature in stored.Keys.Except(findings.Select(finding => finding.Signature)).ToArray()) stored.TryRemove(signature, out _);
    }
}
