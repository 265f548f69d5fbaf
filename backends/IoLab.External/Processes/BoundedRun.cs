using IoLab.Contract;

namespace IoLab.External.Processes;

/// <summary>What a bounded run left behind.</summary>
internal sealed record BoundedExit(ChildExit Exit, StopReason Reason, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error);

/// <summary>Runs a child within limits.</summary>
internal static class BoundedRun
{
    private const long ErrorBytes = 1 << 20;

    /// <summary>Runs the child to its end or to a limit.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the child and its descendants are gone.</exception>
    public static async ValueTask<BoundedExit> RunAsync(
        IChildProcessRunner runner, ChildCommand command, RunLimits limits, Stream input, LiveStreams? live, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = new StopSwitch(cancellationToken);
        using var memory = new MemoryWatch(stop, limits.MemoryBytes);
        var output = new BoundedOutput(limits.OutputBytes, live?.Output, () => stop.Stop(StopReason.Output));
        var error = new BoundedOutput(live is null ? ErrorBytes : long.MaxValue, live?.Error, null);
        var streams = new ChildStreams(input, output.WriteAsync, error.WriteAsync, memory.Watch);

        stop.StopAfter(limits.Time);
        ChildExit exit = await runner.RunAsync(command, streams, stop.Token).ConfigureAwait(false);
        if (stop.Reason == StopReason.Cancelled) cancellationToken.ThrowIfCancellationRequested();
        return new BoundedExit(exit, stop.Reason, output.Kept, error.Kept);
    }
}
