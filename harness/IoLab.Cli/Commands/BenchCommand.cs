using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Corpus;
using IoLab.History;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab bench</c>: checks that the backends agree, measures them, stores the points, shows a table and writes the report.</summary>
internal static class BenchCommand
{
    /// <summary>Measures.</summary>
    public static async Task<int> RunAsync(
        BenchRequest request, IMeasurer measurer, Repository repository, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        IReadOnlyList<BenchmarkDefinition> benchmarks = BenchmarkLoader.Load(request.BenchmarksDirPath, request.ListsOnly && request.Filters.Count == 0 ? ["*"] : request.Filters);
        if (request.ListsOnly)
        {
            foreach (BenchmarkDefinition benchmark in benchmarks) host.Out.WriteLine($"{benchmark.Id,-36} {benchmark.Metric} in {benchmark.Unit.Name}");
            return ExitCode.Fine;
        }

        var usable = await Measuring.UsableAsync(registry, request.Backends, host, cancellationToken).ConfigureAwait(false);
        EnvironmentInfo environment = MachineProbe.Read(repository.RootDirPath);
        IReadOnlyList<string> doubts = EnvCommand.Doubts(environment);
        foreach (string doubt in doubts) host.Warn(doubt);
        int disagreements = await CheckAsync(request, repository, [.. usable.Select(entry => entry.Backend)], host, cancellationToken).ConfigureAwait(false);

        Participant[] participants = [.. usable.Select(entry => registry.Participant(entry.Backend, request.Label, request.Session))];
        Participant reference = Reference(participants, request.Reference);
        BenchmarkRun run = await MeasureAsync(measurer, benchmarks, participants, request, host, cancellationToken).ConfigureAwait(false);
        MemoryResult memory = MemoryPart.IsSelected(benchmarks) && request.Label.Length == 0
            ? await MemoryPart.MeasureAsync([.. usable.Select(entry => entry.Backend)], reference.Backend.Name, (run.RunId, run.Time), environment, host, cancellationToken)
                .ConfigureAwait(false)
            : MemoryResult.None;
        IReadOnlyList<BenchmarkRow> rows = [.. BenchmarkSummary.Rows(run, reference), .. memory.Rows];

        Store(request, run, memory.Points, environment, usable, host);
        IReadOnlyList<string> notes = Notes(run, doubts, disagreements);
        if (request.ReportFilePath is not null)
        {
            var kept = new KeptBenchmarks(run.Time, request.Command, reference.Name, rows, environment, notes);
            new LastResults(repository.ResultsDirPath).Save(KeptBenchmarks.Name, kept);
        }

        if (request.Format == OutputFormat.Json) BenchOutput.WriteJson(host.OutputStream, run, rows, reference.Name, environment, notes);
        else BenchOutput.WriteText(host, run, rows, reference, notes);
        await WriteReportAsync(request, repository, registry, host, cancellationToken).ConfigureAwait(false);
        return rows.Any(row => row.Level is null) ? ExitCode.NoVerdict : ExitCode.Fine;
    }

    private static Participant Reference(Participant[] participants, string? name) => name is null
        ? participants[0]
        : participants.FirstOrDefault(participant => participant.Backend.Name == name)
            ?? throw new UsageException($"--reference {name} is not measured; measured are {string.Join(", ", participants.Select(participant => participant.Backend.Name))}");

    /// <summary>Times of machines that disagree compare nothing: the corpus comes first, and is kept for the report.</summary>
    private static async Task<int> CheckAsync(
        BenchRequest request, Repository repository, IReadOnlyList<IBackend> backends, CliHost host, CancellationToken cancellationToken)
    {
        if (!request.ChecksAgreement || !Directory.Exists(repository.CasesDirPath)) return 0;
        IBackend[] own = [.. backends.Where(backend => backend.Capabilities.HasFlag(Capabilities.InProcess))];
        IReadOnlyList<CorpusCase> cases = CorpusLoader.Load(repository.CasesDirPath);
        if (cases.Count == 0 || own.Length == 0) return 0;
        var conform = new ConformRequest
        {
            CasesDirPath = repository.CasesDirPath, KnownFailuresFilePath = repository.KnownFailuresFilePath, OraclePinFilePath = repository.OraclePinFilePath,
        };
        IReadOnlyList<CaseResult> results = await ConformCommand.RunCasesAsync(cases, own, conform, host, cancellationToken).ConfigureAwait(false);
        new LastResults(repository.ResultsDirPath).Save(KeptConformance.Name, new KeptConformance(DateTimeOffset.UtcNow, results));
        int failures = results.Count(ConformCommand.IsFailure);
        if (failures > 0) host.Warn($"{failures} of {results.Count} corpus results are wrong; iolab conform shows them");
        return failures;
    }

    private static async Task<BenchmarkRun> MeasureAsync(
        IMeasurer measurer, IReadOnlyList<BenchmarkDefinition> benchmarks, Participant[] participants, BenchRequest request, CliHost host, CancellationToken cancellationToken)
    {
        var plan = new MeasurementPlan { Benchmarks = benchmarks, Participants = participants, Effort = request.Effort };
        if (request.Seed is { } seed) plan = plan with { Seed = seed };
        using var line = new ProgressLine(host);
        return await measurer.MeasureAsync(plan, new Measuring.Progress(host, line), cancellationToken).ConfigureAwait(false);
    }

    private static void Store(
        BenchRequest request, BenchmarkRun run, IReadOnlyList<SeriesPoint> memory, EnvironmentInfo environment, IReadOnlyList<(IBackend Backend, string? Version)> usable, CliHost host)
    {
        if (request.StoreFilePath is not { } storeFilePath) return;
        var versions = usable.ToDictionary(entry => entry.Backend.Name, entry => entry.Version);
        IReadOnlyList<SeriesPoint> points =
        [
            .. SeriesPoints.From(run, environment, versions),
            .. memory.Select(point => point with { BackendVersion = versions.GetValueOrDefault(point.Key.Backend) }),
        ];
        if (points.Count == 0) return;
        if (request.BaselineName is { } name) host.Error.WriteLine($"iolab: {BaselineStore.Save(storeFilePath, name, request.Command, run, environment, points)}");
        else BaselineStore.Append(storeFilePath, request.Command, run, environment, points);
        host.Error.WriteLine($"iolab: {points.Count} points stored in {Repository.Shown(storeFilePath)}");
    }

    private static List<string> Notes(BenchmarkRun run, IReadOnlyList<string> doubts, int disagreements)
    {
        var notes = doubts.ToList();
        if (run.IsCutShort) notes.Add("the budget ended measuring early: intervals are wider than they could be");
        if (disagreements > 0) notes.Add($"{disagreements} corpus results are wrong: compare times with care");
        return notes;
    }

    private static async Task WriteReportAsync(BenchRequest request, Repository repository, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        if (request.ReportFilePath is not { } reportFilePath) return;
        var model = await ReportCommand.ModelAsync(request.StoreFilePath!, repository, PointFilter.All, registry, cancellationToken).ConfigureAwait(false);
        ReportCommand.Write(model, reportFilePath);
        if (request.Format == OutputFormat.Text) host.Out.WriteLine($"report: {Path.GetFullPath(reportFilePath)}");
    }
}
