using System.Text;
using IoLab.Contract;
using IoLab.External.Benchmarks;
using IoLab.External.Processes;
using IoLab.External.Results;

namespace IoLab.External;

/// <summary>A session of an external backend: settings for the processes it starts. Nothing outlives a run.</summary>
internal sealed class ExternalSession(
    ExternalSettings settings, string programFilePath, SessionOptions options, IChildProcessRunner runner) : ISession
{
    /// <summary>Longer code goes through a file: the kernel bounds one argument at 128 KiB.</summary>
    private const int LongestEvaluation = 100_000;

    /// <summary>Variables a launcher script needs to find its interpreter; passed on even when the guest's environment is fixed.</summary>
    private static readonly string[] HostVariables = ["PATH", "HOME", "LD_LIBRARY_PATH"];

    /// <inheritdoc/>
    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        using ProgramFile? file = IsEvaluation(program) ? null : ProgramFile.Create(program, options.WorkingDirectoryPath);
        IReadOnlyList<string> words = file is null
            ? settings.Command.ExpandEvaluation(settings.EvalFlag!, program.Source)
            : settings.Command.Expand(file.Name, [.. program.Arguments.Skip(1)]);
        ChildCommand command = Command(words, file?.WorkingDirPath ?? options.WorkingDirectoryPath ?? Environment.CurrentDirectory);
        Stream input = options.Live?.Input ?? new MemoryStream(Encoding.UTF8.GetBytes(program.StandardInput));
        try
        {
            BoundedExit run = await BoundedRun.RunAsync(runner, command, WithStartup(limits), input, options.Live, cancellationToken).ConfigureAwait(false);
            return Classifier.ToResult(run, WithStartup(limits), options.Live is null ? Visibility.Collected : Visibility.WrittenThrough);
        }
        catch (ChildStartException e)
        {
            throw new BackendException(settings.Name, e.Message, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        var driver = new BenchmarkDriver();
        IoProgram driven = program with { Source = driver.Wrap(program.Source), IsFile = false };
        ProgramFile file = ProgramFile.Create(driven, options.WorkingDirectoryPath);
        ChildCommand command = Command(settings.Command.Expand(file.Name, []), file.WorkingDirPath);
        ValueTask<BenchmarkProcess> Spawn(CancellationToken token) => BenchmarkProcess.StartAsync(driver, runner, command, WithStartup(limits), token);
        try
        {
            BenchmarkProcess process = await Spawn(cancellationToken).ConfigureAwait(false);
            return new ExternalBenchmark(settings.Name, program.Label, settings.SampleProcess, process, Spawn, file.Dispose);
        }
        catch (GuestEndedException e)
        {
            file.Dispose();
            throw new BenchmarkFailedException(settings.Name, program.Label, e.Result);
        }
        catch (ChildStartException e)
        {
            file.Dispose();
            throw new BackendException(settings.Name, e.Message, e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A program as a file, and the command that runs it.</summary>
    public (ChildCommand Command, IDisposable File) CommandFor(IoProgram program)
    {
        ProgramFile file = ProgramFile.Create(program, options.WorkingDirectoryPath);
        return (Command(settings.Command.Expand(file.Name, []), file.WorkingDirPath), file);
    }

    private bool IsEvaluation(IoProgram program) =>
        settings.EvalFlag is not null && program is { IsFile: false, Label: "doString", Arguments.Count: <= 1 }
        && program.Source.Length < LongestEvaluation && !program.Source.Contains('\0');

    private RunLimits WithStartup(RunLimits limits) =>
        limits.Time == Timeout.InfiniteTimeSpan ? limits : limits with { Time = limits.Time + settings.StartupTime };

    private ChildCommand Command(IReadOnlyList<string> words, string workingDirPath) =>
        new(programFilePath, [.. words.Skip(1)], workingDirPath, ChildEnvironment());

    private Dictionary<string, string>? ChildEnvironment()
    {
        if (options.Environment is null && settings.Environment.Count == 0) return null;
        var environment = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (options.Environment is null || HostVariables.Contains((string)variable.Key)) environment[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        foreach ((string name, string value) in options.Environment ?? new Dictionary<string, string>()) environment[name] = value;
        foreach ((string name, string value) in settings.Environment) environment[name] = value;
        return environment;
    }
}
