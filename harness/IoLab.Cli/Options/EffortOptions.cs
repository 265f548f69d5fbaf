using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Harness.Bench;

namespace IoLab.Cli.Options;

/// <summary>The options that say how much is measured.</summary>
internal sealed class EffortOptions
{
    private const string Group = "Effort";
    private readonly Option<bool> quick, rigorous;
    private readonly Option<string?> budget, invocations, rounds;

    /// <summary>Adds them to a command.</summary>
    public EffortOptions(LabCommand command)
    {
        quick = command.Switch(Group, "--quick", $"a first look: at most {Effort.Quick.Budget!.Value.TotalSeconds:0} s of measuring, {Effort.Quick.Invocations} sessions of {Effort.Quick.Rounds} rounds");
        rigorous = command.Switch(Group, "--rigorous", $"for small differences: {Effort.Rigorous.Invocations} sessions of {Effort.Rigorous.Rounds} rounds (default: {Effort.Default.Invocations} of {Effort.Default.Rounds})");
        budget = command.Value(Group, "--budget", "TIME", "all measuring ends after this time, such as 5m");
        invocations = command.Value(Group, "--invocations", "N", "fresh sessions per benchmark and backend");
        rounds = command.Value(Group, "--rounds", "N", "rounds per session");
    }

    /// <summary>The budget given, or null.</summary>
    public TimeSpan? Budget(ParseResult line) => line.Read(budget, Quantity.Time);

    /// <summary>The effort of a command line.</summary>
    public Effort Read(ParseResult line)
    {
        if (line.GetValueForOption(quick) && line.GetValueForOption(rigorous)) throw new UsageException("--quick and --rigorous exclude each other");
        Effort effort = line.GetValueForOption(quick) ? Effort.Quick : line.GetValueForOption(rigorous) ? Effort.Rigorous : Effort.Default;
        return effort with
        {
            Budget = Budget(line) ?? effort.Budget,
            Invocations = (int)(line.Read(invocations, (text, name) => Quantity.Count(text, name, 1)) ?? effort.Invocations),
            Rounds = (int)(line.Read(rounds, (text, name) => Quantity.Count(text, name, 1)) ?? effort.Rounds),
        };
    }
}
