using System.Diagnostics;
using IoLab.Cli.Configuration;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Differential.Reduction;
using IoLab.Differential.Reduction.Predicates;
using IoLab.External;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;
using IoLab.Harness.Host;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab reduce</c>: makes a program small while something about it stays.</summary>
internal static class ReduceCommand
{
    /// <summary>Reduces the program.</summary>
    public static async Task<int> RunAsync(ReduceRequest request, BackendRegistry registry, KnownFindings known, CliHost host, CancellationToken cancellationToken)
    {
        if (request.Command is null == (request.Backends.Count == 0)) throw new UsageException("reduce needs to know what to keep: either --interesting COMMAND or --backends tree,closure");
        if (request.Command is not null && (request.Mutants.Count > 0 || request.Directives.Count > 0)) throw new UsageException("--mutants and --directive go with --backends; a command runs the program itself");
        if (request.MutantBackends is not null && request.Mutants.Count == 0) throw new UsageException("--on names the backends that bugs are planted on; say which with --mutants ID");
        if (!File.Exists(request.FilePath)) throw new UsageException($"there is no file {request.FilePath}");

        string source = await File.ReadAllTextAsync(request.FilePath, cancellationToken).ConfigureAwait(false);
        long began = Stopwatch.GetTimestamp();
        try
        {
            await using IInterest interest = await InterestAsync(request, source, registry, known, cancellationToken).ConfigureAwait(false);
            ReductionResult result;
            using (var progress = new ProgressLine(host))
            {
                var options = new ReductionOptions
                {
                    Jobs = request.Jobs, MaxTests = request.MaxTests, MaxTime = request.MaxTime, JournalFilePath = request.JournalFilePath,
                    Purpose = $"{interest.Description}; {string.Join(',', request.Mutants)}",
                };
                result = await Reducer.ReduceAsync(source, interest.TestAsync, options, Shown, cancellationToken).ConfigureAwait(false);

                void Shown(ReductionProgress now) => progress.Show($"{now.Lines} lines, {now.Messages} messages after {now.Tests} tests; trying {now.Step}");
            }

            ReduceOutput.Write(request, result, interest.Description, Stopwatch.GetElapsedTime(began), host);
            return ExitCode.Fine;
        }
        catch (ReductionException e)
        {
            host.Error.WriteLine($"iolab: {request.FilePath}: {e.Message}");
            return e.Failure == ReductionFailure.Flaky ? ExitCode.Undecidable : ExitCode.NegativeVerdict;
        }
    }

    private static async Task<IInterest> InterestAsync(ReduceRequest request, string source, BackendRegistry registry, KnownFindings known, CancellationToken cancellationToken)
    {
        if (request.Command is { } command) return new CommandInterest(new SystemProcessRunner(), Words(command, request.FilePath), Path.GetFileName(request.FilePath), request.Time);

        IBackend[] backends = [.. request.Backends.Distinct().Select(registry.Get)];
        IReadOnlyList<string> planted = request.Mutants.Count == 0 ? [] : request.MutantBackends ?? [backends[^1].Name];
        if (planted.FirstOrDefault(name => backends.All(backend => backend.Name != name)) is { } stranger) throw new UsageException($"--on {stranger}: that is none of --backends {string.Join(',', request.Backends)}");
        foreach (IBackend backend in backends.Where(backend => planted.Contains(backend.Name))) RefuseUnknownMutants(backend, request.Mutants);

        CaseDirectives directives = CaseDirectivesParser.ParseLines(request.Directives, "--directive");
        var program = new IoProgram { Source = source, Label = request.FilePath, Arguments = [request.FilePath, .. directives.Arguments], StandardInput = directives.StandardInput };
        SessionOptions Adjusted(IBackend backend, SessionOptions options) => planted.Contains(backend.Name) ? options with { Mutants = request.Mutants } : options;
        if (backends is [var only])
        {
            SessionOptions session = Adjusted(only, OptionsFor.Comparing(only) with { Permissions = Permissions.None });
            return await OutcomeInterest.OfAsync(program, only, session, request.Time, request.Jobs, cancellationToken).ConfigureAwait(false);
        }

        Examinee[] examinees = [.. backends.Select(backend => new Examinee(backend))];
        var options = new ExaminerOptions { Policy = ComparisonPolicy.Strict with { Freedom = directives.Freedom }, Adjust = Adjusted, Known = known.On(DateOnly.FromDateTime(DateTime.UtcNow)) };
        options = options with { Limits = options.Limits with { Time = request.Time } };
        return await DisagreementInterest.OfAsync(
            program, limits => new Examiner(examinees, limits is null ? options : options with { Limits = limits }), request.Jobs, cancellationToken).ConfigureAwait(false);
    }

    private static void RefuseUnknownMutants(IBackend backend, IReadOnlyList<string> mutants)
    {
        if (mutants.FirstOrDefault(id => backend.Mutants.All(known => known.Id != id)) is not { } unknown) return;
        throw new UsageException($"{backend.Name} has no mutant {unknown}; {Spelling.Hint(unknown, [.. backend.Mutants.Select(known => known.Id)])}");
    }

    /// <summary>The words of a command. It runs elsewhere, so words that name files here become whole paths; the program's own name does not.</summary>
    private static List<string> Words(string command, string filePath)
    {
        try
        {
            return [.. CommandTemplate.Parse(command).Words.Select(word => word != Path.GetFileName(filePath) && File.Exists(word) ? Path.GetFullPath(word) : word)];
        }
        catch (FormatException e)
        {
            throw new UsageException($"--interesting: {e.Message}");
        }
    }
}
