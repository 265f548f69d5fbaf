using System.IO.Pipelines;
using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.External.Results;

namespace IoLab.External.Benchmarks;

/// <summary>One process in which a benchmark has been set up and waits for n.</summary>
internal sealed class BenchmarkProcess : IAsyncDisposable
{
    private readonly BenchmarkDriver driver;
    private readonly StopSwitch stop = new(CancellationToken.None);
    private readonly MemoryWatch memory;
    private readonly Pipe input = new();
    private readonly Pipe output = new();
    private readonly StreamReader lines;
    private readonly BoundedOutput heard = new(long.MaxValue, Stream.Null, null);
    private readonly BoundedOutput error = new(1 << 20, null, null);
    private readonly Task<ChildExit> running;

    private BenchmarkProcess(BenchmarkDriver driver, IChildProcessRunner runner, ChildCommand command, RunLimits limits)
    {
        this.driver = driver;
        memory = new MemoryWatch(stop, limits.MemoryBytes);
        lines = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        running = RunAsync(runner, command);
    }

    /// <summary>Starts the process and waits until its setup is done.</summary>
    /// <exception cref="GuestEndedException">It ended, or did not become ready in time.</exception>
    public static async ValueTask<BenchmarkProcess> StartAsync(
        BenchmarkDriver driver, IChildProcessRunner runner, ChildCommand command, RunLimits limits, CancellationToken cancellationToken)
    {
        var process = new BenchmarkProcess(driver, runner, command, limits);
        try
        {
            using var cancelling = cancellationToken.Register(() => process.stop.Stop(StopReason.Cancelled));
            process.stop.StopAfter(limits.Time);
            while (!driver.IsReady(await process.ReadLineAsync(limits, cancellationToken).ConfigureAwait(false)))
            {
            }

            process.stop.StopAfter(Timeout.InfiniteTimeSpan);
            return process;
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes one sample.</summary>
    /// <exception cref="GuestEndedException">The guest ended instead, or took too long.</exception>
    public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken)
    {
        using var cancelling = cancellationToken.Register(() => stop.Stop(StopReason.Cancelled));
        stop.StopAfter(limits.Time);
        await input.Writer.WriteAsync(Encoding.ASCII.GetBytes($"{iterations}\n"), CancellationToken.None).ConfigureAwait(false);

        double? elapsed;
        do elapsed = driver.SampleStart(await ReadLineAsync(limits, cancellationToken).ConfigureAwait(false));
        while (elapsed is null);

        var result = new List<string>();
        string line;
        while (!driver.IsEnd(line = await ReadLineAsync(limits, cancellationToken).ConfigureAwait(false))) result.Add(line);
        stop.StopAfter(Timeout.InfiniteTimeSpan);
        return new RawSample(iterations, new Nanoseconds(elapsed.Value), null, string.Join('\n', result));
    }

    private async Task<ChildExit> RunAsync(IChildProcessRunner runner, ChildCommand command)
    {
        var streams = new ChildStreams(input.Reader.AsStream(), HearAsync, error.WriteAsync, memory.Watch);
        try
        {
            return await runner.RunAsync(command, streams, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await output.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask HearAsync(ReadOnlyMemory<byte> bytes)
    {
        await heard.WriteAsync(bytes).ConfigureAwait(false);
        await output.Writer.WriteAsync(bytes).ConfigureAwait(false);
    }

    private async ValueTask<string> ReadLineAsync(RunLimits limits, CancellationToken cancellationToken)
    {
        if (await lines.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line) return line;
        ChildExit exit = await running.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var run = new BoundedExit(exit, stop.Reason, heard.Kept, error.Kept);
        RunResult result = Classifier.ToResult(run, limits, Visibility.Collected);
        throw new GuestEndedException(result.Outcome == Outcome.Completed
            ? result with { Outcome = Outcome.Crashed, Detail = $"the guest ended with exit code {exit.Code} before it gave a sample" }
            : result);
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        stop.Stop(StopReason.Cancelled);
        await input.Writer.CompleteAsync().ConfigureAwait(false);
        await output.Reader.CompleteAsync().ConfigureAwait(false);
        try
        {
            await running.ConfigureAwait(false);
        }
        catch (ChildStartException)
        {
            // It never ran; whoever waited for it has been told.
        }

        memory.Dispose();
        stop.Dispose();
        lines.Dispose();
    }
}

/// <summary>A benchmark's guest ended before it answered.</summary>
internal sealed class GuestEndedException(RunResult result) : Exception(result.Detail)
{
    /// <summary>How it ended.</summary>
    public RunResult Result { get; } = result;
}
