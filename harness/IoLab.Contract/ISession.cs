namespace IoLab.Contract;

/// <summary>
/// One isolated world of a backend. Used by one caller at a time. A failed, crashed or cancelled run leaves the session usable
/// (a backend may have to respawn what it hosts to keep that promise).
/// </summary>
public interface ISession : IAsyncDisposable
{
    /// <summary>The process that guests of this session run in, as long as it lives; null when that is this process, or is not known.</summary>
    int? ProcessId => null;

    /// <summary>
    /// Runs a program to its end or to a limit. A guest's error, crash or limit is a result, never an exception.
    /// Globals set by earlier runs stay until <see cref="ResetAsync"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the guest is stopped first. A <see cref="CancelledRunException"/> has what the run had come to.</exception>
    ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a benchmark program (which defines <c>benchmark</c> with <c>setup</c> and <c>run(n)</c>) and its <c>setup</c>, ready to be measured.
    /// The session is reset first.
    /// </summary>
    /// <exception cref="BenchmarkFailedException">The program or its setup failed.</exception>
    ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default);

    /// <summary>Back to the pristine image: no global, slot or coroutine of earlier runs remains.</summary>
    ValueTask ResetAsync(CancellationToken cancellationToken = default);
}

/// <summary>A benchmark that has been set up in a session. Disposing it does not end the session.</summary>
public interface IPreparedBenchmark : IAsyncDisposable
{
    /// <summary>
    /// Brings what samples depend on, but programs do not say, into a known state: a heap is collected. Called before a round of samples; does nothing where a backend
    /// has no such thing.
    /// </summary>
    ValueTask SettleAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>
    /// Sends <c>run(iterations)</c> once and times it by the clock nearest the work (inside the guest for hosted backends).
    /// Output of the guest is discarded but hashed with the result.
    /// </summary>
    /// <param name="iterations">The n of <c>run(n)</c>, at least 1.</param>
    /// <param name="limits">Limits of this one sample.</param>
    /// <param name="cancellationToken">Stops the guest.</param>
    /// <exception cref="BenchmarkFailedException">It raised, crashed or hit a limit: there is no time.</exception>
    ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default);
}

/// <summary>One timed <c>run(n)</c>.</summary>
/// <param name="Iterations">n.</param>
/// <param name="Elapsed">Time of the whole call.</param>
/// <param name="Allocated">Bytes allocated by the call, or null where the backend cannot tell.</param>
/// <param name="ResultText">The result's <c>asString</c>; compared with the expectation before the time is accepted.</param>
public sealed record RawSample(long Iterations, Nanoseconds Elapsed, Bytes? Allocated, string ResultText)
{
    /// <summary>How many methods the host's compiler had compiled when the sample ended, or null where the backend cannot tell: while it is at work, code is not yet what it will be.</summary>
    public long? CompiledMethods { get; init; }

    /// <summary>Elapsed time per iteration.</summary>
    public Nanoseconds PerIteration => new(Elapsed.Value / Iterations);
}

/// <summary>A benchmark gave no time. <see cref="Result"/> tells why.</summary>
public sealed class BenchmarkFailedException(string backend, string benchmark, RunResult result)
    : Exception($"{backend}: benchmark {benchmark}: {result.Outcome}: {result.Exception?.Message ?? result.Detail ?? "no detail"}")
{
    /// <summary>The backend's name.</summary>
    public string Backend { get; } = backend;
    /// <summary>The benchmark's label.</summary>
    public string Benchmark { get; } = benchmark;
    /// <summary>What the failed run looked like.</summary>
    public RunResult Result { get; } = result;
}
