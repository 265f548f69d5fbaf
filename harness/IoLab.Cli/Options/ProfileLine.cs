using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Text;
using IoLab.Contract;

namespace IoLab.Cli.Options;

/// <summary>The command line of <c>iolab profile</c>.</summary>
internal static class ProfileLine
{
    /// <summary>Defines the command.</summary>
    public static LabCommand Define(CliContext context)
    {
        const string Program = "Program", Limits = "Limits (none by default)", Sampling = "Sampling", Output = "Output";
        var command = new LabCommand(CommandTexts.Profile);
        Argument<string[]> words = command.Words();
        Option<string?> code = command.Value(Program, "-e", "CODE", "a program given here");
        Option<string?> benchmark = command.Value(Program, "--benchmark", "SUITE/NAME", "a benchmark's run(n), after its setup");
        Option<string?> turns = command.Value(Program, "--turns", "N", "the n of that (1)");
        Option<string?> backend = command.Value(Program, "--backend", "NAME", "who runs it: one of our own machines that profiles (bytecode)");
        Option<string?> time = command.Value(Limits, "--time", "TIME", "wall-clock time, such as 10s");
        Option<string?> steps = command.Value(Limits, "--steps", "N", "sends and loop back-edges; code that counts them is not quite the code that runs otherwise");
        Option<string?> interval = command.Value(Sampling, "--every", "N", "instructions between two samples of the stack (997)");
        Option<string?> top = command.Value(Output, "--top", "N", "the most rows of a table (15)");
        Option<bool> pairs = command.Switch(Output, "--pairs", "shows pairs of instructions that follow one another");
        Option<string?> folded = command.Value(Output, "--folded", "FILE", "writes collapsed stacks for flame graphs: frames with ; in between, then how many samples");
        Option<string?> speedscope = command.Value(Output, "--speedscope", "FILE", "writes flame graphs of instructions and of allocated bytes for speedscope.app");
        Option<bool> json = command.JsonSwitch();

        return command.Does((line, cancel) =>
        {
            string[] given = line.GetValueForArgument(words);
            var request = new ProfileRequest
            {
                FilePath = given.FirstOrDefault(),
                Arguments = given,
                Code = line.GetValueForOption(code),
                Benchmark = line.GetValueForOption(benchmark),
                Turns = line.Read(turns, (text, name) => Quantity.Count(text, name, 1)) ?? 1,
                Backend = line.GetValueForOption(backend),
                Limits = RunLimits.Unlimited with
                {
                    Time = line.Read(time, Quantity.Time) ?? Timeout.InfiniteTimeSpan,
                    Steps = line.Read(steps, (text, name) => Quantity.Count(text, name, 1)),
                },
                Profile = new ProfileOptions { Interval = line.Read(interval, (text, name) => Quantity.Count(text, name, 1)) ?? ProfileOptions.UsualInterval },
                Top = (int)Math.Min(int.MaxValue, line.Read(top, (text, name) => Quantity.Count(text, name, 1)) ?? 15),
                ShowsPairs = line.GetValueForOption(pairs),
                FoldedFilePath = line.GetValueForOption(folded),
                SpeedscopeFilePath = line.GetValueForOption(speedscope),
                Format = line.Format(json),
            };
            return ProfileCommand.RunAsync(request, context.Registry(RegistryOptions.None), context.Host, cancel);
        });
    }
}
