using System.Globalization;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Differential.Generation;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Workers;

namespace IoLab.Cli.Commands;

/// <summary>Makes the parts of campaigns out of what this program has.</summary>
/// <param name="registry">The backends.</param>
/// <param name="repository">Where the corpus is, of which programs are made too, and the list of known findings.</param>
/// <param name="feedback">Makes what a lane learns with, given the weights to begin with.</param>
/// <param name="warn">Shows a warning.</param>
internal sealed class CampaignWorkshop(BackendRegistry registry, Repository repository, Func<FeatureWeights, IFeedback> feedback, Action<string> warn)
{
    private const string Primitives = "primitives/";

    private readonly Lazy<ProgramPool> pool = new(() => Directory.Exists(repository.CasesDirPath) ? ProgramPool.FromDirectory(repository.CasesDirPath) : new ProgramPool([]));

    private readonly KnownFindings known = KnownFindings.Load(repository.KnownFindingsFilePath);

    /// <summary>Makes the program of any seed.</summary>
    public IProgramSource Source => new ProgramGenerator(pool.Value);

    /// <summary>What tells the generator for some backends from others: its version and the hash of the pool that programs are made from, or that they are portable.</summary>
    public string GeneratorFor(IReadOnlyList<string> backends) => IsPortable(backends)
        ? ProgramSeed.Generator(isPortable: true)
        : string.Create(CultureInfo.InvariantCulture, $"{ProgramSeed.Generator(isPortable: false)} with pool {pool.Value.Hash:x16}");

    /// <summary>The backends of a campaign: our own run in worker processes, which a program may crash.</summary>
    /// <param name="names">As given; null for all our own.</param>
    public IReadOnlyList<string> NamesFor(IReadOnlyList<string>? names)
    {
        IReadOnlyList<string> all = [.. (names ?? registry.OwnNames).Select(Isolated).Distinct()];
        return all.Count > 1 ? all : throw new UsageException($"fuzz compares at least two backends, {all.Count} given: iolab fuzz --backends tree,closure");
    }

    /// <summary>The backends that bugs are planted on: when none is named, the last one that has them all.</summary>
    public IReadOnlyList<string> PlantedOn(IReadOnlyList<string>? names, IReadOnlyList<string> backends, IReadOnlyList<string> mutants)
    {
        if (names is null)
        {
            string able = backends.LastOrDefault(name => mutants.All(id => registry.Get(name).Mutants.Any(known => known.Id == id))) ?? backends[^1];
            if (able != backends[^1]) warn($"{string.Join(", ", mutants)}: planted on {able}, since {backends[^1]} has no such bug; --on says where");
            return [able];
        }

        IReadOnlyList<string> planted = [.. names.Select(Isolated)];
        return planted.FirstOrDefault(name => !backends.Contains(name)) is { } stranger
            ? throw new UsageException($"--on {stranger}: it takes no part; backends are {string.Join(", ", backends)}")
            : planted;
    }

    /// <summary>Can the backends of a campaign be started?</summary>
    /// <exception cref="BackendException">One cannot; the message says what to do.</exception>
    public async Task CheckAsync(CampaignOptions options, CancellationToken cancellationToken)
    {
        foreach (string name in options.Backends)
        {
            IBackend backend = registry.Get(name);
            SessionOptions session = SessionOptions.Deterministic with { Mutants = options.MutantBackends.Contains(name) ? options.Mutants : [] };
            await using ISession _ = await backend.StartAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The findings of a campaign's directory.</summary>
    public FindingBook Book(CampaignFolder folder) => new(folder, known, Today, warn);

    /// <summary>Who does the work of a campaign.</summary>
    public async Task<CampaignParts> PartsAsync(CampaignFolder folder, CancellationToken cancellationToken)
    {
        CampaignOptions options = folder.Options;
        IReadOnlyList<Examinee> examinees = [.. options.Backends.Select(registry.Examinee)];
        IReadOnlyList<IBackend> backends = [.. examinees.Select(one => one.Alone ?? one.Backend)];
        ExaminerOptions examining = Examining(options);
        FindingBook book = Book(folder);
        var investigation = new InvestigatorOptions
        {
            Backends = backends, Examinees = examinees, Examining = examining with { RecordsEdges = false }, Reduces = options.Reduces, Versions = await VersionsAsync(backends, cancellationToken).ConfigureAwait(false),
            Place = program => FindingBook.PlaceOf(options, (int)(program % Shard.LaneCount)),
            MutantsOf = name => options.MutantBackends.Contains(name) ? options.Mutants : [],
            Conditions = options.Mutants.Count == 0 ? [] : [$"mutants {string.Join(',', options.Mutants)} on {string.Join(',', options.MutantBackends)}"],
        };
        return new CampaignParts
        {
            Source = IsPortable(options.Backends) ? new ProgramGenerator(isPortable: true) : Source, Feedback = () => FeedbackFor(options.Backends, backends), Examiner = () => new Examiner(examinees, examining),
            Investigator = () => new Investigator(investigation, book.Store, TimeProvider.System), Findings = book,
        };
    }

    private IFeedback FeedbackFor(IReadOnlyList<string> names, IReadOnlyList<IBackend> backends) =>
        IsPortable(names) ? new EdgeFeedback(feedback(WeightsFor(backends))) : feedback(WeightsFor(backends));

    /// <summary>The order of entries is asked for only where one implementation of maps decides it.</summary>
    private static FeatureWeights WeightsFor(IReadOnlyList<IBackend> backends) =>
        backends[0].Components.Any(component => component.StartsWith(Primitives, StringComparison.Ordinal) && backends.All(backend => backend.Components.Contains(component)))
            ? FeatureWeights.Even
            : FeatureWeights.Even.With(Feature.EntryOrder, 0);

    private ExaminerOptions Examining(CampaignOptions options)
    {
        var usual = new ExaminerOptions();
        return usual with
        {
            // Steps end programs, alike everywhere; time ends only what takes no steps, and must not strike because a machine is busy.
            // Nor may the depth of the stack, which machines count differently.
            Limits = usual.Limits with { Steps = options.StepLimit, Time = TimeSpan.FromSeconds(20), Frames = new RunLimits().Frames }, RecordsEdges = true,
            Trust = registry.TrustAmong(options.Backends, OraclePin.Load(repository.OraclePinFilePath)),
            Known = known.On(Today),
            Policy = ComparisonPolicy.Strict with { Freedom = OutputFreedom.Traces },
            Adjust = (backend, session) => options.MutantBackends.Contains(backend.Name) ? session with { Mutants = options.Mutants } : session,
        };
    }

    private static async Task<IReadOnlyList<string?>> VersionsAsync(IReadOnlyList<IBackend> backends, CancellationToken cancellationToken)
    {
        var versions = new List<string?>();
        foreach (IBackend backend in backends) versions.Add((await backend.ProbeAsync(cancellationToken).ConfigureAwait(false)).Version);
        return versions;
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Does anybody take part whose Io is not ours?</summary>
    private bool IsPortable(IReadOnlyList<string> backends) => backends.Any(name => !registry.OwnNames.Contains(Trust.Bare(name)));

    private string Isolated(string name) =>
        registry.WorkerWords is not null && registry.OwnNames.Contains(name) ? name + IsolatedBackend.Suffix : registry.Get(name).Name;
}
