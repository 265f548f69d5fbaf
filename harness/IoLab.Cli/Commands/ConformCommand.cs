using System.Diagnostics;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Harness.Coverage;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab conform</c>: runs the corpus and compares with its expectations.</summary>
internal static class ConformCommand
{
    /// <summary>Runs the cases on the backends.</summary>
    public static async Task<int> RunAsync(ConformRequest request, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        IReadOnlyList<CorpusCase> cases = CorpusLoader.Load(request.CasesDirPath, request.Filters);
        if (request.ListsOnly)
        {
            foreach (CorpusCase one in cases) host.Out.WriteLine(one.Id);
            return ExitCode.Fine;
        }

        IReadOnlyList<IBackend> backends = registry.Select(request.Backends);
        long begin = Stopwatch.GetTimestamp();
        var uses = new SlotUseLog();
        IReadOnlyList<CaseResult> results = await RunCasesAsync(cases, backends, request, host, cancellationToken, request.ShowsCoverage ? uses : null)
            .ConfigureAwait(false);
        SlotCoverage? coverage = request.ShowsCoverage ? await CoverageAsync(backends, request, uses, cancellationToken).ConfigureAwait(false) : null;
        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - begin);

        Keep(request, results, coverage);
        if (request.JUnitFilePath is { } junitFilePath) WriteJUnit(junitFilePath, results);
        if (request.Format == OutputFormat.Json) ConformOutput.WriteJson(host.OutputStream, results, coverage);
        else ConformOutput.WriteText(host, backends, results, elapsed, coverage, IsWhole(request));
        bool isUncovered = coverage is not null && IsWhole(request) && coverage.Uncovered.Any();
        return results.Any(IsFailure) || isUncovered ? ExitCode.NegativeVerdict : ExitCode.Fine;
    }

    private static bool IsWhole(ConformRequest request) => request.Filters.Count == 0;

    private static async Task<SlotCoverage> CoverageAsync(
        IReadOnlyList<IBackend> backends, ConformRequest request, SlotUseLog uses, CancellationToken cancellationToken)
    {
        if (!backends.Any(backend => backend.Capabilities.HasFlag(Capabilities.SlotUse)))
        {
            throw new UsageException($"--coverage needs a backend that records slots, such as tree; asked for are {string.Join(", ", backends.Select(one => one.Name))}");
        }

        SlotCatalogue catalogue = SlotCatalogue.Load(request.SlotsFilePath);
        var owned = new List<(string, IReadOnlySet<SlotName>)>();
        foreach (IBackend backend in backends)
        {
            owned.Add((backend.Name, await SlotProbe.OwnedAsync(backend, catalogue, cancellationToken).ConfigureAwait(false)));
        }

        return CoverageTable.Make(catalogue, owned, uses);
    }

    /// <summary>A report shows the whole corpus only.</summary>
    private static void Keep(ConformRequest request, IReadOnlyList<CaseResult> results, SlotCoverage? coverage)
    {
        if (!IsWhole(request)) return;
        var last = new LastResults(request.ResultsDirPath);
        last.Save(KeptConformance.Name, new KeptConformance(DateTimeOffset.UtcNow, results));
        if (coverage is not null) last.Save(KeptCoverage.Name, new KeptCoverage(DateTimeOffset.UtcNow, coverage));
    }

    /// <summary>Runs the cases with progress; also the first step of other commands.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunCasesAsync(
        IReadOnlyList<CorpusCase> cases, IReadOnlyList<IBackend> backends, ConformRequest request, CliHost host, CancellationToken cancellationToken,
        SlotUseLog? uses = null)
    {
        var options = new CorpusRunOptions
        {
            Jobs = request.Jobs,
            Time = request.Time,
            Known = KnownFailures.Load(request.KnownFailuresFilePath),
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
            SlotUses = uses,
        };
        int total = cases.Count * backends.Count, done = 0, failed = 0;
        using var progress = new ProgressLine(host);
        return await new CorpusRunner(backends, options).RunAsync(cases, Finished, cancellationToken).ConfigureAwait(false);

        void Finished(CaseResult result)
        {
            int failures = IsFailure(result) ? Interlocked.Increment(ref failed) : failed;
            progress.Show($"{Interlocked.Increment(ref done)} of {total}, {failures} failed: {result.Backend} {result.Area}/{result.Case}");
        }
    }

    /// <summary>Does a result count against the verdict?</summary>
    public static bool IsFailure(CaseResult result) => result.Status is CaseStatus.Failed or CaseStatus.StaleKnownFailure;

    private static void WriteJUnit(string filePath, IReadOnlyList<CaseResult> results)
    {
        using var output = new StreamWriter(filePath);
        JUnitReport.Write(new ReportModel { Title = "iolab conform", Time = DateTimeOffset.UtcNow, Cases = results }, output);
    }
}
