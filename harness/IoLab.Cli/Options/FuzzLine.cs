using System.CommandLine;
using System.CommandLine.Parsing;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Differential.Campaigns;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab fuzz</c>.</summary>
internal static class FuzzLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Programs = "Programs", Effort = "Effort", Campaigning = "Campaign", Output = "Output", Backends = "Backends";
        var command = new LabCommand(Text.CommandTexts.Fuzz);
        Option<string?> seed = command.Value(Programs, "--seed", "N", "the campaign's seed, which all its programs follow from (a new one)");
        Option<string?> print = command.Value(Programs, "--print", "SEED", "prints the program of a seed as findings name it, and runs nothing");
        Option<string?> seconds = command.Value(Effort, "--seconds", "N", "begins no program after this time (60, unless --count is given)");
        Option<string?> count = command.Value(Effort, "--count", "N", "runs the campaign's first N programs, those of earlier processes included");
        Option<string?> jobs = command.Value(Effort, "--jobs", "N", "programs at once (one per processor)");
        Option<string?> steps = command.Value(Effort, "--steps", "N", $"limit of steps of each run ({CampaignOptions.UsualSteps})");
        Option<bool> noReduce = command.Switch(Effort, "--no-reduce", "stores findings as they are found");
        Option<bool> resume = command.Switch(Campaigning, "--resume", "goes on with the campaign of --dir or --seed, and begins it when there is none; without these, with the last one");
        Option<string?> dir = command.Value(Campaigning, "--dir", "DIR", "the campaign's directory (.iolab/campaigns/SEED)");
        Option<string?> shard = command.Value(Campaigning, "--shard", "I/N", "runs the I-th of N parts of the campaign");
        Option<string?> names = command.Value(Backends, "--backends", "A,B", "the backends (all our own)");
        Option<string?> mutants = command.Value(Backends, "--mutants", "ID,ID", "plants bugs of iolab selftest --list, to see them found");
        Option<string?> on = command.Value(Backends, "--on", "A,B", "the backends to plant them on (the last one that has them)");
        var backends = new BackendOptions(command, null);
        Option<string?> events = command.Value(Output, "--events", "FILE", "appends a line of JSON for each finding, now and then for progress, and for the end");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            var request = new FuzzRequest
            {
                Backends = Names(line, names),
                Seed = line.Read(seed, Seed),
                Programs = line.Read(count, (text, name) => Quantity.Count(text, name, 1)),
                Time = line.Read(seconds, (text, name) => TimeSpan.FromSeconds(Quantity.Count(text, name, 1))),
                Jobs = (int)(line.Read(jobs, (text, name) => Quantity.Count(text, name, 1)) ?? Environment.ProcessorCount),
                Resumes = line.GetValueForOption(resume),
                Shard = line.GetValueForOption(shard) is { } text ? Part(text) : null,
                DirPath = line.GetValueForOption(dir),
                CampaignsDirPath = Repository.Find(context.Host).CampaignsDirPath,
                Mutants = Names(line, mutants),
                MutantBackends = Names(line, on),
                Reduces = line.GetValueForOption(noReduce) ? false : null,
                StepLimit = line.Read(steps, (text, name) => Quantity.Count(text, name, 1)),
                PrintedSeed = line.GetValueForOption(print),
                EventsFilePath = line.GetValueForOption(events),
                Format = line.Format(json),
            };
            return FuzzCommand.RunAsync(request, context.Workshop(backends.Registry(line)), context.Host, cancel);
        });
    }

    private static IReadOnlyList<string>? Names(ParseResult line, Option<string?> option) =>
        line.GetValueForOption(option)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static uint Seed(string text, string option) => Quantity.Count(text, option, 0) is var seed and <= uint.MaxValue
        ? (uint)seed
        : throw new UsageException($"{option} {text}: write a whole number up to {uint.MaxValue}");

    private static Shard Part(string text)
    {
        try
        {
            return Shard.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UsageException($"--shard {e.Message}");
        }
    }
}
