using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bdn;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.Workers;

namespace IoLab.Cli.Commands;

/// <summary>What <c>bench</c> and <c>gate</c> share: who can be measured, by which engine, with what progress.</summary>
internal static class Measuring
{
    /// <summary>Our measurers. Adding one is a line here.</summary>
    public static IReadOnlyList<(string Name, Func<CliContext, IMeasurer> Make)> Engines { get; } =
    [
        ("rounds", context => new RoundsMeasurer(participant => Home(participant, context.WorkerWords))),
        ("bdn", _ => new BdnMeasurer()),
    ];

    /// <summary>
    /// Where the sessions of one who is measured live: our own machines in worker processes, where this program can start them. Their memory has no limit and nobody looks at it, as
    /// nothing must happen there that the measured program does not do.
    /// </summary>
    public static IBackend Home(Participant participant, IReadOnlyList<string>? workerWords) =>
        workerWords is not null && participant.Backend.Capabilities.HasFlag(Capabilities.InProcess)
            ? new IsolatedBackend(participant.Backend, SettingsFor(participant.Backend, workerWords))
            : participant.Backend;

    private static WorkerSettings SettingsFor(IBackend backend, IReadOnlyList<string> workerWords)
    {
        bool isGuided = !backend.Capabilities.HasFlag(Capabilities.Unguided);
        return new WorkerSettings { Command = workerWords, HeapBytes = null, Canary = null, CallsPerTier = isGuided ? Effort.CallsPerTier : null, IsProfileGuided = isGuided };
    }

    /// <summary>The usable ones of the backends with their versions; warns of the others. Named ones must be usable.</summary>
    public static async Task<IReadOnlyList<(IBackend Backend, string? Version)>> UsableAsync(
        BackendRegistry registry, string? names, CliHost host, CancellationToken cancellationToken)
    {
        var usable = new List<(IBackend, string?)>();
        foreach (IBackend backend in registry.Select(names))
        {
            ProbeResult probe = await backend.ProbeAsync(cancellationToken).ConfigureAwait(false);
            if (probe.IsUsable) usable.Add((backend, probe.Version));
            else if (names is not null) throw new UsageException($"{backend.Name} is not usable: {probe.Remedy}");
            else host.Warn($"{backend.Name} is left out: {probe.Remedy}");
        }

        return usable.Count > 0 ? usable : throw new UsageException("no backend is usable; iolab backends tells why");
    }

    /// <summary>Draws what happens while measuring, as one line on a terminal; failures are warnings everywhere.</summary>
    public sealed class Progress(CliHost host, ProgressLine line) : IBenchProgress
    {
        private int invocation, invocations = 1;

        /// <inheritdoc/>
        public void Report(BenchEvent happened)
        {
            switch (happened)
            {
                case BenchEvent.InvocationStarted started:
                    (invocation, invocations) = (started.Invocation, started.Invocations);
                    Show(happened, $"{started.Benchmark.Id}: warming up");
                    break;
                case BenchEvent.WarmedUp warm:
                    Show(happened, $"{warm.Benchmark.Id} on {warm.Participant.Name}: warm after {warm.Samples} samples");
                    break;
                case BenchEvent.SampleTaken sample:
                    Show(happened, $"{sample.Benchmark.Id} on {sample.Participant.Name}: {Reports.NumberFormat.Value(sample.Value, sample.Benchmark.Unit.Name)}, round {sample.Sample.Round + 1}");
                    break;
                case BenchEvent.Failed failed:
                    line.Dispose();
                    host.Warn($"{failed.Benchmark.Id} on {failed.Participant.Name}: {failed.Reason}");
                    break;
            }
        }

        private void Show(BenchEvent happened, string text)
        {
            string time = happened.Remaining is { } left ? $"{Math.Max(0, left.TotalSeconds),2:0} s left" : $"{happened.Elapsed.TotalSeconds,3:0} s";
            line.Show($"[{time}] session {invocation + 1} of {invocations}: {text}");
        }
    }
}
