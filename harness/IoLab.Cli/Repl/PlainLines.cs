namespace IoLab.Cli.Repl;

/// <summary>Lines of a pipe or file: no prompts, no history.</summary>
internal sealed class PlainLines(Stream input) : ILineSource
{
    private readonly StreamReader reader = new(input);

    /// <inheritdoc/>
    public string? ReadLine(string prompt, LineKind kind) => reader.ReadLine();

    /// <inheritdoc/>
    public void Remember(string entry)
    {
    }
}
