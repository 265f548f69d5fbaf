using System.Diagnostics;

namespace IoLab.Runtime.Host;

/// <summary>What a finished child process leaves behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ProcessOutcome(int ExitCode, byte[] Output, byte[] Error);

/// <summary>Runs shell commands for guests that may.</summary>
public static class HostProcess
{
    /// <summary>No more output than this is taken from a child.</summary>
    public const int MaxOutput = 64 << 20;

    /// <summary>Runs a command line to its end, or to the end of the run. Null when it could not be started or was stopped.</summary>
    public static ProcessOutcome? Run(HostServices host, string command)
    {
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", command }, WorkingDirectory = host.WorkingDirectoryPath };
        if (OperatingSystem.IsWindows())
            start = new ProcessStartInfo("cmd.exe") { ArgumentList = { "/c", command }, WorkingDirectory = host.WorkingDirectoryPath };
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in host.Environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start);
            return process is null ? null : Watch(host, process);
        }
        catch (Exception e) when (e is IOException or System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProcessOutcome? Watch(HostServices host, Process process)
    {
        process.StandardInput.Close();
        var output = Task.Run(() => Drain(process.StandardOutput.BaseStream));
        var error = Task.Run(() => Drain(process.StandardError.BaseStream));
        while (!process.WaitForExit(20))
        {
            if (!host.IsAskedToEnd)
                continue;
            process.Kill(entireProcessTree: true);
            return null;
        }
        return new ProcessOutcome(process.ExitCode, output.Result, error.Result);
    }

    private static byte[] Drain(Stream stream)
    {
        var kept = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = stream.Read(buffer)) > 0;)
            kept.Write(buffer, 0, (int)Math.Min(read, MaxOutput - kept.Length));
        return kept.ToArray();
    }
}
