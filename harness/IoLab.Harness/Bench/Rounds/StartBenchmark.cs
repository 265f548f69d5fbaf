using IoLab.Contract;

namespace IoLab.Harness.Bench.Rounds;

/// <summary>Times whole lives of a program: an iteration starts a session, runs the program to its end and disposes of the session.</summary>
/// <param name="backend">Who is started.</param>
/// <param name="program">The program.</param>
/// <param name="options">The sessions' options.</param>
/// <param name="time">The clock: nobody but the caller sees a start from outside.</param>
internal sealed class StartBenchmark(IBackend backend, IoProgram program, SessionOptions options, TimeProvider time) : IPreparedBenchmark
{
    public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        string text = "";
        long start = time.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            text = await OnceAsync(limits, cancellationToken).ConfigureAwait(false);
        }

        return new RawSample(iterations, new Nanoseconds(time.GetElapsedTime(start).TotalNanoseconds), null, text);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<string> OnceAsync(RunLimits limits, CancellationToken cancellationToken)
    {
        await using ISession session = await backend.StartAsync(options, cancellationToken).ConfigureAwait(false);
        RunResult result = await session.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
        return result.Outcome == Outcome.Completed ? result.StandardOutput.TrimEnd('\n') : throw new BenchmarkFailedException(backend.Name, program.Label, result);
    }
}
