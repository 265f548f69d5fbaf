using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Localisation;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab diff</c>: runs programs on two or more backends and compares what they observed.</summary>
internal static class DiffCommand
{
    /// <summary>Compares the backends.</summary>
    public static async Task<int> RunAsync(DiffRequest request, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        if (request.Backends.Count < 2) throw new UsageException("diff needs two backends: iolab diff tree closure program.io");
        IReadOnlyList<IBackend> backends = [.. request.Backends.Distinct().Select(registry.Get)];
        IReadOnlyList<DiffProgram> programs = Programs(request);
        if (programs.Count == 0) throw new UsageException("diff needs a program: name files, or say --corpus or -e CODE");
        if (request.Locates) RefuseToLocate(backends);

        int done = 0, differing = 0;
        IReadOnlyList<DiffOutcome> outcomes;
        var locations = new Dictionary<DiffOutcome, Location>(ReferenceEqualityComparer.Instance);
        using (var progress = new ProgressLine(host))
        {
            outcomes = await new DiffRunner(backends, request.Jobs, comparesTraces: request.ComparesTraces).RunAsync(programs, Finished, cancellationToken).ConfigureAwait(false);
            foreach (DiffOutcome outcome in outcomes.Where(outcome => request.Locates && outcome.Verdict == Verdict.Fail))
            {
                progress.Show($"locating {locations.Count + 1} of {differing}");
                locations.Add(outcome, await LocateAsync(backends, outcome.Program, cancellationToken).ConfigureAwait(false));
            }

            void Finished(DiffOutcome outcome)
            {
                int found = outcome.Verdict == Verdict.Fail ? Interlocked.Increment(ref differing) : differing;
                progress.Show($"{Interlocked.Increment(ref done)} of {programs.Count}, {found} differ");
            }
        }

        if (request.Format == OutputFormat.Json) DiffOutput.WriteJson(host.OutputStream, outcomes, locations, request.RepeatSuffix);
        else DiffOutput.WriteText(host.Out, outcomes, locations, request.RepeatSuffix);
        return ExitCodeOf(outcomes);
    }

    private static void RefuseToLocate(IReadOnlyList<IBackend> backends)
    {
        if (backends.Count != 2) throw new UsageException($"--locate looks for the first difference of two backends, {backends.Count} given: name two");
        if (backends.FirstOrDefault(backend => !backend.Capabilities.HasFlag(Capabilities.Tracing)) is { } silent)
        {
            throw new UsageException($"--locate compares traces, and {silent.Name} records none; our own machines do (iolab backends)");
        }
    }

    private static Task<Location> LocateAsync(IReadOnlyList<IBackend> backends, DiffProgram program, CancellationToken cancellationToken)
    {
        TracedSide Side(IBackend backend) => new(backend, OptionsFor.Comparing(backend, program.WorkingDirPath));
        return new TraceLocator(Side(backends[0]), Side(backends[1])).LocateAsync(program.Program, program.Limits, cancellationToken);
    }

    /// <summary>A difference is a negative verdict; a program that everybody cut short is none.</summary>
    public static int ExitCodeOf(IReadOnlyList<DiffOutcome> outcomes) =>
        outcomes.Any(outcome => outcome.Verdict == Verdict.Fail) ? ExitCode.NegativeVerdict
        : outcomes.Any(outcome => outcome.Verdict == Verdict.NoVerdict && !IsSkipped(outcome)) || outcomes.All(IsSkipped) ? ExitCode.NoVerdict
        : ExitCode.Fine;

    /// <summary>Did fewer than two backends have what the program needs?</summary>
    public static bool IsSkipped(DiffOutcome outcome) => outcome.Results.Count < 2;

    private static List<DiffProgram> Programs(DiffRequest request)
    {
        var programs = new List<DiffProgram>();
        if (request.Code is { } code) programs.Add(new DiffProgram { Program = new IoProgram { Source = code }, Limits = new RunLimits { Time = request.Time } });
        foreach (string filePath in request.FilePaths) programs.Add(OfFile(filePath, request));
        if (request.UsesCorpus) programs.AddRange(CorpusLoader.Load(request.CasesDirPath).Select(one => one.ToDiffProgram()));
        return programs;
    }

    /// <summary>A file of the corpus is compared as its directives say, any other as those given with it say.</summary>
    private static DiffProgram OfFile(string filePath, DiffRequest request)
    {
        if (!File.Exists(filePath)) throw new UsageException($"there is no file {filePath}");
        string inCorpus = Path.GetRelativePath(request.CasesDirPath, Path.GetFullPath(filePath));
        if (!inCorpus.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inCorpus))
        {
            return CorpusLoader.Load(request.CasesDirPath, [Path.ChangeExtension(inCorpus, null).Replace('\\', '/')]).Single().ToDiffProgram();
        }

        CaseDirectives directives = CaseDirectivesParser.ParseLines(request.Directives, "--directive");
        return new DiffProgram
        {
            Program = new IoProgram
            {
                Source = File.ReadAllText(filePath),
                Label = filePath,
                Arguments = [filePath, .. directives.Arguments],
                StandardInput = directives.StandardInput,
                IsFile = true,
            },
            Policy = ComparisonPolicy.Strict with { Freedom = directives.Freedom },
            Limits = new RunLimits { Time = directives.Time ?? request.Time },
            Needs = directives.Needs,
            Directives = request.Directives,
            FilePath = filePath,
        };
    }
}
