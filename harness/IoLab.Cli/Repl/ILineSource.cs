namespace IoLab.Cli.Repl;

/// <summary>Where lines come from: a person at a terminal, or a pipe.</summary>
internal interface ILineSource
{
    /// <summary>The next line without its end; null at the end of the input.</summary>
    /// <param name="prompt">What a person is shown.</param>
    /// <param name="kind">What the line is for.</param>
    /// <exception cref="LineInterruptedException">Ctrl-C.</exception>
    string? ReadLine(string prompt, LineKind kind);

    /// <summary>Remembers an entry, however many lines it has.</summary>
    void Remember(string entry);
}

/// <summary>What a line is for.</summary>
internal enum LineKind
{
    /// <summary>Code, which can be completed and recalled.</summary>
    Code,
    /// <summary>What a running program reads.</summary>
    Input,
}

/// <summary>The person took the line back.</summary>
internal sealed class LineInterruptedException : Exception;
