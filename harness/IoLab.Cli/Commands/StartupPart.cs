using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.External;
using IoLab.Harness.Bench;
using IoLab.Harness.Host;

namespace IoLab.Cli.Commands;

/// <summary>What start-up measuring gave.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Points">Points to store.</param>
internal sealed record StartupResult(IReadOnlyList<BenchmarkRow> Rows, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>Nothing was measured.</summary>
    public static StartupResult None { get; } = new([], []);
}

/// <summary>The part of <c>bench</c> that measures whole processes: from start to end of a program that prints one line, and peak memory.</summary>
internal static class StartupPart
{
    /// <summary>The benchmark's name in its suite.</summary>
    public const string Benchmark = "hello";

    private const string Code = "\"hello\" println";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>Is it among what was asked for?</summary>
    public static bool IsSelected(IReadOnlyList<string> filters) => filters.Count == 0 || filters.Any(IsOurs);

    /// <summary>Is a pattern about start-up?</summary>
    public static bool IsOurs(string filter) => filter is StartupMeasurer.Suite or $"{StartupMeasurer.Suite}/*" or $"{StartupMeasurer.Suite}/{Benchmark}" or Benchmark;

    /// <summary>Launches every backend in rounds.</summary>
    /// <param name="backends">The backends.</param>
    /// <param name="reference">The backend that speed-ups refer to.</param>
    /// <param name="launches">How many launches of each count.</param>
    /// <param name="run">The run that the points belong to.</param>
    /// <param name="environment">The machine.</param>
    /// <param name="host">The outside world.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<StartupResult> MeasureAsync(
        IReadOnlyList<IBackend> backends, string reference, int launches, (Guid Id, DateTimeOffset Time) run, EnvironmentInfo environment, CliHost host,
        CancellationToken cancellationToken)
    {
        string filePath = Path.Combine(Directory.CreateTempSubdirectory("iolab-hello-").FullName, "hello.io");
        await File.WriteAllTextAsync(filePath, Code + "\n", cancellationToken).ConfigureAwait(false);
        try
        {
            StartupCommand[] commands = [.. backends.Select(backend => Command(backend, filePath)).OfType<StartupCommand>()];
            if (commands.Length == 0) return StartupResult.None;
            using var progress = new ProgressLine(host);
            progress.Show($"starting {string.Join(", ", commands.Select(command => command.Backend))} {launches} times each");
            IReadOnlyList<StartupMeasurement> measured = await new StartupMeasurer(new SystemProcessRunner(), new DispatchKernel())
                .MeasureAsync(commands, launches, TimeLimit, cancellationToken: cancellationToken).ConfigureAwait(false);
            return new StartupResult(
                StartupSummary.Rows(measured, Benchmark, reference), StartupMeasurer.Points(measured, Benchmark, run.Id, run.Time, environment));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(filePath)!, recursive: true);
        }
    }

    /// <summary>How many launches an effort is worth.</summary>
    public static int Launches(Effort effort) => Math.Clamp(effort.Invocations * effort.Rounds / 3, 5, 40);

    /// <summary>Our machines are started as this program runs them; null when this program is not the command (in a test).</summary>
    private static StartupCommand? Command(IBackend backend, string filePath)
    {
        if (backend is ExternalBackend external)
        {
            IReadOnlyList<string> words = external.CommandFor(filePath);
            return new StartupCommand(backend.Name, words[0], [.. words.Skip(1)], "hello\n");
        }

        return Environment.ProcessPath is { } program && Path.GetFileNameWithoutExtension(program) == "iolab"
            ? new StartupCommand(backend.Name, program, ["run", "--backend", backend.Name, filePath], "hello\n")
            : null;
    }
}
