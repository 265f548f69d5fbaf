using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;
using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.Harness.Bench;
using IoLab.Harness.Gate;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab gate</c>.</summary>
internal static class GateLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Baseline = "Baseline", Judging = "Judging", Measuring = "Measuring";
        var command = new LabCommand(CommandTexts.Gate);
        Argument<string[]> words = command.Words();
        Option<string?> benchmarks = command.Value("Selection", "--benchmarks", "DIR", "the benchmarks (harness/benchmarks)");
        Option<string?> baseline = command.Value(Baseline, "--baseline", "NAME", "what to compare with (main)");
        Option<string?> save = command.Value(Baseline, "--save-baseline", "NAME", "measures and saves a baseline under this name; judges nothing");
        Option<string?> store = command.Value(Baseline, "--store", "FILE", "the store (.iolab/history.db)");
        Option<string?> threshold = command.Value(Judging, "--threshold", "PERCENT", "a change for the worse that fails (5%)");
        Option<string?> confidence = command.Value(Judging, "--confidence", "PERCENT", "of the intervals (95%)");
        Option<bool> otherMachines = command.Switch(Judging, "--other-machines", "also compares with baselines of other machines, through the anchor");
        Option<string?> further = command.Value(Judging, "--further", "N", "how often an undecided gate measures on (2)");
        Option<bool> once = command.Switch(Judging, "--once", "does not measure a second time what failed");
        var backends = new BackendOptions(command, "who is judged (our own); tree is measured with them, as the anchor");
        var effort = new EffortOptions(command);
        Option<string?> seed = command.Value(Measuring, "--seed", "N", "the seed of the order within rounds");
        Option<string?> slowBy = command.Value(Measuring, "--slow-by", "PERCENT", "slows the judged machines down, to prove the gate");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            Repository repository = Repository.Find(context.Host);
            string? saved = line.GetValueForOption(save);
            if (saved is not null && line.GetValueForOption(baseline) is not null) throw new UsageException("--baseline and --save-baseline exclude each other");
            double fraction = line.Read(threshold, Quantity.Percent) ?? 0.05;
            var request = new GateRequest
            {
                Filters = line.GetValueForArgument(words),
                BenchmarksDirPath = line.GetValueForOption(benchmarks) ?? repository.BenchmarksDirPath,
                Backends = backends.Choice(line),
                Baseline = saved ?? line.GetValueForOption(baseline) ?? "main",
                Saves = saved is not null,
                Options = new GateOptions
                {
                    Threshold = 1 + fraction,
                    Confidence = line.Read(confidence, Quantity.Percent) ?? 0.95,
                    AllowsOtherMachines = line.GetValueForOption(otherMachines),
                    FurtherRuns = (int)(line.Read(further, (text, name) => Quantity.Count(text, name, 0)) ?? 2),
                    Confirms = !line.GetValueForOption(once),
                },
                Effort = (saved is null ? effort.Read(line).ForVerdicts() : effort.Read(line).ForVerdicts().ForBaseline()) with { Budget = effort.Budget(line) },
                Seed = (ulong?)line.Read(seed, (text, name) => Quantity.Count(text, name, 0)),
                Session = new SessionOptions { Debug = new DebugOptions { SlowBy = line.Read(slowBy, Quantity.Percent) ?? 0 } },
                StoreFilePath = line.GetValueForOption(store) ?? repository.StoreFilePath,
                Format = line.Format(json),
                Command = "./iolab " + string.Join(' ', line.Tokens.Select(token => RepeatCommand.Quote(token.Value))),
            };
            return GateCommand.RunAsync(request, context.Engine("rounds"), repository, context.Registry(backends.Registry(line)), context.Host, cancel);
        });
    }
}
