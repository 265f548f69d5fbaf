using System.CommandLine;
using System.CommandLine.Builder;
using System.CommandLine.Parsing;
using IoLab.Cli.Configuration;
using IoLab.Cli.Options;
using IoLab.Cli.Text;

namespace IoLab.Cli;

/// <summary>All commands: their registry and the reading of a command line against it.</summary>
internal sealed class CommandTree
{
    private readonly IReadOnlyList<LabCommand> commands;
    private readonly Parser parser;

    /// <summary>Makes the tree.</summary>
    public CommandTree(CliContext context)
    {
        commands =
        [
            SmallLines.Run(),
            SmallLines.Repl(context),
            SmallLines.Backends(context),
            SmallLines.Disasm(context),
            ProfileLine.Define(context),
            ConformLine.Define(context),
            DiffLine.Define(context),
            FuzzLine.Define(context),
            MergeLine.Define(context),
            FindingsLine.Define(context),
            ReduceLine.Define(context),
            SelfTestLine.Define(context),
            BenchLine.Define(context),
            GateLine.Define(context),
            SmallLines.Env(context),
            HistoryLine.Define(context),
            SmallLines.Report(context),
        ];
        var root = new RootCommand();
        foreach (LabCommand command in commands) root.AddCommand(command);
        parser = new CommandLineBuilder(root).EnablePosixBundling(false).UseTokenReplacer((string _, out IReadOnlyList<string>? words, out string? error) =>
        {
            (words, error) = (null, null);
            return false;
        }).Build();
    }

    /// <summary>The commands in the order of the overview.</summary>
    public IReadOnlyList<CommandText> Texts => [.. commands.Select(command => command.Text)];

    /// <summary>The command of a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public LabCommand Find(string name) => commands.FirstOrDefault(command => command.Name == name)
        ?? throw new UsageException($"there is no command {name}; {Spelling.Hint(name, [.. commands.Select(command => command.Name), "help"])}");

    /// <summary>Reads a command line whose first word is a command and runs it.</summary>
    /// <exception cref="UsageException">It cannot be understood.</exception>
    public async Task<int> InvokeAsync(string[] words, CancellationToken cancellationToken)
    {
        LabCommand command = Find(words[0]);
        ParseResult line = parser.Parse(words);
        RefuseUnknownOptions(command, line);
        if (line.Errors.Count > 0) throw new UsageException($"{command.Name}: {line.Errors[0].Message} See: iolab help {command.Name}");
        return await command.InvokeAsync(line, cancellationToken).ConfigureAwait(false);
    }

    private static void RefuseUnknownOptions(LabCommand command, ParseResult line)
    {
        string? unknown = line.Tokens.Where(token => token.Type == TokenType.Argument).Select(token => token.Value)
            .Concat(line.UnmatchedTokens).FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]));
        if (unknown is null) return;
        string name = unknown.Split('=')[0];
        throw new UsageException($"{command.Name}: unknown option {name}; {Spelling.Hint(name, [.. command.OptionTexts.Select(option => option.Name), "--help"])}");
    }
}
