using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Differential.Generation;
using IoLab.Differential.Localisation;
using IoLab.Differential.Reduction;

namespace IoLab.Differential.Campaigns;

/// <summary>What an investigator works with.</summary>
public sealed record InvestigatorOptions
{
    /// <summary>The backends, as they are examined.</summary>
    public required IReadOnlyList<IBackend> Backends { get; init; }
    /// <summary>Who tests the candidates of reductions; empty for the backends. One that runs many programs in a process asks those that matter again alone.</summary>
    public IReadOnlyList<Examinee> Examinees { get; init; } = [];
    /// <summary>How they are examined.</summary>
    public required ExaminerOptions Examining { get; init; }
    /// <summary>Are findings reduced?</summary>
    public bool Reduces { get; init; } = true;
    /// <summary>Programs that one reduction tests at most. A number and no time: what comes out must not depend on how busy the machine is.</summary>
    public long MostTests { get; init; } = 2000;
    /// <summary>The backends' versions, in their order; null for one that is not known.</summary>
    public IReadOnlyList<string?> Versions { get; init; } = [];
    /// <summary>Session options that are not the usual, in words.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
    /// <summary>The bugs that are planted in the sessions of a backend.</summary>
    public Func<string, IReadOnlyList<string>> MutantsOf { get; init; } = _ => [];
    /// <summary>The place of a program, as findings count it.</summary>
    public required Func<long, string> Place { get; init; }
}

/// <summary>Runs a program again in fresh sessions, locates the difference in its traces, reduces it, and stores what comes of it.</summary>
/// <param name="options">What it works with.</param>
/// <param name="store">Where findings go.</param>
/// <param name="clock">The time of findings.</param>
public sealed class Investigator(InvestigatorOptions options, IFindingStore store, TimeProvider clock) : IInvestigator
{
    /// <summary>What nobody ended in time is given so many times as much when it is run again.</summary>
    private const int Patience = 5;

    /// <inheritdoc/>
    public async Task<IInspection?> InspectAsync(long program, Specimen specimen, Sighting sighting, Examination examination, CancellationToken cancellationToken = default)
    {
        bool isHang = sighting.Kind == SightingKind.Hang;
        await using var examiner = new Examiner(options.Backends, isHang ? Patient(options.Examining) : options.Examining);
        Examination again = await examiner.ExamineAsync(examination.Program, cancellationToken).ConfigureAwait(false);
        Sighting? seen = Suspicion.Of(specimen, again);
        if (isHang && seen is null) return null;
        var inspection = new Inspection { Owner = this, Program = program, Specimen = specimen, Examination = again, Sighting = sighting };
        if (seen is null)
        {
            Signature flaky = Flaky(examination);
            return inspection with { Examination = examination, Raw = flaky, Sighting = sighting with { Kind = SightingKind.Flaky, Raw = flaky.Text } };
        }

        Location? location = await LocateAsync(again, cancellationToken).ConfigureAwait(false);
        Signature raw = Signature.Raw(DisagreementOf(again), EventOf(again, location));
        return inspection with { Location = location, Raw = raw, Sighting = seen with { Raw = raw.Text } };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private static ExaminerOptions Patient(ExaminerOptions options) =>
        options.Limits.Time == Timeout.InfiniteTimeSpan ? options : options with { Limits = options.Limits with { Time = Patience * options.Limits.Time } };

    private async Task<string> SettleAsync(Inspection inspection, CancellationToken cancellationToken)
    {
        string reduced = inspection.Specimen.Source;
        Inspection shown = inspection;
        if (options.Reduces && inspection.Examination.Disagreement is { } kind && inspection.Sighting.Kind != SightingKind.Flaky)
        {
            await using var examiner = new Examiner(options.Examinees.Count > 0 ? options.Examinees : [.. options.Backends.Select(backend => new Examinee(backend))], options.Examining);
            reduced = await ReduceAsync(inspection.Specimen.Source, kind, examiner, cancellationToken).ConfigureAwait(false);
            Examination last = await examiner.ExamineAsync(new IoProgram { Source = reduced }, cancellationToken).ConfigureAwait(false);
            if (last.Disagreement == kind) shown = inspection with { Examination = last, Location = await LocateAsync(last, cancellationToken).ConfigureAwait(false) };
            else reduced = inspection.Specimen.Source;
        }

        Signature signature = inspection.Sighting.Kind == SightingKind.Flaky ? inspection.Raw
            : Signature.Of(DisagreementOf(shown.Examination), EventOf(shown.Examination, shown.Location), options.Reduces ? reduced : "");
        DateTimeOffset now = clock.GetUtcNow();
        string place = options.Place(inspection.Program);
        return store.Add(new Finding
        {
            Signature = signature, FirstSeen = now, LastSeen = now, Counts = [new FindingCount(place, inspection.Program, 1)],
            Program = new FindingProgram
            {
                Number = inspection.Program, Place = place, Seed = inspection.Specimen.Seed, Source = inspection.Specimen.Source, Reduced = reduced,
                Disagreement = DisagreementOf(shown.Examination), RawSignature = inspection.Raw, Difference = Describe(shown.Examination), Location = LocationOf(shown.Location),
                Backends = [.. options.Backends.Select((backend, i) => new FindingBackend(backend.Name, options.Versions.ElementAtOrDefault(i)) { Mutants = options.MutantsOf(backend.Name) })], Conditions = options.Conditions,
            },
        }).Id;
    }

    private async Task<string> ReduceAsync(string source, Disagreement kind, Examiner examiner, CancellationToken cancellationToken)
    {
        try
        {
            ReductionResult result = await Reducer.ReduceAsync(source, IsSameKindAsync, new ReductionOptions { MaxTests = options.MostTests }, null, cancellationToken).ConfigureAwait(false);
            return result.Source;
        }
        catch (ReductionException)
        {
            return source; // It does not show every time: it is stored as it is.
        }

        async Task<bool> IsSameKindAsync(string candidate, CancellationToken stop) =>
            (await examiner.ExamineAsync(new IoProgram { Source = candidate }, stop).ConfigureAwait(false)).Disagreement == kind;
    }

    /// <summary>Where the traces of the two sides part; null when a side has none, or there are no sides.</summary>
    private async Task<Location?> LocateAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (examination.Sides is not { } sides) return null;
        IBackend[] both = [Named(sides.Left), Named(sides.Right)];
        if (both.Any(backend => !backend.Capabilities.HasFlag(Capabilities.Tracing))) return null;
        IReadOnlyList<SessionOptions> plan = SessionPlan.For(both, options.Examining);
        var locator = new TraceLocator(new TracedSide(both[0], plan[0]), new TracedSide(both[1], plan[1]), options.Examining.Grace);
        return await locator.LocateAsync(examination.Program, options.Examining.Limits, cancellationToken).ConfigureAwait(false);

        IBackend Named(string name) => options.Backends.First(backend => backend.Name == name);
    }

    /// <summary>Where no trace tells more, what the two sides said.</summary>
    private static string EventOf(Examination examination, Location? location) =>
        location?.Index is { } index ? Signature.EventText(location.Left.At(index), location.Right.At(index))
        : location is null && examination.Difference is { } difference ? Signature.DifferenceText(difference)
        : "";

    private static FindingLocation? LocationOf(Location? location) => location?.Index is { } index
        ? new FindingLocation(location.Left.Backend, location.Right.Backend, index, location.Left.Around, location.Right.Around)
        : null;

    /// <summary>Chance has no location and no shape.</summary>
    private static Signature Flaky(Examination examination)
    {
        Signature raw = Signature.Raw(DisagreementOf(examination));
        return raw with { Kind = $"Flaky {raw.Kind}" };
    }

    /// <summary>That nobody ends is nobody's fault in particular.</summary>
    private static Disagreement DisagreementOf(Examination examination) => examination.Disagreement ?? new Disagreement(
        examination.Vote.Kind, string.Join(',', examination.Results.Select(entry => Harness.Diff.Trust.Bare(entry.Backend)).Order(StringComparer.Ordinal)), Disagreement.Undecided,
        Harness.Diff.DifferenceKind.Outcome, $"{examination.Results[0].Result.Outcome}|{examination.Results[^1].Result.Outcome}");

    private static string Describe(Examination examination) => examination is { Difference: { } difference, Sides: { } sides }
        ? difference.Describe(sides.Left, sides.Right)
        : string.Join(", ", examination.Results.Select(entry => $"{entry.Backend}: {Harness.Diff.ResultComparer.DescribeOutcome(entry.Result)}"));

    private sealed record Inspection : IInspection
    {
        public required Investigator Owner { get; init; }

        public required long Program { get; init; }

        public required Specimen Specimen { get; init; }

        public required Examination Examination { get; init; }

        public required Sighting Sighting { get; init; }

        public Location? Location { get; init; }

        public Signature Raw { get; init; } = new("", "", "", "");

        public Task<string> SettleAsync(CancellationToken cancellationToken = default) => Owner.SettleAsync(this, cancellationToken);
    }
}
