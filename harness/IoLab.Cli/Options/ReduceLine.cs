using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;
using IoLab.Differential.Findings;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab reduce</c>.</summary>
internal static class ReduceLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Interest = "What is kept", Effort = "Effort", Output = "Output";
        var command = new LabCommand(CommandTexts.Reduce);
        Argument<string[]> words = command.Words();
        Option<string?> interesting = command.Value(Interest, "--interesting", "COMMAND", "whatever makes this command exit with 0; it runs in a new directory that holds the program under its name");
        Option<string?> names = command.Value(Interest, "--backends", "A,B", "the disagreement of these backends; of one backend, how it ends the program: a crash, an exception, a limit");
        Option<string?> mutants = command.Value(Interest, "--mutants", "ID,ID", "plants bugs of iolab selftest --list");
        Option<string?> on = command.Value(Interest, "--on", "A,B", "the backends to plant them on (the last one)");
        Option<string[]> directives = command.Values(Interest, "--directive", "'KEY: VALUE'", "runs the program as if it began with this corpus directive: args, stdin, policy");
        var backends = new BackendOptions(command, null);
        Option<string?> jobs = command.Value(Effort, "--jobs", "N", "programs tested at once; the result does not depend on it (one per processor)");
        Option<string?> time = command.Value(Effort, "--time", "TIME", "limit of each test (10s)");
        Option<string?> maxTests = command.Value(Effort, "--max-tests", "N", "stops after so many tests (never)");
        Option<string?> maxTime = command.Value(Effort, "--max-time", "TIME", "stops after this time (never)");
        Option<string?> journal = command.Value(Effort, "--journal", "FILE", "remembers what was tested: the same command goes on where it was interrupted or killed");
        Option<string?> output = command.Value(Output, "-o", "FILE", "where the reduced program is written (standard output)");
        Option<bool> header = command.Switch(Output, "--header", "begins the reduced program with comments: what is kept, how large it was");
        Option<string?> seed = command.Value(Output, "--seed", "SEED", "names the seed of a generated program there");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            string[] given = line.GetValueForArgument(words);
            if (given is not [var filePath]) throw new UsageException($"reduce takes one program, {given.Length} given: iolab reduce program.io --interesting ./test.sh");
            var request = new ReduceRequest
            {
                FilePath = filePath,
                Command = line.GetValueForOption(interesting),
                Backends = Names(line, names) ?? [],
                Mutants = Names(line, mutants) ?? [],
                MutantBackends = Names(line, on),
                Directives = line.GetValueForOption(directives) ?? [],
                Jobs = (int)Math.Min(1000, line.Read(jobs, (text, name) => Quantity.Count(text, name, 1)) ?? Environment.ProcessorCount),
                Time = line.Read(time, Quantity.Time) ?? TimeSpan.FromSeconds(10),
                MaxTests = line.Read(maxTests, (text, name) => Quantity.Count(text, name, 1)),
                MaxTime = line.Read(maxTime, Quantity.Time),
                JournalFilePath = line.GetValueForOption(journal),
                OutputFilePath = line.GetValueForOption(output),
                HasHeader = line.GetValueForOption(header) || line.GetValueForOption(seed) is not null,
                Seed = line.GetValueForOption(seed),
                Format = line.Format(json),
            };
            KnownFindings known = Repository.FindOrNull(context.Host) is { } repository ? KnownFindings.Load(repository.KnownFindingsFilePath) : KnownFindings.None;
            return ReduceCommand.RunAsync(request, context.Registry(backends.Registry(line)), known, context.Host, cancel);
        });
    }

    private static IReadOnlyList<string>? Names(ParseResult line, Option<string?> option) =>
        line.GetValueForOption(option)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
