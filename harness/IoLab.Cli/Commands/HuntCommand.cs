using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Differential.SelfTest;
using IoLab.Harness.Corpus;
using IoLab.History;
using IoLab.History.Sqlite;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab selftest --full</c>: plants mutants in our machines, and shows what finds them.</summary>
internal static class HuntCommand
{
    /// <summary>Hunts.</summary>
    public static async Task<int> RunAsync(HuntRequest request, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        IReadOnlyList<CorpusCase> cases = CorpusLoader.Load(request.CasesDirPath);
        var bed = new HuntBed
        {
            Machines = registry.Select(null), Source = new ProgramGenerator(new ProgramPool(cases.Select(corpusCase => corpusCase.Source))), Cases = cases,
            Reference = request.Reference is { } name ? registry.Get(name) : null,
        };
        MutantInfo[] mutants = [.. bed.Mutants.Where(mutant => request.Only.Count == 0 || request.Only.Contains(mutant.Id))];
        if (request.Only.FirstOrDefault(id => !bed.Mutants.Any(mutant => mutant.Id == id)) is { } unknown)
        {
            throw new UsageException($"there is no mutant {unknown}; {Configuration.Spelling.Hint(unknown, [.. bed.Mutants.Select(mutant => mutant.Id)])}");
        }

        DateTimeOffset begin = DateTimeOffset.UtcNow;
        HuntMatrix matrix = await HuntAsync(bed, mutants, request, host, cancellationToken).ConfigureAwait(false);
        if (request.Only.Count == 0 && request.StoreFilePath is { } storeFilePath) Store(matrix, begin, request, storeFilePath, host);
        if (request.Format == OutputFormat.Json) HuntOutput.WriteJson(host.OutputStream, matrix);
        else HuntOutput.WriteText(host, matrix);
        return matrix.IsPassed ? ExitCode.Fine : ExitCode.NegativeVerdict;
    }

    private static async Task<HuntMatrix> HuntAsync(HuntBed bed, MutantInfo[] mutants, HuntRequest request, CliHost host, CancellationToken cancellationToken)
    {
        var hunt = new MutantHunt(bed, request.Hunt);
        var oneSided = new HuntResult[mutants.Length];
        var shared = new SharedResult?[mutants.Length];
        int done = 0, missed = 0;
        using var progress = new ProgressLine(host);
        await Parallel.ForAsync(0, mutants.Length, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancellationToken }, async (i, stop) =>
        {
            oneSided[i] = await hunt.HuntAsync(mutants[i], stop).ConfigureAwait(false);
            if (bed.IsShared(mutants[i])) shared[i] = await hunt.HuntSharedAsync(mutants[i], oneSided[i].Case, stop).ConfigureAwait(false);
            if (!oneSided[i].IsFound) Interlocked.Increment(ref missed);
            progress.Show($"{Interlocked.Increment(ref done)} of {mutants.Length} mutants, {missed} missed; {HuntOutput.Line(oneSided[i])}");
            if (!host.IsErrorTerminal) host.Error.WriteLine($"iolab: {HuntOutput.Line(oneSided[i])}");
        }).ConfigureAwait(false);
        return new HuntMatrix(oneSided, [.. shared.OfType<SharedResult>()]);
    }

    private static void Store(HuntMatrix matrix, DateTimeOffset begin, HuntRequest request, string storeFilePath, CliHost host)
    {
        EnvironmentInfo environment = MachineProbe.Read(Repository.Find(host).RootDirPath);
        IReadOnlyList<SeriesPoint> points = HuntPoints.From(matrix, Guid.NewGuid(), begin, environment);
        using SqliteStore store = SqliteStore.Open(storeFilePath);
        store.Append(new StoredRun { Id = points[0].RunId, Time = begin, Command = request.Command, Environment = environment, Points = points });
        host.Error.WriteLine($"iolab: {points.Count} points stored in {Repository.Shown(storeFilePath)}");
    }
}
