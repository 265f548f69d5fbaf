using System.ComponentModel;
using System.Diagnostics;
using IoLab.Contract;

namespace IoLab.External.Processes;

/// <summary>Runs children with <see cref="Process"/>. The only place that touches it.</summary>
public sealed class SystemProcessRunner : IChildProcessRunner
{
    private static readonly TimeSpan PipeGrace = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public async ValueTask<ChildExit> RunAsync(ChildCommand command, ChildStreams streams, CancellationToken kill)
    {
        using var process = new Process { StartInfo = StartInfo(command) };
        long begin = Stopwatch.GetTimestamp();
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new ChildStartException($"cannot start {command.ProgramFilePath} in {command.WorkingDirectoryPath}: {e.Message}", e);
        }

        streams.Started?.Invoke(process.Id);
        Task output = PumpAsync(process.StandardOutput.BaseStream, streams.Output);
        Task error = PumpAsync(process.StandardError.BaseStream, streams.Error);
        _ = FeedAsync(streams.Input, process.StandardInput.BaseStream);

        await using (kill.Register(() => ProcessTree.Kill(process)).ConfigureAwait(false))
        {
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - begin);
        Task pumps = Task.WhenAll(output, error);
        await Task.WhenAny(pumps, Task.Delay(PipeGrace, CancellationToken.None)).ConfigureAwait(false);
        ProcessTree.KillGroup(process.Id);
        await Task.WhenAny(pumps, Task.Delay(PipeGrace, CancellationToken.None)).ConfigureAwait(false);
        return new ChildExit(process.ExitCode, elapsed);
    }

    private static ProcessStartInfo StartInfo(ChildCommand command)
    {
        var info = new ProcessStartInfo
        {
            FileName = ProcessTree.GroupLauncher ?? command.ProgramFilePath,
            WorkingDirectory = command.WorkingDirectoryPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (ProcessTree.GroupLauncher is not null) info.ArgumentList.Add(command.ProgramFilePath);
        foreach (string argument in command.Arguments) info.ArgumentList.Add(argument);
        if (command.Environment is { } environment)
        {
            info.Environment.Clear();
            foreach ((string name, string value) in environment) info.Environment[name] = value;
        }

        return info;
    }

    private static async Task PumpAsync(Stream from, Func<ReadOnlyMemory<byte>, ValueTask> to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                await to(buffer.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe went away with its process.
        }
    }

    /// <summary>Passes input on as it comes. Nobody waits for this: a terminal that is read cannot be interrupted.</summary>
    private static async Task FeedAsync(Stream from, Stream to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            await using (to.ConfigureAwait(false))
            {
                int read;
                while ((read = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0)
                {
                    await to.WriteAsync(buffer.AsMemory(0, read)).ConfigureAwait(false);
                    await to.FlushAsync().ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A child that does not read its input, or is gone, is no error.
        }
    }
}
