using IoLab.Contract;
using IoLab.Harness.Bench.Stopping;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>One benchmark on one participant while it is being measured: its frozen n, its samples, its failure.</summary>
internal sealed class Contender(BenchmarkDefinition benchmark, Participant participant, IBackend home, Effort effort, TimeProvider time)
{
    /// <summary>How long past its limit a sample may take before it is cancelled, and again before it is abandoned.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long a step may take to stop when everything is cancelled.</summary>
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(1.5);

    private readonly List<MeasuredSample> _samples = [];
    private readonly List<WarmUp> _warmUps = [];
    private ISession? _session;
    private IPreparedBenchmark? _prepared;
    private bool _isValid = true;

    public BenchmarkDefinition Benchmark { get; } = benchmark;

    public Participant Participant { get; } = participant;

    /// <summary>The n of a sample; 0 until calibrated.</summary>
    public long Iterations { get; set; }

    /// <summary>The n of the short samples a process is warmed up with; 0 until found.</summary>
    public long ShortIterations { get; set; }

    public string? Failure { get; private set; }

    /// <summary>Does it live in processes of its own, which were started for being measured?</summary>
    public bool IsElsewhere => Benchmark.Measures == MeasuredPhase.Run && !ReferenceEquals(home, Participant.Backend);

    /// <summary>Does every invocation begin in a process that has run nothing yet?</summary>
    public bool IsAlwaysFresh => IsElsewhere && effort.IsolatesInvocations;

    /// <summary>The process its session lives in, where that is known.</summary>
    public int? ProcessId => _session?.ProcessId;

    /// <summary>Does every sample begin from nothing, so that there is nothing to warm up?</summary>
    public bool IsAlwaysCold => Benchmark.Measures == MeasuredPhase.Start || Participant.Backend.Capabilities.HasFlag(Capabilities.FreshSamples);

    public bool IsReady => _prepared is not null && Failure is null;

    public IReadOnlyList<WarmUp> WarmUps => _warmUps;

    public async Task StartAsync(SampleLimit limit, CancellationToken cancellationToken)
    {
        if ((Benchmark.Needs & ~Participant.Backend.Capabilities) is var missing && missing != Capabilities.None)
        {
            Fail($"needs {missing}");
            return;
        }

        if (Benchmark.Measures == MeasuredPhase.Start)
        {
            _prepared = new StartBenchmark(Participant.Program ?? Participant.Backend, Benchmark.ToProgram(), Participant.Options, time);
            return;
        }

        await GuardAsync(limit, async stop =>
        {
            _session ??= await home.StartAsync(Participant.Options, stop).ConfigureAwait(false);
            _prepared = await _session.PrepareAsync(Benchmark.ToProgram(), new RunLimits { Time = limit.Time }, stop).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings it into a known state before a round.</summary>
    public Task SettleAsync(SampleLimit limit, CancellationToken cancellationToken) => GuardAsync(
        limit,
        async stop =>
        {
            await _prepared!.SettleAsync(stop).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Takes one sample and checks its result; null when that failed, or the budget ended in it.</summary>
    public async Task<RawSample?> MeasureAsync(long iterations, SampleLimit limit, CancellationToken cancellationToken)
    {
        RawSample? sample = await GuardAsync(
            limit, async stop => await _prepared!.MeasureAsync(iterations, new RunLimits { Time = limit.Time }, stop).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        if (sample is null)
        {
            return null;
        }

        if (Benchmark.Expectation.TextFor(iterations) is { } expected && expected != sample.ResultText)
        {
            _isValid = false;
            Fail($"wrong result: run({iterations}) answered '{sample.ResultText}', expected '{expected}'");
            return null;
        }

        if (sample.Elapsed.Value <= 0)
        {
            Fail($"run({iterations}) took no time at all ({sample.Elapsed.Value} ns): the clock is too coarse");
            return null;
        }

        return sample;
    }

    public void Accept(MeasuredSample sample) => _samples.Add(sample);

    public void Accept(WarmUp warmUp) => _warmUps.Add(warmUp);

    public void Fail(string reason) => Failure ??= reason;

    /// <summary>Ends an invocation. A process that later invocations share lives on, unless it has failed.</summary>
    public async Task StopAsync()
    {
        IPreparedBenchmark? prepared = Interlocked.Exchange(ref _prepared, null);
        await LetGoAsync(prepared).ConfigureAwait(false);
        if (Failure is not null || !IsElsewhere || effort.IsolatesInvocations)
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends whatever is still alive.</summary>
    public Task EndAsync() => LetGoAsync(Interlocked.Exchange(ref _session, null));

    private async Task LetGoAsync(IAsyncDisposable? held)
    {
        try
        {
            await (held?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
        }
        catch (Exception e) // A backend may fail at anything; the run goes on without it.
        {
            Fail($"did not stop: {e.Message}");
        }
    }

    public Measurement ToMeasurement()
    {
        return new Measurement
        {
            Benchmark = Benchmark, Participant = Participant, Samples = [.. _samples], WarmUps = [.. _warmUps], IsValid = _isValid, Remarks = WarmUp.Remarks(_warmUps),
            Failure = Failure ?? (_samples.Count == 0 ? "the budget ended before its first sample; raise --budget or select fewer benchmarks" : null),
        };
    }

    /// <summary>Runs one step of the backend, within its limit; whatever goes wrong becomes this contender's failure.</summary>
    private async Task<T?> GuardAsync<T>(SampleLimit limit, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit.Time + Grace);
        Task<T> running = Task.Run(() => step(stop.Token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(limit.Time + Grace + Grace, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAny(running, Task.Delay(CancellationGrace, CancellationToken.None)).ConfigureAwait(false); // What is disposed of next may be used by one caller only.
            throw;
        }
        catch (BenchmarkFailedException e) when (limit.IsCut && e.Result.Outcome == Outcome.TimedOut)
        {
            // The budget ended; what was measured before counts.
        }
        catch (BenchmarkFailedException e)
        {
            Fail($"{e.Result.Outcome}: {e.Result.Exception?.Message ?? e.Result.Detail ?? "no detail"}");
        }
        catch (OperationCanceledException)
        {
            Fail($"did not keep its limit of {limit.Time.TotalSeconds:0.###} s; it was cancelled");
        }
        catch (TimeoutException)
        {
            (_prepared, _session) = (null, null); // Abandoned: disposing would wait for what does not end.
            Fail($"did not keep its limit of {limit.Time.TotalSeconds:0.###} s and ignored cancellation");
        }
        catch (Exception e) // A backend may break its contract in any way; the run goes on without it.
        {
            Fail($"{e.GetType().Name}: {e.Message}");
        }

        return default;
    }
}
