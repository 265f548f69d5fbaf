namespace IoLab.Cli.Repl;

/// <summary>A terminal as the line editor needs it.</summary>
internal interface IScreen
{
    /// <summary>Its width in columns, at least 10.</summary>
    int Width { get; }

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Writes text with control sequences.</summary>
    void Write(string text);
}

/// <summary>The process's terminal.</summary>
internal sealed class ConsoleScreen(TextWriter output) : IScreen
{
    /// <inheritdoc/>
    public int Width => Math.Max(10, Console.WindowWidth);

    /// <inheritdoc/>
    public ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);

    /// <inheritdoc/>
    public void Write(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
