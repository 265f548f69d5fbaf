using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Cli.Text;
using IoLab.Differential.SelfTest;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab selftest</c>.</summary>
internal static class SelfTestLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Selection = "Selection", Mutants = "Mutants (with --full)", Output = "Output";
        var command = new LabCommand(CommandTexts.SelfTest);
        Option<bool> list = command.Switch(Selection, "--list", "lists planted faults and mutants, and runs nothing");
        Option<bool> full = command.Switch(Selection, "--full", "hunts mutants of our machines with generated programs");
        Option<string[]> only = command.Values(Mutants, "--only", "ID", "hunts this mutant (all)");
        Option<string?> time = command.Value(Mutants, "--seconds-per-mutant", "N", "how long programs are tried for each mutant (300)");
        Option<string?> seed = command.Value(Mutants, "--seed", "N", "which programs are generated (1)");
        Option<string?> jobs = command.Value(Mutants, "--jobs", "N", "mutants hunted at once (1)");
        Option<string?> reference = command.Value(Mutants, "--reference", "NAME", "the backend that may find mutants of all our machines at once (none)");
        var backends = new BackendOptions(command, null);
        Option<string?> store = command.Value(Output, "--store", "FILE", "the store for the scores (.iolab/history.db)");
        Option<bool> noStore = command.Switch(Output, "--no-store", "stores nothing");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            OutputFormat format = line.Format(json);
            if (line.GetValueForOption(list)) return Task.FromResult(SelfTestCommand.List(context.Registry(RegistryOptions.None).Select(null), context.Host));
            if (!line.GetValueForOption(full)) return SelfTestCommand.RunAsync(format, context.Host, cancel);

            Repository repository = Repository.Find(context.Host);
            var hunt = new HuntOptions();
            var request = new HuntRequest
            {
                Command = string.Join(' ', line.Tokens.Select(token => token.Value).Prepend("iolab")),
                Hunt = hunt with
                {
                    Time = TimeSpan.FromSeconds(line.Read(time, (text, name) => Quantity.Count(text, name, 1)) ?? hunt.Time.TotalSeconds),
                    Seed = (ulong)(line.Read(seed, (text, name) => Quantity.Count(text, name, 0)) ?? (long)hunt.Seed),
                },
                Only = line.GetValueForOption(only) ?? [],
                Jobs = (int)(line.Read(jobs, (text, name) => Quantity.Count(text, name, 1)) ?? 1),
                Reference = line.GetValueForOption(reference),
                CasesDirPath = repository.CasesDirPath,
                StoreFilePath = line.GetValueForOption(noStore) ? null : line.GetValueForOption(store) ?? repository.StoreFilePath,
                Format = format,
            };
            return HuntCommand.RunAsync(request, context.Registry(backends.Registry(line)), context.Host, cancel);
        });
    }
}
