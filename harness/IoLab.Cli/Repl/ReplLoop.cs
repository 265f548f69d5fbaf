namespace IoLab.Cli.Repl;

/// <summary>Reads entries and has them evaluated until the input or an entry ends it.</summary>
/// <param name="lines">Where lines come from.</param>
/// <param name="session">Where they are evaluated.</param>
internal sealed class ReplLoop(ILineSource lines, ReplSession session)
{
    private const string Prompt = "Io> ", Continued = "... ";

    /// <summary>Runs to the end.</summary>
    /// <returns>The exit code that an entry asked for; 0 at the end of the input.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (ReadEntry() is not { } entry) return ExitCode.Fine;
                if (Completeness.IsBlank(entry)) continue;
                lines.Remember(entry);
                if (await session.EvaluateAsync(entry, cancellationToken).ConfigureAwait(false) is { } code) return code;
            }
            catch (LineInterruptedException)
            {
                // What was typed is dropped.
            }
        }

        return ExitCode.Interrupted;
    }

    /// <summary>Lines up to one that completes what they say; null at the end of the input. What the input's end cuts off is an entry, to be told so.</summary>
    private string? ReadEntry()
    {
        if (lines.ReadLine(Prompt, LineKind.Code) is not { } entry) return null;
        while (Completeness.IsUnfinished(entry) && lines.ReadLine(Continued, LineKind.Code) is { } line) entry += "\n" + line;
        return entry;
    }
}
