using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.History;
using IoLab.History.Analysis;
using IoLab.History.Sqlite;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab report</c>: one HTML file with the last results and the history.</summary>
internal static class ReportCommand
{
    /// <summary>Writes the report.</summary>
    public static async Task<int> RunAsync(
        string reportFilePath, string storeFilePath, Repository repository, PointFilter filter, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        ReportModel model = await ModelAsync(storeFilePath, repository, filter, registry, cancellationToken).ConfigureAwait(false);
        if (model.Cases.Count + model.Benchmarks.Count + model.Findings.Count + model.History.Count == 0)
        {
            throw new UsageException("there is nothing to report yet; start with: ./iolab bench --quick");
        }

        Write(model, reportFilePath);
        host.Out.WriteLine(Path.GetFullPath(reportFilePath));
        return ExitCode.Fine;
    }

    /// <summary>Writes a model as Markdown or HTML, by the file's name.</summary>
    public static void Write(ReportModel model, string reportFilePath)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(reportFilePath)) is { } dirPath) Directory.CreateDirectory(dirPath);
        using var output = new StreamWriter(reportFilePath);
        if (reportFilePath.EndsWith(".md", StringComparison.Ordinal)) MarkdownReport.Write(model, output);
        else HtmlReport.Write(model, output);
    }

    /// <summary>The model of what is kept and stored.</summary>
    public static async Task<ReportModel> ModelAsync(
        string storeFilePath, Repository repository, PointFilter filter, BackendRegistry registry, CancellationToken cancellationToken)
    {
        var last = new LastResults(repository.ResultsDirPath);
        var conformance = last.Load<KeptConformance>(KeptConformance.Name);
        var benchmarks = last.Load<KeptBenchmarks>(KeptBenchmarks.Name);
        var gate = last.Load<KeptGate>(KeptGate.Name);

        string[] shown = [.. (conformance?.Results.Select(result => result.Backend) ?? []).Concat(benchmarks?.Rows.Select(row => row.Backend) ?? []).Distinct()];
        return new ReportModel
        {
            Title = shown.Length == 0 ? "history" : $"{string.Join(", ", shown)}",
            Time = DateTimeOffset.UtcNow,
            Backends = await DescribeAsync(shown, registry, cancellationToken).ConfigureAwait(false),
            ReferenceBackend = benchmarks?.ReferenceBackend,
            Cases = conformance?.Results ?? [],
            Coverage = last.Load<KeptCoverage>(KeptCoverage.Name)?.Coverage,
            Benchmarks = benchmarks?.Rows ?? [],
            Findings = gate?.Findings ?? [],
            History = ReadHistory(storeFilePath, filter),
            Environment = benchmarks?.Environment ?? MachineProbe.Read(repository.RootDirPath),
            Commands = Commands(conformance, benchmarks, gate),
            Notes = benchmarks?.Notes ?? [],
        };
    }

    private static async Task<IReadOnlyList<BackendInfo>> DescribeAsync(string[] names, BackendRegistry registry, CancellationToken cancellationToken)
    {
        var infos = new List<BackendInfo>();
        foreach (string name in names)
        {
            if (!registry.Names.Contains(name))
            {
                infos.Add(new BackendInfo(name));
                continue;
            }

            IBackend backend = registry.Get(name);
            ProbeResult probe = await backend.ProbeAsync(cancellationToken).ConfigureAwait(false);
            infos.Add(new BackendInfo(name, probe.Version, backend.Description));
        }

        return infos;
    }

    private static List<HistorySeries> ReadHistory(string storeFilePath, PointFilter filter)
    {
        if (!File.Exists(storeFilePath)) return [];
        using SqliteStore store = SqliteStore.Open(storeFilePath);
        return [.. SeriesSummary.Of(store.Points(filter)).Select(ToHistory)];
    }

    private static HistorySeries ToHistory(SeriesSummary series) => new(series.Key, [.. series.Points.Select((entry, i) => new HistoryPoint
    {
        Time = entry.Point.Time,
        RunId = entry.Point.RunId,
        Commit = entry.Point.Commit,
        Version = entry.Point.BackendVersion,
        Median = entry.Summary.Median,
        Low = entry.Summary.LowerQuartile,
        High = entry.Summary.UpperQuartile,
        Samples = entry.Summary.Count,
        IsValid = entry.Point.IsValid,
        LevelChange = series.Changes.FirstOrDefault(change => change.Index == i)?.Ratio,
    })]);

    private static List<Reports.ReportCommand> Commands(KeptConformance? conformance, KeptBenchmarks? benchmarks, KeptGate? gate)
    {
        var commands = new List<Reports.ReportCommand>();
        if (conformance is not null) commands.Add(new Reports.ReportCommand("run the corpus again", "./iolab conform"));
        if (benchmarks is not null) commands.Add(new Reports.ReportCommand("measure again", benchmarks.Command));
        if (gate is not null) commands.Add(new Reports.ReportCommand("judge again", gate.Command));
        commands.Add(new Reports.ReportCommand("write this report again", "./iolab report"));
        return commands;
    }
}
