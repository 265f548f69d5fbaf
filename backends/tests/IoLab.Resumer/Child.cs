using System.Diagnostics;

namespace IoLab.Resumer;

/// <summary>Starts this program in a process of its own.</summary>
public static class Child
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="words">What <c>Program.cs</c> describes.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="TimeoutException">It did not end within two minutes and was killed.</exception>
    public static (string Output, string Error) Run(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Child).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(120_000))
            return (output.Result, error.Result);
        process.Kill(true);
        throw new TimeoutException($"{string.Join(' ', words)} did not end within two minutes");
    }
}
