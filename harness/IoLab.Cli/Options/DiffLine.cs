using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab diff</c>.</summary>
internal static class DiffLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Programs = "Programs", Traces = "Traces", Effort = "Effort";
        var command = new LabCommand(CommandTexts.Diff);
        Argument<string[]> words = command.Words();
        Option<bool> corpus = command.Switch(Programs, "--corpus", "every case of the corpus");
        Option<string?> code = command.Value(Programs, "-e", "CODE", "a program given here");
        Option<string[]> directives = command.Values(Programs, "--directive", "'KEY: VALUE'", "runs files as if they began with this corpus directive: args, stdin, time, policy, needs");
        Option<bool> trace = command.Switch(Traces, "--trace", "compares the traces of events too, of backends that record them");
        Option<bool> locate = command.Switch(Traces, "--locate", "shows the first event in which two backends differ, with both sides around it");
        var backends = new BackendOptions(command, null);
        Option<string?> jobs = command.Value(Effort, "--jobs", "N", "programs at once (one per processor)");
        Option<string?> time = command.Value(Effort, "--time", "TIME", "limit of each run (10s)");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            RegistryOptions options = backends.Registry(line);
            string[] given = line.GetValueForArgument(words);
            var request = new DiffRequest
            {
                Backends = [.. given.Where(word => !IsFile(word))],
                FilePaths = [.. given.Where(IsFile)],
                Code = line.GetValueForOption(code),
                Directives = line.GetValueForOption(directives) ?? [],
                UsesCorpus = line.GetValueForOption(corpus),
                CasesDirPath = Repository.Find(context.Host).CasesDirPath,
                ComparesTraces = line.GetValueForOption(trace) || line.GetValueForOption(locate),
                Locates = line.GetValueForOption(locate),
                Jobs = (int)(line.Read(jobs, (text, name) => Quantity.Count(text, name, 1)) ?? Environment.ProcessorCount),
                Time = line.Read(time, Quantity.Time) ?? TimeSpan.FromSeconds(10),
                Format = line.Format(json),
                RepeatSuffix = (line.GetValueForOption(locate) ? " --locate" : line.GetValueForOption(trace) ? " --trace" : "") + string.Concat(options.Externals.Select(text => $" --external {RepeatCommand.Quote(text)}")),
            };
            return DiffCommand.RunAsync(request, context.Registry(options), context.Host, cancel);
        });
    }

    /// <summary>A backend's name has no slash and no dot.</summary>
    private static bool IsFile(string word) => word.Contains('/') || word.Contains('.');
}
