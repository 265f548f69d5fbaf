using System.Diagnostics;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Corpus;
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
        IReadOnlyList<CaseResult> results = await RunCasesAsync(cases, backends, request, host, cancellationToken).ConfigureAwait(false);
        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - begin);

        if (request.Filters.Count == 0) new LastResults(request.ResultsDirPath).Save(KeptConformance.Name, new KeptConformance(DateTimeOffset.UtcNow, results));
        if (request.JUnitFilePath is { } junitFilePath) WriteJUnit(junitFilePath, results);
        if (request.Format == OutputFormat.Json) ConformOutput.WriteJson(host.OutputStream, results);
        else ConformOutput.WriteText(host, backends, results, elapsed);
        return results.Any(IsFailure) ? ExitCode.NegativeVerdict : ExitCode.Fine;
    }

    /// <summary>Runs the cases with progress; also the first step of other commands.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunCasesAsync(
        IReadOnlyList<CorpusCase> cases, IReadOnlyList<IBackend> backends, ConformRequest request, CliHost host, CancellationToken cancellationToken)
    {
        var options = new CorpusRunOptions
        {
            Jobs = request.Jobs,
            Time = request.Time,
            Known = KnownFailures.Load(request.KnownFailuresFilePath),
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
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
