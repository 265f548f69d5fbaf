using IoLab.Cli.Host;
using IoLab.Contract;

namespace IoLab.Cli.Repl;

/// <summary>The world that entries are evaluated in.</summary>
/// <param name="session">A session whose standard output is <paramref name="output"/>.</param>
/// <param name="output">Its output.</param>
/// <param name="limits">The limits of an entry.</param>
/// <param name="interruption">What stops one.</param>
/// <param name="host">The outside world.</param>
internal sealed class ReplSession(ISession session, ReplOutput output, RunLimits limits, EntryInterruption interruption, CliHost host)
{
    private const string Label = "Command Line";
    private static readonly RunLimits OwnLimits = new() { Time = TimeSpan.FromSeconds(5) };

    /// <summary>Defines what the REPL itself needs in the world: <c>Repl.io</c>.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(ReplSession).Assembly.GetManifestResourceStream("Repl.io")!);
        string source = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await session.RunAsync(new IoProgram { Source = source, Label = "Repl.io" }, OwnLimits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a file.</summary>
    /// <returns>The exit code when the program asked for its end, otherwise null.</returns>
    public async Task<int?> RunFileAsync(string filePath, CancellationToken cancellationToken) => await RunAsync(
        new IoProgram { Source = await File.ReadAllTextAsync(filePath, cancellationToken).ConfigureAwait(false), Label = filePath, Arguments = [filePath], IsFile = true },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Evaluates an entry and prints what came of it.</summary>
    /// <returns>The exit code when the entry asked for the end of the REPL, otherwise null.</returns>
    public async Task<int?> EvaluateAsync(string entry, CancellationToken cancellationToken)
    {
        // setSlot stands in no trace, and takes methods as they are. What does not compile is run as it is, so that the machine explains it; the line of what does stays the entry's first.
        string source = Completeness.Compiles(entry) ? $"Lobby setSlot(\"_\", withHandler(Exception, Repl getSlot(\"decide\"), ({entry}\n))); Repl show" : entry;
        return await RunAsync(new IoProgram { Source = source, Label = Label }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the session prints for a program of ours, without showing it; empty when it fails.</summary>
    public string Ask(string source)
    {
        output.Catch();
        try
        {
            RunResult result = session.RunAsync(new IoProgram { Source = source, Label = "Repl.io" }, OwnLimits).AsTask().GetAwaiter().GetResult();
            return result.Outcome == Outcome.Completed ? output.Release() : "";
        }
        finally
        {
            output.Release();
        }
    }

    private async Task<int?> RunAsync(IoProgram program, CancellationToken cancellationToken)
    {
        try
        {
            RunResult result = await session.RunAsync(program, limits, interruption.Begin(cancellationToken)).ConfigureAwait(false);
            output.Flush();
            if (result.HasExited) return result.ExitCode;
            if (result.Outcome is not (Outcome.Completed or Outcome.Raised or Outcome.SyntaxError)) host.Error.WriteLine($"iolab: {result.Outcome}: {result.Detail}");
            if (result.Outcome is Outcome.Crashed or Outcome.OutOfMemory) await PrepareAsync(cancellationToken).ConfigureAwait(false); // In a worker, that was the end of a world.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            host.Error.WriteLine("iolab: interrupted");
        }
        finally
        {
            interruption.End();
        }

        return null;
    }
}
