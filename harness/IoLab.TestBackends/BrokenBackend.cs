using IoLab.Contract;
using IoLab.TestBackends.Faults;

namespace IoLab.TestBackends;

/// <summary>A backend with a fault. It proves that the harness finds what it must.</summary>
/// <param name="inner">The sound backend underneath.</param>
/// <param name="fault">Makes the fault of each session.</param>
/// <param name="name">Its name, or null for the sound backend's.</param>
public sealed class BrokenBackend(IBackend inner, Func<Fault> fault, string? name = null) : IBackend
{
    /// <inheritdoc/>
    public string Name { get; } = name ?? inner.Name;

    /// <inheritdoc/>
    public string Description => $"{inner.Name} with a planted fault";

    /// <inheritdoc/>
    public Capabilities Capabilities => inner.Capabilities;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => inner.Components;

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) =>
        new BrokenSession(await inner.StartAsync(options, cancellationToken).ConfigureAwait(false), fault());

    private sealed class BrokenSession(ISession inner, Fault fault) : ISession
    {
        public int? ProcessId => inner.ProcessId;

        public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
            fault.RunAsync(inner, program, limits, cancellationToken);

        public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
            new BrokenBenchmark(await inner.PrepareAsync(program, limits, cancellationToken).ConfigureAwait(false), fault);

        public ValueTask ResetAsync(CancellationToken cancellationToken = default) => fault.ResetAsync(inner, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class BrokenBenchmark(IPreparedBenchmark inner, Fault fault) : IPreparedBenchmark
    {
        public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default) =>
            fault.Distort(await inner.MeasureAsync(iterations, limits, cancellationToken).ConfigureAwait(false));

        public ValueTask SettleAsync(CancellationToken cancellationToken = default) => inner.SettleAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
