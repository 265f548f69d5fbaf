using IoLab.Cli.Host;

namespace IoLab.Cli.Repl;

/// <summary>Lines that a person edits at a terminal, with history and completion.</summary>
internal sealed class TerminalLines(LineEditor editor, ReplHistory history) : ILineSource
{
    /// <inheritdoc/>
    public string? ReadLine(string prompt, LineKind kind)
    {
        bool treated = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return editor.ReadLine(prompt, kind == LineKind.Code ? history.Entries : []);
        }
        finally
        {
            Console.TreatControlCAsInput = treated;
        }
    }

    /// <inheritdoc/>
    public void Remember(string entry) => history.Add(entry);
}
