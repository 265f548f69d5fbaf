using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.External.Results;

namespace IoLab.External.Batches;

/// <summary>One process of an external program in which the driver runs programs.</summary>
internal sealed class BatchProcess : IAsyncDisposable
{
    private readonly BatchDriver driver;
    private readonly StopSwitch stop = new(CancellationToken.None);
    private readonly MemoryWatch memory;
    private readonly Pipe input = new();
    private readonly Pipe output = new();
    private readonly BoundedOutput error = new(1 << 20, null, null);
    private readonly MemoryStream heard = new();
    private readonly Task<ChildExit> running;

    private BatchProcess(BatchDriver driver, IChildProcessRunner runner, ChildCommand command, long memoryBytes)
    {
        this.driver = driver;
        memory = new MemoryWatch(stop, memoryBytes);
        running = RunAsync(runner, command);
    }

    /// <summary>Programs that it has run.</summary>
    public int Programs { get; private set; }

    /// <summary>Has it ended, or answered what nobody understands?</summary>
    public bool IsGone { get; private set; }

    /// <summary>Starts a process and waits until the driver is ready.</summary>
    /// <exception cref="BackendException">It ended instead, or took too long.</exception>
    public static async Task<BatchProcess> StartAsync(
        string backend, BatchDriver driver, IChildProcessRunner runner, ChildCommand command, RunLimits limits, CancellationToken cancellationToken)
    {
        var process = new BatchProcess(driver, runner, command, limits.MemoryBytes);
        try
        {
            using CancellationTokenRegistration cancelling = cancellationToken.Register(() => process.stop.Stop(StopReason.Cancelled));
            process.stop.StopAfter(limits.Time);
            if (!await process.HearAsync(driver.IsReady, long.MaxValue).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new BackendException(backend, $"the driver of batches did not become ready: {Encoding.UTF8.GetString(process.heard.ToArray()).Trim()}; it needs doString, try and File standardInput readLine");
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

    /// <summary>Runs a program. Whatever becomes of the process is a result.</summary>
    public async Task<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        Programs++;
        heard.SetLength(0);
        using CancellationTokenRegistration cancelling = cancellationToken.Register(() => stop.Stop(StopReason.Cancelled));
        stop.StopAfter(limits.Time);
        await input.Writer.WriteAsync(BatchDriver.Request(program), CancellationToken.None).ConfigureAwait(false);
        RunResult? result = await HearAsync(driver.IsDone, limits.OutputBytes + BatchDriver.Overhead).ConfigureAwait(false) ? driver.Read(Heard) : null;
        if (result is null)
        {
            result = await EndAsync(limits).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        stop.StopAfter(Timeout.InfiniteTimeSpan);
        return result with { Elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - start) };
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        IsGone = true;
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
    }

    private ReadOnlySpan<byte> Heard => heard.GetBuffer().AsSpan(0, (int)heard.Length);

    /// <summary>Takes what comes until an answer is complete; false when the process ends before.</summary>
    private async Task<bool> HearAsync(Answer isComplete, long most)
    {
        while (true)
        {
            ReadResult read = await output.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> piece in read.Buffer) heard.Write(piece.Span);
            output.Reader.AdvanceTo(read.Buffer.End);
            if (isComplete(Heard)) return true;
            if (heard.Length > most) stop.Stop(StopReason.Output);
            if (read.IsCompleted) return false;
        }
    }

    /// <summary>What the end of the process says of the program that was running. It is asked again alone if it matters.</summary>
    private async Task<RunResult> EndAsync(RunLimits limits)
    {
        IsGone = true;
        stop.Stop(StopReason.Cancelled);
        ChildExit exit = await running.ConfigureAwait(false);
        RunResult result = Classifier.ToResult(new BoundedExit(exit, stop.Reason, ReadOnlyMemory<byte>.Empty, error.Kept), limits, Visibility.Collected);
        return result.Outcome is Outcome.Completed or Outcome.Raised
            ? new RunResult { Outcome = Outcome.Crashed, Detail = $"the process ended with exit code {exit.Code}, or said what the driver does not say" }
            : result;
    }

    private async Task<ChildExit> RunAsync(IChildProcessRunner runner, ChildCommand command)
    {
        var streams = new ChildStreams(input.Reader.AsStream(), PassOnAsync, error.WriteAsync, memory.Watch);
        try
        {
            return await runner.RunAsync(command, streams, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await output.Writer.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask PassOnAsync(ReadOnlyMemory<byte> bytes) => await output.Writer.WriteAsync(bytes).ConfigureAwait(false);

    private delegate bool Answer(ReadOnlySpan<byte> heard);
}
