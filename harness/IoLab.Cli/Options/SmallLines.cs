using System.CommandLine;
using IoLab.Cli.Commands;
using IoLab.Cli.Host;
using IoLab.Cli.Text;

namespace IoLab.Cli.Options;

/// <summary>The command lines of commands with few options: <c>run</c> (for its help), <c>backends</c>, <c>env</c>, <c>report</c>.</summary>
internal static class SmallLines
{
    /// <summary><c>run</c> reads its own words (<see cref="RunArguments"/>); here it only shows its help.</summary>
    public static LabCommand Run()
    {
        var command = new LabCommand(CommandTexts.Run);
        foreach (RunOption option in RunOption.Table) command.Show(option.Text);
        return command;
    }

    /// <summary><c>repl</c>.</summary>
    public static LabCommand Repl(CliContext context)
    {
        const string Group = "Session";
        var command = new LabCommand(CommandTexts.Repl);
        Option<string?> backend = command.Value(Group, "--backend", "NAME", "one of our own machines (closure); with @worker behind it in a process of its own, which a program may crash");
        Option<string?> time = command.Value(Group, "--time", "TIME", "limit of an entry, such as 10s (none)");
        Option<bool> noHistory = command.Switch(Group, "--no-history", "remembers nothing beyond this session");
        Argument<string[]> files = command.Words();
        return command.Does((line, cancel) => ReplCommand.RunAsync(
            new ReplRequest(line.GetValueForOption(backend) ?? context.DefaultBackend, line.Read(time, Quantity.Time), !line.GetValueForOption(noHistory), line.GetValueForArgument(files)),
            context.Registry(RegistryOptions.None), context.Host, cancel));
    }

    /// <summary><c>backends</c>.</summary>
    public static LabCommand Backends(CliContext context)
    {
        var command = new LabCommand(CommandTexts.Backends);
        var backends = new BackendOptions(command, null);
        Option<bool> json = command.JsonSwitch();
        return command.Does((line, cancel) => BackendsCommand.RunAsync(context.Registry(backends.Registry(line)), line.Format(json), context.Host, cancel));
    }

    /// <summary><c>disasm</c>.</summary>
    public static LabCommand Disasm(CliContext context)
    {
        var command = new LabCommand(CommandTexts.Disasm);
        Argument<string[]> words = command.Words();
        Option<string?> code = command.Value("Program", "-e", "CODE", "a program given here");
        Option<string?> backend = command.Value("Program", "--backend", "NAME", "who compiles it: one of our own machines that has code to show (bytecode)");
        Option<bool> json = command.JsonSwitch();
        return command.Does((line, cancel) =>
        {
            string[] files = line.GetValueForArgument(words);
            if (files.Length > 1) throw new UsageException($"disasm shows one file, and not {files.Length}; for more run it again");
            return DisasmCommand.RunAsync(
                files.FirstOrDefault(), line.GetValueForOption(code), line.GetValueForOption(backend), context.Registry(RegistryOptions.None), line.Format(json), context.Host, cancel);
        });
    }

    /// <summary><c>env</c>.</summary>
    public static LabCommand Env(CliContext context)
    {
        var command = new LabCommand(CommandTexts.Env);
        Option<bool> json = command.JsonSwitch();
        return command.Does((line, _) => Task.FromResult(EnvCommand.Run(MachineProbe.Read(Repository.Find(context.Host).RootDirPath), line.Format(json), context.Host)));
    }

    /// <summary><c>report</c>.</summary>
    public static LabCommand Report(CliContext context)
    {
        var command = new LabCommand(CommandTexts.Report);
        Option<string?> output = command.Value("Output", "--out", "FILE", "where to write: .html or .md (.iolab/report.html)");
        Option<string?> store = command.Value("Store", "--store", "FILE", "the store (.iolab/history.db)");
        var filter = new FilterOptions(command);
        Option<string?> benchmark = command.Value("Selection", "--benchmark", "NAME", "the benchmark");
        return command.Does((line, cancel) =>
        {
            Repository repository = Repository.Find(context.Host);
            return ReportCommand.RunAsync(
                line.GetValueForOption(output) ?? repository.ReportFilePath, line.GetValueForOption(store) ?? repository.StoreFilePath, repository,
                filter.Filter(line, line.GetValueForOption(benchmark)), context.Registry(RegistryOptions.None), context.Host, cancel);
        });
    }
}
