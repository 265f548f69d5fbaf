using IoLab.Contract;

namespace IoLab.TestBackends;

/// <summary>
/// A backend whose programs state their own behaviour and timings (see <see cref="FakeCommand"/> and <see cref="FakeWork"/>). Deterministic; never sleeps:
/// time passes on the <see cref="FakeMachine"/>'s clock.
/// </summary>
/// <param name="machine">The machine it runs on.</param>
/// <param name="name">Its name.</param>
public sealed class FakeBackend(FakeMachine machine, string name = "fake") : IBackend
{
    private int _sessions;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string Description => "plays back the behaviour and timings its programs state";

    /// <inheritdoc/>
    public Capabilities Capabilities { get; init; } =
        Capabilities.InProcess | Capabilities.Resettable | Capabilities.VirtualClock | Capabilities.AllocationCounting;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components { get; init; } = [$"evaluation/{name}"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The version it reports.</summary>
    public string? Version { get; init; } = "1.0";

    /// <summary>How many times slower than stated it runs: 1.1 is 10% slower.</summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>The process that its sessions say they live in.</summary>
    public int? ProcessId { get; init; }

    /// <summary>What is done when a benchmark is told to settle.</summary>
    public Action Settling { get; init; } = () => { };

    /// <summary>How many sessions have been started.</summary>
    public int SessionsStarted => _sessions;

    /// <summary>How many of them have been disposed of.</summary>
    public int SessionsEnded { get; internal set; }

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => new(new ProbeResult(true, Version, null));

    /// <inheritdoc/>
    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        if (options.DisabledFeatures.FirstOrDefault(feature => !Features.Contains(feature)) is { } unknown) throw new BackendException(Name, $"unknown feature '{unknown}'");
        int number = Interlocked.Increment(ref _sessions);
        int seed = HashCode(machine.Seed, Name, number);
        return new(new FakeSession(this, machine, Slowdown * (1 + options.Debug.SlowBy), new Noise(seed), options.Live));
    }

    /// <summary>FNV-1a: the runtime's own hash of a text changes from process to process.</summary>
    private static int HashCode(int seed, string text, int number)
    {
        uint hash = 2166136261 ^ (uint)seed;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (uint)number) * 16777619 & int.MaxValue);
    }
}
