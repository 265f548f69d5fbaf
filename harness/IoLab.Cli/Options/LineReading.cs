using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Output;

namespace IoLab.Cli.Options;

/// <summary>Reads options that several commands have.</summary>
internal static class LineReading
{
    /// <summary>The output format that <c>--json</c> decides.</summary>
    public static OutputFormat Format(this ParseResult line, Option<bool> json) => line.GetValueForOption(json) ? OutputFormat.Json : OutputFormat.Text;

    /// <summary>The value of an option read by a function of value and option name, or null when it was not given.</summary>
    public static T? Read<T>(this ParseResult line, Option<string?> option, Func<string, string, T> read)
        where T : struct => line.GetValueForOption(option) is { } text ? read(text, "--" + option.Name) : null;
}
