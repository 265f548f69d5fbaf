using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Harness.Bdn;

/// <summary>One benchmark on one participant, as BenchmarkDotNet drives it: set up, called with a fixed n, cleaned up.</summary>
internal sealed class BdnCase(BenchmarkDefinition benchmark, Participant participant, Effort effort)
{
    private readonly RunLimits _limits = new() { Time = effort.SampleLimit };
    private ISession? _session;
    private IPreparedBenchmark? _prepared;
    private string? _expected;

    public BenchmarkDefinition Benchmark { get; } = benchmark;

    public Participant Participant { get; } = participant;

    /// <summary>The n of every call.</summary>
    public long Iterations { get; private set; } = 1;

    public string? Failure { get; set; }

    public bool IsValid { get; private set; } = true;

    /// <summary>Starts the session and finds the n with which a call takes about a tenth of the minimum sample: BenchmarkDotNet repeats calls itself.</summary>
    public void SetUp()
    {
        _session = Participant.Backend.StartAsync(Participant.Options).AsTask().GetAwaiter().GetResult();
        _prepared = _session.PrepareAsync(Benchmark.ToProgram(), _limits).AsTask().GetAwaiter().GetResult();
        double wanted = effort.MinimumSample.TotalNanoseconds / 10;
        Iterations = 1;
        while (true)
        {
            _expected = Benchmark.Expectation.TextFor(Iterations);
            RawSample sample = Call();
            if (sample.Elapsed.Value >= wanted)
            {
                return;
            }

            Iterations = Math.Max(Iterations + 1, (long)(Iterations * Math.Clamp(1.2 * wanted / Math.Max(1, sample.Elapsed.Value), 1, 10)));
        }
    }

    /// <summary>What is timed.</summary>
    /// <exception cref="BenchmarkFailedException">The guest failed.</exception>
    /// <exception cref="InvalidOperationException">The result was wrong.</exception>
    public RawSample Call()
    {
        ValueTask<RawSample> pending = _prepared!.MeasureAsync(Iterations, _limits);
        RawSample sample = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        if (_expected is not null && sample.ResultText != _expected)
        {
            IsValid = false;
            throw new InvalidOperationException($"wrong result: run({Iterations}) answered '{sample.ResultText}', expected '{_expected}'");
        }

        return sample;
    }

    public void CleanUp()
    {
        _prepared?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _session?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        (_prepared, _session) = (null, null);
    }
}
