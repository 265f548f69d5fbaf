using System.CommandLine;
using System.CommandLine.Parsing;

namespace IoLab.Cli.Options;

/// <summary>The options by which commands choose backends.</summary>
internal sealed class BackendOptions
{
    private const string Group = "Backends";
    private readonly Option<string?>? backend;
    private readonly Option<string[]> external;
    private readonly Option<string?> config;

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="choice">What <c>--backend</c> means here, or null when the command has no such option.</param>
    public BackendOptions(LabCommand command, string? choice)
    {
        if (choice is not null) backend = command.Value(Group, "--backend", "A,B", choice);
        external = command.Values(Group, "--external", "NAME=COMMAND", "makes a command line a backend; {file} and {args} are replaced");
        config = command.Value(Group, "--config", "FILE", "the configuration (iolab.json here or above)");
    }

    /// <summary>The names given with <c>--backend</c>, or null.</summary>
    public string? Choice(ParseResult line) => backend is null ? null : line.GetValueForOption(backend);

    /// <summary>What was said of backends.</summary>
    public RegistryOptions Registry(ParseResult line) => new(line.GetValueForOption(config), line.GetValueForOption(external) ?? []);
}
