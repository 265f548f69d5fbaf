using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.External;
using IoLab.Harness.Bench;
using IoLab.Harness.Host;

namespace IoLab.Cli.Commands;

/// <summary>What measuring peak memory gave.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Points">Points to store.</param>
internal sealed record MemoryResult(IReadOnlyList<BenchmarkRow> Rows, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>Nothing was measured.</summary>
    public static MemoryResult None { get; } = new([], []);
}

/// <summary>The part of <c>bench</c> that measures the peak memory of whole processes, on a program that prints one line.</summary>
internal static class MemoryPart
{
    /// <summary>The benchmark's name in its suite.</summary>
    private const string Benchmark = "hello";

    private const string Code = "\"hello\" println";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private const string Metric = "peakMemory";
    private const int Launches = 5;

    /// <summary>Is the benchmark among what is measured?</summary>
    public static bool IsSelected(IReadOnlyList<BenchmarkDefinition> benchmarks) =>
        benchmarks.Any(benchmark => benchmark.Suite == StartupMeasurer.Suite && benchmark.Name == Benchmark);

    /// <summary>Launches every backend in rounds.</summary>
    /// <param name="backends">The backends.</param>
    /// <param name="reference">The backend that speed-ups refer to.</param>
    /// <param name="run">The run that the points belong to.</param>
    /// <param name="environment">The machine.</param>
    /// <param name="host">The outside world.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<MemoryResult> MeasureAsync(
        IReadOnlyList<IBackend> backends, string reference, (Guid Id, DateTimeOffset Time) run, EnvironmentInfo environment, CliHost host,
        CancellationToken cancellationToken)
    {
        string filePath = Path.Combine(Directory.CreateTempSubdirectory("iolab-hello-").FullName, "hello.io");
        await File.WriteAllTextAsync(filePath, Code + "\n", cancellationToken).ConfigureAwait(false);
        try
        {
            StartupCommand[] commands = [.. backends.Select(backend => Command(backend, filePath)).OfType<StartupCommand>()];
            if (commands.Length == 0) return MemoryResult.None;
            using var progress = new ProgressLine(host);
            progress.Show($"starting {string.Join(", ", commands.Select(command => command.Backend))} {Launches} times each");
            IReadOnlyList<StartupMeasurement> measured = await new StartupMeasurer(new SystemProcessRunner(), new DispatchKernel())
                .MeasureAsync(commands, Launches, TimeLimit, cancellationToken: cancellationToken).ConfigureAwait(false);
            return new MemoryResult(
                [.. StartupSummary.Rows(measured, Benchmark, reference).Where(row => row.Metric == Metric)],
                [.. StartupMeasurer.Points(measured, Benchmark, run.Id, run.Time, environment).Where(point => point.Key.Metric == Metric)]);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(filePath)!, recursive: true);
        }
    }

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
