using System.Text.Json;
using System.Text.Json.Serialization;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;

namespace IoLab.Cli.Commands;

/// <summary>One invocation of one benchmark, as it is ordered of a process of its own (on its standard input) and answered by it (on its standard output).</summary>
internal static class MeasurePart
{
    /// <summary>The word that starts such a process. It is between our own processes and may change at any time, so no help shows it.</summary>
    public const string Word = "measure-part";

    private static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>One who takes part.</summary>
    /// <param name="Backend">The backend's name.</param>
    /// <param name="Label">The label.</param>
    /// <param name="Debug">Debug switches of its sessions.</param>
    public sealed record Contestant(string Backend, string Label, DebugOptions Debug);

    /// <summary>What to measure.</summary>
    public sealed record Order(
        RegistryOptions Registry, string Suite, string Name, string Source, IReadOnlyList<Contestant> Contestants, Effort Effort, ulong Seed);

    /// <summary>What one of those who took part achieved.</summary>
    public sealed record Score(IReadOnlyList<MeasuredSample> Samples, IReadOnlyList<WarmUp> WarmUps, string? Failure, bool IsValid, IReadOnlyList<string> Remarks);

    /// <summary>What was measured.</summary>
    /// <param name="Scores">In the order of the contestants.</param>
    /// <param name="IsCutShort">Did the budget end it?</param>
    public sealed record Answer(IReadOnlyList<Score> Scores, bool IsCutShort);

    /// <summary>The process that measures.</summary>
    public static async Task<int> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        Order order;
        using (Stream input = context.Host.OpenInput())
        {
            order = await JsonSerializer.DeserializeAsync<Order>(input, Format, cancellationToken).ConfigureAwait(false) ?? throw new UsageException($"{Word}: no order");
        }

        BackendRegistry registry = context.Registry(order.Registry);
        var plan = new MeasurementPlan
        {
            Benchmarks = [BenchmarkLoader.Parse(order.Source, order.Suite, order.Name + ".io")],
            Participants = [.. order.Contestants.Select(one => new Participant(registry.Get(one.Backend), one.Label, new SessionOptions { Debug = one.Debug }))],
            Effort = order.Effort,
            Seed = order.Seed,
        };
        BenchmarkRun run = await new RoundsMeasurer().MeasureAsync(plan, null, cancellationToken).ConfigureAwait(false);
        var answer = new Answer(
            [.. run.Measurements.Select(one => new Score(one.Samples, one.WarmUps, one.Failure, one.IsValid, one.Remarks))], run.IsCutShort);
        await JsonSerializer.SerializeAsync(context.Host.OutputStream, answer, Format, cancellationToken).ConfigureAwait(false);
        return ExitCode.Fine;
    }

    /// <summary>The text of an order.</summary>
    public static byte[] Write(Order order) => JsonSerializer.SerializeToUtf8Bytes(order, Format);

    /// <summary>Reads an answer; null when it is none.</summary>
    public static Answer? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(text, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
