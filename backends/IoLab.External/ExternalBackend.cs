using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;

namespace IoLab.External;

/// <summary>Any command line as a backend: every run is a process.</summary>
/// <remarks>
/// A run starts from nothing, so globals of earlier runs are never seen and resetting does nothing. A virtual clock, permissions, steps and
/// mutants are not kept: <see cref="Capabilities"/> says so.
/// </remarks>
public sealed class ExternalBackend : IBackend
{
    private readonly ExternalSettings settings;
    private readonly IChildProcessRunner runner;

    /// <summary>Makes a backend of a command line.</summary>
    /// <param name="settings">The command and what is known of it.</param>
    /// <param name="runner">Runs processes; null for the default.</param>
    public ExternalBackend(ExternalSettings settings, IChildProcessRunner? runner = null)
    {
        this.settings = settings;
        this.runner = runner ?? new SystemProcessRunner();
    }

    /// <inheritdoc/>
    public string Name => settings.Name;

    /// <inheritdoc/>
    public string Description => settings.Description ?? $"runs {settings.Command}";

    /// <inheritdoc/>
    public Capabilities Capabilities => settings.SampleProcess == SampleProcess.Fresh ? Capabilities.FreshSamples : Capabilities.None;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => settings.Components.Count > 0 ? settings.Components : [$"everything/{Name}"];

    /// <inheritdoc/>
    public async ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default)
    {
        if (FindProgram(settings.Command.Words[0]) is null) return new ProbeResult(false, null, Missing(settings.Command.Words[0]));
        if (settings.VersionCommand is not { } versionCommand) return new ProbeResult(true, null, null);
        if (FindProgram(versionCommand.Words[0]) is not { } programFilePath) return new ProbeResult(false, null, Missing(versionCommand.Words[0]));

        var command = new ChildCommand(programFilePath, [.. versionCommand.Words.Skip(1)], Environment.CurrentDirectory, null);
        var limits = new RunLimits { Time = settings.ProbeTime, OutputBytes = 64 * 1024 };
        try
        {
            BoundedExit run = await BoundedRun.RunAsync(runner, command, limits, Stream.Null, null, cancellationToken).ConfigureAwait(false);
            string? version = FirstLine(run.Output) ?? FirstLine(run.Error);
            return run.Reason == StopReason.None && run.Exit.Code == 0
                ? new ProbeResult(true, version, null)
                : new ProbeResult(false, version, $"make this command work, or remove it from the configuration: {versionCommand}");
        }
        catch (ChildStartException e)
        {
            return new ProbeResult(false, null, e.Message);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options.Mutants.Count > 0) throw new BackendException(Name, $"an external program has no mutants (asked for: {string.Join(", ", options.Mutants)})");
        if (options.DisabledFeatures.Count > 0) throw new BackendException(Name, $"an external program has no features to switch off (asked for: {string.Join(", ", options.DisabledFeatures)})");
        string programFilePath = FindProgram(settings.Command.Words[0]) ?? throw new BackendException(Name, Missing(settings.Command.Words[0]));
        return ValueTask.FromResult<ISession>(new ExternalSession(settings, programFilePath, options, runner));
    }

    /// <summary>The words that run a file: for measuring its start-up from outside.</summary>
    public IReadOnlyList<string> CommandFor(string filePath) => settings.Command.Expand(filePath, []);

    private static string? FindProgram(string name) =>
        ExecutableFinder.Find(name, Environment.CurrentDirectory, Environment.GetEnvironmentVariable("PATH"));

    private static string Missing(string program) => program.Contains('/')
        ? $"there is no program {program}: correct the command, or build or install it"
        : $"{program} is not on PATH: install it, or give its full path in the command";

    private static string? FirstLine(ReadOnlyMemory<byte> text) =>
        Encoding.UTF8.GetString(text.Span).Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
}
