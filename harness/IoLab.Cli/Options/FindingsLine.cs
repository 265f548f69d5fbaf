using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Configuration;
using IoLab.Cli.Host;
using IoLab.Cli.Text;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab findings</c>.</summary>
internal static class FindingsLine
{
    private static readonly string[] Verbs = ["list", "show", "replay", "close", "case"];

    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Selection = "Selection", Deciding = "Deciding";
        var command = new LabCommand(CommandTexts.Findings);
        Argument<string[]> words = command.Words();
        Option<bool> all = command.Switch(Selection, "--all", "list: closed ones too");
        Option<string?> directory = command.Value(Selection, "--dir", "DIR", "a folder of findings, or a campaign's (.iolab/findings and all campaigns)");
        Option<string?> why = command.Value(Deciding, "--why", "TEXT", "close: the reason, which is kept");
        Option<string?> area = command.Value(Deciding, "--area", "AREA", "case: the folder of the corpus (regression)");
        Option<string?> oracle = command.Value(Deciding, "--oracle", "NAME", "case: the backend that says what is right (the side that is thought right)");
        Option<bool> original = command.Switch(Deciding, "--original", "replay: the program as it was found instead of the reduced one");
        var backends = new BackendOptions(command, null);
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            string[] given = line.GetValueForArgument(words);
            string verb = given.FirstOrDefault() ?? throw new UsageException($"findings needs one of {string.Join(", ", Verbs)}");
            if (!Verbs.Contains(verb)) throw new UsageException($"findings: there is no {verb}; {Spelling.Hint(verb, Verbs)}");
            if (given.Length > (verb == "list" ? 1 : 2)) throw new UsageException($"findings {verb}: one word too many: {given[^1]}");
            Repository repository = Repository.Find(context.Host);
            var folders = new FindingFolders(line.GetValueForOption(directory) is { } dirPath ? FindingFolders.Of(dirPath) : FindingFolders.Of(repository), context.Host.Warn);
            if (verb == "list") return Task.FromResult(FindingsCommand.List(folders, repository, line.GetValueForOption(all), line.Format(json), context.Host));

            var finding = folders.Find(given.ElementAtOrDefault(1) ?? throw new UsageException($"findings {verb} needs an id; iolab findings list shows them"));
            BackendRegistry registry = context.Registry(backends.Registry(line));
            return verb switch
            {
                "show" => Task.FromResult(FindingsCommand.Show(finding, line.Format(json), context.Host)),
                "close" => Task.FromResult(FindingsCommand.Close(folders, finding, line.GetValueForOption(why) ?? throw new UsageException("findings close needs --why TEXT"), context.Host)),
                "replay" => FindingReplay.RunAsync(finding, line.GetValueForOption(original), repository, registry, context.Host, cancel),
                _ => FindingCase.RunAsync(finding, line.GetValueForOption(area) ?? "regression", line.GetValueForOption(oracle), repository, registry, context.Host, cancel),
            };
        });
    }
}
