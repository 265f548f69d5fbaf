using IoLab.Cli.Host;
using Spectre.Console;

namespace IoLab.Cli.Output;

/// <summary>Spectre consoles that keep to the host's decisions on colour and terminals. Only commands that draw load Spectre.</summary>
internal static class Consoles
{
    /// <summary>For progress.</summary>
    public static IAnsiConsole ForError(CliHost host) => Create(host.Error, host.IsErrorTerminal, host.UsesErrorColour);

    /// <summary>For a writer.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal, bool usesColour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = usesColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });
}
