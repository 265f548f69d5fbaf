using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab conform --record</c>: writes expectations from what an oracle does.</summary>
internal static class RecordCommand
{
    /// <summary>Records the cases. Refused ones leave no verdict.</summary>
    public static async Task<int> RunAsync(ConformRequest request, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        IBackend oracle = registry.Get(request.Oracle ?? throw new UsageException("--record needs --oracle NAME: who says what is right"));
        string version = await OraclePin.CheckAsync(OraclePin.Load(request.OraclePinFilePath), oracle, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CorpusCase> cases = CorpusLoader.Load(request.CasesDirPath, request.Filters);
        var recorder = new Recorder(oracle, version, DateOnly.FromDateTime(DateTime.UtcNow));

        var outcomes = new RecordOutcome[cases.Count];
        int done = 0;
        using (var progress = new ProgressLine(host))
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, cases.Count, parallel, async (i, cancel) =>
            {
                outcomes[i] = await recorder.RecordAsync(cases[i], cancel).ConfigureAwait(false);
                progress.Show($"{Interlocked.Increment(ref done)} of {cases.Count}: {cases[i].Id}");
            }).ConfigureAwait(false);
        }

        foreach (RecordOutcome outcome in outcomes.Where(outcome => outcome.Status != RecordStatus.Unchanged))
        {
            host.Out.WriteLine($"{outcome.Status.ToString().ToLowerInvariant(),-9} {outcome.Case}{(outcome.Detail is null ? "" : $": {outcome.Detail}")}");
        }

        IEnumerable<string> counts = outcomes.GroupBy(outcome => outcome.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
        host.Out.WriteLine($"{cases.Count} cases by {oracle.Name} {version}: {string.Join(", ", counts)}");
        return outcomes.Any(outcome => outcome.Status == RecordStatus.Refused) ? ExitCode.NoVerdict : ExitCode.Fine;
    }
}
