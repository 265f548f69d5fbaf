using System.Diagnostics;

namespace IoLab.History.Tests;

/// <summary>The child program that writes; killed, with -9, when disposed.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    public WriterProcess(params string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IoLab.History.Writer.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>The next line it says, or null at its end.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Kills it and answers the lines it had said before.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Waits for its end and answers exit code and complaints.</summary>
    public (int ExitCode, string Errors) WaitForExit()
    {
        string errors = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }
}
