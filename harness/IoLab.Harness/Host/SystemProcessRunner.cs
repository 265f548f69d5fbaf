using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using IoLab.Contract;

namespace IoLab.Harness.Host;

/// <summary>Starts processes with the base class library.</summary>
public sealed class SystemProcessRunner : IProcessRunner
{
    /// <summary>The kernel keeps the peak, so it is read seldom; the last reading before the end counts.</summary>
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(request.FileName, request.Arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
            WorkingDirectory = request.WorkingDirPath ?? "",
        };
        using var process = new Process { StartInfo = start };
        long began = Stopwatch.GetTimestamp();
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new HarnessException($"cannot start {request.FileName}: {e.Message}", e);
        }

        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None), error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var finished = new CancellationTokenSource();
        Task<Bytes?> memory = WatchMemoryAsync(process.Id, finished.Token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.TimeLimit);
        bool isTimedOut = false;
        try
        {
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            isTimedOut = true;
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - began);
        await finished.CancelAsync().ConfigureAwait(false);
        return new ProcessResult(
            process.ExitCode, isTimedOut, await output.ConfigureAwait(false), await error.ConfigureAwait(false), elapsed, await memory.ConfigureAwait(false));
    }

    /// <summary>Reads VmHWM, the peak resident set that Linux keeps (proc(5)); null elsewhere.</summary>
    private static async Task<Bytes?> WatchMemoryAsync(int processId, CancellationToken finished)
    {
        string statusFilePath = $"/proc/{processId}/status";
        Bytes? peak = null;
        while (!finished.IsCancellationRequested)
        {
            try
            {
                string? line = File.ReadLines(statusFilePath).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
                peak = line is null ? peak : new Bytes(1024 * long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture));
                await Task.Delay(MemoryInterval, finished).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                break;
            }
        }

        return peak;
    }
}
