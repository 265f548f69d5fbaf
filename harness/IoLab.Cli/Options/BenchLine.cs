using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;
using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab bench</c>.</summary>
internal static class BenchLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Selection = "Selection", Output = "Output", Measuring = "Measuring";
        var command = new LabCommand(CommandTexts.Bench);
        Argument<string[]> words = command.Words();
        Option<string?> suite = command.Value(Selection, "--suite", "NAME", "all benchmarks of a suite, such as micro");
        Option<string?> benchmarks = command.Value("Selection", "--benchmarks", "DIR", "the benchmarks (harness/benchmarks)");
        Option<bool> list = command.Switch(Selection, "--list", "lists the benchmarks and measures nothing");
        var backends = new BackendOptions(command, "who is measured; the first is the reference (our own)");
        Option<string?> reference = command.Value("Backends", "--reference", "NAME", "whom speed-ups refer to (the first)");
        var effort = new EffortOptions(command);
        Option<string?> engine = command.Value(Measuring, "--engine", "NAME", "rounds: interleaved, for comparing; bdn: BenchmarkDotNet in process (rounds)");
        Option<string?> seed = command.Value(Measuring, "--seed", "N", "the seed of the order within rounds");
        Option<string?> slowBy = command.Value(Measuring, "--slow-by", "PERCENT", "slows our machines down, to see what a regression looks like");
        Option<bool> noCheck = command.Switch(Measuring, "--no-check", "leaves out running the corpus first");
        Option<string?> label = command.Value(Output, "--label", "TEXT", "keeps the points apart as series of their own");
        Option<bool> noStore = command.Switch(Output, "--no-store", "stores nothing and writes no report");
        Option<string?> store = command.Value(Output, "--store", "FILE", "the store (.iolab/history.db)");
        Option<string?> save = command.Value(Output, "--save-baseline", "NAME", "saves the points as a baseline for the gate");
        Option<string?> report = command.Value(Output, "--report", "FILE", "the report (.iolab/report.html)");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            Repository repository = Repository.Find(context.Host);
            bool stores = !line.GetValueForOption(noStore);
            if (!stores && line.GetValueForOption(save) is not null) throw new UsageException("--save-baseline and --no-store exclude each other");
            var request = new BenchRequest
            {
                Filters = [.. line.GetValueForArgument(words), .. line.GetValueForOption(suite) is { } name ? [$"{name}/*"] : Array.Empty<string>()],
                BenchmarksDirPath = line.GetValueForOption(benchmarks) ?? repository.BenchmarksDirPath,
                Backends = backends.Choice(line),
                Reference = line.GetValueForOption(reference),
                Effort = effort.Read(line),
                Label = line.GetValueForOption(label) ?? "",
                Seed = (ulong?)line.Read(seed, (text, option) => Quantity.Count(text, option, 0)),
                Session = new SessionOptions { Debug = new DebugOptions { SlowBy = line.Read(slowBy, Quantity.Percent) ?? 0 } },
                StoreFilePath = stores ? line.GetValueForOption(store) ?? repository.StoreFilePath : null,
                ReportFilePath = stores ? line.GetValueForOption(report) ?? repository.ReportFilePath : null,
                BaselineName = line.GetValueForOption(save),
                ChecksAgreement = !line.GetValueForOption(noCheck),
                ListsOnly = line.GetValueForOption(list),
                Format = line.Format(json),
                Command = "./iolab " + string.Join(' ', line.Tokens.Select(token => RepeatCommand.Quote(token.Value))),
            };
            return BenchCommand.RunAsync(request, context.Engine(line.GetValueForOption(engine) ?? "rounds"), repository, context.Registry(backends.Registry(line)), context.Host, cancel);
        });
    }
}
