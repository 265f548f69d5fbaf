using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using IoLab.History;

namespace IoLab.Cli.Options;

/// <summary>The options by which commands choose stored points.</summary>
internal sealed class FilterOptions
{
    private const string Group = "Selection";
    private readonly Option<string?> suite, metric, backend, engine, label, machine, commit, branch, since, until, last;

    /// <summary>Adds them to a command.</summary>
    public FilterOptions(LabCommand command)
    {
        suite = command.Value(Group, "--suite", "NAME", "the suite; here and below * and ? match any text");
        metric = command.Value(Group, "--metric", "NAME", "the metric, such as rate or startup");
        backend = command.Value(Group, "--backend", "NAME", "the backend");
        engine = command.Value(Group, "--engine", "NAME", "the measurer: rounds, bdn, import");
        label = command.Value(Group, "--label", "TEXT", "the label; '' asks for points without one");
        machine = command.Value(Group, "--machine", "ID", "the machine's fingerprint");
        commit = command.Value(Group, "--commit", "ID", "the commit");
        branch = command.Value(Group, "--branch", "NAME", "the branch");
        since = command.Value(Group, "--since", "DATE", "measured on or after this day (2026-01-31)");
        until = command.Value(Group, "--until", "DATE", "measured before this day");
        last = command.Value(Group, "--last", "N", "only the newest N points of each series");
    }

    /// <summary>The filter of a command line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="benchmark">The benchmark's name or glob, or null.</param>
    public PointFilter Filter(ParseResult line, string? benchmark) => new()
    {
        Suite = line.GetValueForOption(suite),
        Benchmark = benchmark,
        Metric = line.GetValueForOption(metric),
        Backend = line.GetValueForOption(backend),
        Engine = line.GetValueForOption(engine),
        Label = line.GetValueForOption(label),
        Machine = line.GetValueForOption(machine),
        Commit = line.GetValueForOption(commit),
        Branch = line.GetValueForOption(branch),
        Since = line.Read(since, Day),
        Until = line.Read(until, Day),
        Last = (int?)line.Read(last, (text, name) => Quantity.Count(text, name, 1)),
    };

    private static DateTimeOffset Day(string text, string option) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset day)
            ? day
            : throw new UsageException($"{option} {text}: write a day, such as 2026-01-31");
}
