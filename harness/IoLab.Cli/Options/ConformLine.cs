using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab conform</c>.</summary>
internal static class ConformLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Selection = "Selection", Recording = "Recording", Output = "Output", Effort = "Effort";
        var command = new LabCommand(CommandTexts.Conform);
        Argument<string[]> words = command.Words();
        Option<string?> cases = command.Value(Selection, "--cases", "DIR", "the corpus (conformance/cases)");
        Option<bool> list = command.Switch(Selection, "--list", "lists the cases and runs nothing");
        Option<bool> hostile = command.Switch(Selection, "--hostile", "the hostile set instead (conformance/hostile), in worker processes: every program must end within its limits");
        var backends = new BackendOptions(command, "who runs them (our own)");
        Option<string?> jobs = command.Value(Effort, "--jobs", "N", $"sessions at once (one per processor)");
        Option<string?> time = command.Value(Effort, "--time", "TIME", "limit of a case that states none (10s)");
        Option<bool> record = command.Switch(Recording, "--record", "writes the expectations instead of checking them");
        Option<string?> oracle = command.Value(Recording, "--oracle", "NAME", "the backend that says what is right");
        Option<bool> coverage = command.Switch(Output, "--coverage", "also shows which slots of the library the cases use, and which none uses");
        Option<string?> junit = command.Value(Output, "--junit", "FILE", "also writes JUnit XML");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            Repository repository = Repository.Find(context.Host);
            var request = new ConformRequest
            {
                CasesDirPath = line.GetValueForOption(cases) ?? (line.GetValueForOption(hostile) ? repository.HostileDirPath : repository.CasesDirPath),
                KnownFailuresFilePath = repository.KnownFailuresFilePath,
                OraclePinFilePath = repository.OraclePinFilePath,
                SlotsFilePath = repository.SlotsFilePath,
                ShowsCoverage = line.GetValueForOption(coverage),
                ResultsDirPath = repository.ResultsDirPath,
                Filters = line.GetValueForArgument(words),
                Backends = backends.Choice(line),
                Records = line.GetValueForOption(record),
                Oracle = line.GetValueForOption(oracle),
                ListsOnly = line.GetValueForOption(list),
                Jobs = (int)(line.Read(jobs, (text, name) => Quantity.Count(text, name, 1)) ?? Environment.ProcessorCount),
                Time = line.Read(time, Quantity.Time) ?? TimeSpan.FromSeconds(10),
                JUnitFilePath = line.GetValueForOption(junit),
                Format = line.Format(json),
            };
            BackendRegistry registry = context.Registry(backends.Registry(line));
            if (request.ShowsCoverage && (request.Records || request.ListsOnly)) throw new UsageException("--coverage goes with neither --record nor --list");
            if (request.Oracle is not null && !request.Records) throw new UsageException("--oracle only goes with --record");
            if (line.GetValueForOption(hostile)) return HostileCommand.RunAsync(request, registry, context.Host, cancel);
            return request.Records
                ? RecordCommand.RunAsync(request, registry, context.Host, cancel)
                : ConformCommand.RunAsync(request, registry, context.Host, cancel);
        });
    }
}
