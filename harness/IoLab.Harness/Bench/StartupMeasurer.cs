using IoLab.Contract;
using IoLab.Harness.Host;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench;

/// <summary>A command line whose start-up is measured.</summary>
/// <param name="Backend">The backend's name.</param>
/// <param name="FileName">The program to start.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="ExpectedOutput">What it must print, or null for anything. A wrong output is a failure and not a time.</param>
public sealed record StartupCommand(string Backend, string FileName, IReadOnlyList<string> Arguments, string? ExpectedOutput);

/// <summary>One launch.</summary>
/// <param name="Round">Which round, from 0.</param>
/// <param name="Order">Position within the round, from 0.</param>
/// <param name="Elapsed">From start to end of the process.</param>
/// <param name="PeakMemory">Its peak resident memory, where known.</param>
/// <param name="Anchor">The calibration kernel in the same round.</param>
public sealed record Launch(int Round, int Order, Nanoseconds Elapsed, Bytes? PeakMemory, Nanoseconds Anchor);

/// <summary>The launches of one command.</summary>
/// <param name="Command">The command.</param>
/// <param name="Launches">Its launches, the first of each command (which fills caches) left out.</param>
/// <param name="Failure">Why there is no time, or null.</param>
public sealed record StartupMeasurement(StartupCommand Command, IReadOnlyList<Launch> Launches, string? Failure);

/// <summary>Starts each command once per round, in shuffled order. A launch is an invocation of its own: processes are the unit of replication.</summary>
/// <param name="runner">Starts processes.</param>
/// <param name="kernel">The anchor.</param>
public sealed class StartupMeasurer(IProcessRunner runner, ICalibrationKernel kernel)
{
    /// <summary>The suite of start-up points.</summary>
    public const string Suite = "startup";

    /// <summary>Measures.</summary>
    /// <param name="commands">The commands; backends are unique.</param>
    /// <param name="launches">Launches per command that count, at least 1.</param>
    /// <param name="timeLimit">Of one launch.</param>
    /// <param name="seed">Of the order within rounds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<StartupMeasurement>> MeasureAsync(
        IReadOnlyList<StartupCommand> commands, int launches, TimeSpan timeLimit, ulong seed = Bootstrap.Seed, CancellationToken cancellationToken = default)
    {
        var random = new SeededRandom(seed);
        var samples = commands.ToDictionary(command => command, _ => new List<Launch>());
        var failures = new Dictionary<StartupCommand, string>();
        for (int round = -1; round < launches; round++)
        {
            StartupCommand[] order = [.. commands.Where(command => !failures.ContainsKey(command))];
            random.Shuffle<StartupCommand>(order);
            Nanoseconds anchor = kernel.Measure();
            for (int i = 0; i < order.Length; i++)
            {
                ProcessResult result = await runner.RunAsync(new ProcessRequest(order[i].FileName, order[i].Arguments, timeLimit), cancellationToken).ConfigureAwait(false);
                if (Failure(order[i], result, timeLimit) is { } failure)
                {
                    failures.Add(order[i], failure);
                }
                else if (round >= 0)
                {
                    samples[order[i]].Add(new Launch(round, i, result.Elapsed, result.PeakMemory, anchor));
                }
            }
        }

        return [.. commands.Select(command => new StartupMeasurement(command, samples[command], failures.GetValueOrDefault(command)))];
    }

    /// <summary>The points of a measurement: <c>startup</c> in ms, and <c>peakMemory</c> in bytes where known.</summary>
    public static IReadOnlyList<SeriesPoint> Points(IReadOnlyList<StartupMeasurement> measurements, string benchmark, Guid runId, DateTimeOffset time, EnvironmentInfo environment)
    {
        var points = new List<SeriesPoint>();
        foreach (StartupMeasurement measurement in measurements.Where(measurement => measurement.Launches.Count > 0))
        {
            points.Add(Point(measurement, "startup", "ms", launch => launch.Elapsed.Value / 1e6));
            if (measurement.Launches.All(launch => launch.PeakMemory is not null))
            {
                points.Add(Point(measurement, "peakMemory", "B", launch => launch.PeakMemory!.Value.Value));
            }
        }

        return points;

        SeriesPoint Point(StartupMeasurement measurement, string metric, string unit, Func<Launch, double> value) => new()
        {
            Key = new SeriesKey
            {
                Suite = Suite, Benchmark = benchmark, Metric = metric, Unit = unit, Direction = Direction.LowerIsBetter,
                Backend = measurement.Command.Backend, Engine = "rounds", Machine = environment.Fingerprint,
            },
            Time = time, RunId = runId, Commit = environment.Commit, Branch = environment.Branch, RuntimeVersion = environment.Runtime,
            Samples = [.. measurement.Launches.Select(launch => new StoredSample(launch.Round, 0, launch.Order, 1, value(launch), launch.Anchor.Value))],
            IsValid = measurement.Failure is null,
        };
    }

    /// <summary>The level of a measurement in milliseconds, or null when it failed.</summary>
    public static Estimate? Level(StartupMeasurement measurement, double confidence = 0.95) =>
        measurement.Failure is null && measurement.Launches.Count > 0
            ? Bootstrap.Exponential(Bootstrap.Centre(new GroupedSample([measurement.Launches.Select(launch => Math.Log(launch.Elapsed.Value / 1e6))]), confidence).Estimate)
            : null;

    private static string? Failure(StartupCommand command, ProcessResult result, TimeSpan timeLimit) =>
        result.IsTimedOut ? $"took longer than {timeLimit.TotalSeconds:0.#} s"
        : result.ExitCode != 0 ? $"exit code {result.ExitCode}: {result.Error.Trim()}"
        : command.ExpectedOutput is { } expected && expected != result.Output ? $"printed '{result.Output.Trim()}', expected '{expected.Trim()}'"
        : null;
}
