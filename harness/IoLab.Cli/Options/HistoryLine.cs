using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Commands;
using IoLab.Cli.Configuration;
using IoLab.Cli.Host;
using IoLab.Cli.Text;
using IoLab.History;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab history</c>.</summary>
internal static class HistoryLine
{
    private static readonly string[] Verbs = ["list", "show", "import", "export"];

    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        var command = new LabCommand(CommandTexts.History);
        Argument<string[]> words = command.Words();
        var filter = new FilterOptions(command);
        Option<string?> store = command.Value("Store", "--store", "FILE", "the store (.iolab/history.db)");
        Option<string?> importAs = command.Value("Import and export", "--as", "NAME", "import: the backend's name for files that name none (io)");
        Option<string?> shape = command.Value("Import and export", "--shape", "NAME", "export: iolab (all there is) or io (the Io project's history.json) (iolab)");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, _) =>
        {
            string[] given = line.GetValueForArgument(words);
            string verb = given.FirstOrDefault() ?? throw new UsageException($"history needs one of {string.Join(", ", Verbs)}");
            string? word = given.ElementAtOrDefault(1);
            if (given.Length > 2) throw new UsageException($"history {verb} takes one word, {given.Length - 1} given: {string.Join(' ', given[1..])}");
            string storeFilePath = line.GetValueForOption(store) ?? Repository.Find(context.Host).StoreFilePath;
            return Task.FromResult(verb switch
            {
                "list" => HistoryCommand.List(storeFilePath, filter.Filter(line, word), line.Format(json), context.Host),
                "show" => HistoryCommand.Show(storeFilePath, filter.Filter(line, word), line.Format(json), context.Host),
                "import" => HistoryTransfer.Import(storeFilePath, word ?? throw new UsageException("history import needs a file"), line.GetValueForOption(importAs) ?? "io", context.Host),
                "export" => HistoryTransfer.Export(storeFilePath, word ?? "-", filter.Filter(line, null), Shape(line.GetValueForOption(shape)), context.Host),
                _ => throw new UsageException($"history: there is no {verb}; {Spelling.Hint(verb, Verbs)}"),
            });
        });
    }

    private static HistoryShape Shape(string? text) => text switch
    {
        null or "iolab" => HistoryShape.IoLab,
        "io" => HistoryShape.Io,
        _ => throw new UsageException($"--shape {text}; {Spelling.Hint(text, ["iolab", "io"])}"),
    };
}

/// <summary>The form of an exported history.</summary>
internal enum HistoryShape
{
    /// <summary>Everything, raw samples too.</summary>
    IoLab,
    /// <summary>The Io project's <c>history.json</c>.</summary>
    Io,
}
