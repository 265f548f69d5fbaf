using System.CommandLine;
using IoLab.Cli.Commands;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab merge</c>.</summary>
internal static class MergeLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        var command = new LabCommand(Text.CommandTexts.Merge);
        Argument<string[]> dirs = command.Words();
        Option<string?> into = command.Value("Output", "--into", "DIR", "the directory to make");
        Option<bool> json = command.JsonSwitch();
        return command.Does((line, _) => Task.FromResult(MergeCommand.Run(
            line.GetValueForArgument(dirs), line.GetValueForOption(into) ?? throw new UsageException("merge needs a directory to make: iolab merge DIR... --into DIR"),
            line.Format(json), context.Workshop(RegistryOptions.None).Book, context.Host)));
    }
}
