using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Gate;
using IoLab.History;
using IoLab.History.Sqlite;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab gate</c>: measures afresh, compares with a baseline and turns the decision into an exit code.</summary>
internal static class GateCommand
{
    private const string AnchorName = "tree";
    private const string SlowedLabel = "slowed";

    /// <summary>Judges, or saves a baseline.</summary>
    public static async Task<int> RunAsync(
        GateRequest request, IMeasurer measurer, Repository repository, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        request.Options.Validate();
        Baseline? baseline = request.Saves ? null : FindBaseline(request);
        var usable = await Measuring.UsableAsync(registry, request.Backends, host, cancellationToken).ConfigureAwait(false);
        EnvironmentInfo environment = MachineProbe.Read(repository.RootDirPath);
        foreach (string doubt in EnvCommand.Doubts(environment)) host.Warn(doubt);

        MeasurementPlan plan = Plan(request, usable, registry);
        return baseline is null
            ? await SaveAsync(request, plan, measurer, environment, usable, host, cancellationToken).ConfigureAwait(false)
            : await JudgeAsync(request, plan, baseline, measurer, environment, usable, repository, host, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The exit code of a decision.</summary>
    public static int ExitCodeOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => ExitCode.Fine,
        Verdict.Fail => ExitCode.NegativeVerdict,
        Verdict.Undecidable => ExitCode.Undecidable,
        _ => ExitCode.NoVerdict,
    };

    private static Baseline FindBaseline(GateRequest request)
    {
        string hint = $"record one with: ./iolab gate --save-baseline {request.Baseline}";
        if (!File.Exists(request.StoreFilePath)) throw new UsageException($"there is no baseline {request.Baseline}; {hint}");
        using SqliteStore store = SqliteStore.Open(request.StoreFilePath);
        if (store.Baselines.Find(request.Baseline) is { } found) return found;
        string[] names = [.. store.Baselines.List().Select(info => info.Name).Distinct()];
        throw new UsageException($"there is no baseline {request.Baseline}; {(names.Length > 0 ? $"there are: {string.Join(", ", names)}; or " : "")}{hint}");
    }

    /// <summary>The judged backends, and the anchor plain beside them.</summary>
    private static MeasurementPlan Plan(GateRequest request, IReadOnlyList<(IBackend Backend, string? Version)> usable, BackendRegistry registry)
    {
        string label = request.Session.Debug.SlowBy > 0 ? SlowedLabel : "";
        List<Participant> participants = [.. usable.Select(entry => registry.Participant(entry.Backend, label, request.Session))];
        bool hasAnchor = participants.Any(participant => participant.Backend.Name == AnchorName && participant.Label.Length == 0);
        if (!hasAnchor && registry.OwnNames.Contains(AnchorName)) participants.Add(registry.Participant(registry.Get(AnchorName), "", new SessionOptions()));
        var plan = new MeasurementPlan
        {
            Benchmarks = BenchmarkLoader.Load(request.BenchmarksDirPath, request.Filters), Participants = participants, Effort = request.Effort,
        };
        return request.Seed is { } seed ? plan with { Seed = seed } : plan;
    }

    private static async Task<int> SaveAsync(
        GateRequest request, MeasurementPlan plan, IMeasurer measurer, EnvironmentInfo environment, IReadOnlyList<(IBackend Backend, string? Version)> usable,
        CliHost host, CancellationToken cancellationToken)
    {
        BenchmarkRun run;
        using (var line = new ProgressLine(host))
        {
            run = await measurer.MeasureAsync(plan, new Measuring.Progress(host, line), cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<SeriesPoint> points = SeriesPoints.From(run, environment, usable.ToDictionary(entry => entry.Backend.Name, entry => entry.Version));
        host.Out.WriteLine(BaselineStore.Save(request.StoreFilePath, request.Baseline, request.Command, run, environment, points));
        return run.Measurements.All(measurement => measurement.IsUsable) ? ExitCode.Fine : ExitCode.NoVerdict;
    }

    private static async Task<int> JudgeAsync(
        GateRequest request, MeasurementPlan plan, Baseline baseline, IMeasurer measurer, EnvironmentInfo environment,
        IReadOnlyList<(IBackend Backend, string? Version)> usable, Repository repository, CliHost host, CancellationToken cancellationToken)
    {
        bool hasAnchor = plan.Participants.Any(participant => participant.Backend.Name == AnchorName);
        GateOptions options = request.Options with { AnchorBackend = hasAnchor ? AnchorName : null, JudgesAnchor = usable.Any(entry => entry.Backend.Name == AnchorName) };
        GateOutcome outcome;
        using (var line = new ProgressLine(host))
        {
            outcome = await new GateRunner(measurer, environment, options)
                .RunAsync(plan, baseline.Points, new Measuring.Progress(host, line), cancellationToken).ConfigureAwait(false);
        }

        foreach (BenchmarkRun run in outcome.Runs)
        {
            SeriesPoint[] points = [.. outcome.Points.Where(point => point.RunId == run.RunId)];
            if (points.Length > 0) BaselineStore.Append(request.StoreFilePath, request.Command, run, environment, points);
        }

        new LastResults(repository.ResultsDirPath).Save(KeptGate.Name, new KeptGate(outcome.Run.Time, request.Command, outcome.Report.Findings));
        if (request.Format == OutputFormat.Json) GateOutput.WriteJson(host.OutputStream, outcome, baseline.Info);
        else GateOutput.WriteText(host, outcome, baseline.Info, request.Command);
        return ExitCodeOf(outcome.Report.Verdict);
    }
}
