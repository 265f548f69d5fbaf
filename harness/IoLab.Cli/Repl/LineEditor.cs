using System.Text;

namespace IoLab.Cli.Repl;

/// <summary>What a tab offers.</summary>
/// <param name="Typed">The beginning that is there.</param>
/// <param name="Words">Everything that begins so, in order.</param>
internal sealed record Offer(string Typed, IReadOnlyList<string> Words);

/// <summary>
/// Edits one line in one row of a terminal, with the keys of Emacs and the arrows; a line wider than the row scrolls. An entry recalled from the history may have several
/// lines: their ends are shown as <c>↵</c>.
/// </summary>
/// <param name="screen">The terminal.</param>
/// <param name="complete">What could stand at the cursor, given the text before it.</param>
internal sealed class LineEditor(IScreen screen, Func<string, Offer> complete)
{
    private const string EraseToEnd = "\e[K", EraseScreen = "\e[2J\e[H";
    private const int MostOffered = 200;

    private readonly LineBuffer line = new();
    private string prompt = "";

    /// <summary>Reads a line; null for Ctrl-D on an empty one.</summary>
    /// <param name="shown">The prompt.</param>
    /// <param name="history">What the up arrow recalls, the oldest first.</param>
    /// <exception cref="LineInterruptedException">Ctrl-C.</exception>
    public string? ReadLine(string shown, IReadOnlyList<string> history)
    {
        prompt = shown;
        line.Set("");
        var recall = new Recall(history);
        Draw();
        while (true)
        {
            ConsoleKeyInfo key = screen.ReadKey();
            switch (Meaning(key))
            {
                case EditorKey.Accept:
                    line.MoveToEnd();
                    Draw();
                    screen.Write("\n");
                    return line.Text;
                case EditorKey.Interrupt:
                    screen.Write("^C\n");
                    throw new LineInterruptedException();
                case EditorKey.EndOrDelete when line.IsEmpty:
                    screen.Write("\n");
                    return null;
                case EditorKey.Older:
                    line.Set(recall.Older(line.Text));
                    break;
                case EditorKey.Newer:
                    line.Set(recall.Newer(line.Text));
                    break;
                case EditorKey.Complete:
                    Complete();
                    break;
                case EditorKey.ClearScreen:
                    screen.Write(EraseScreen);
                    break;
                case EditorKey.None:
                    if (!char.IsControl(key.KeyChar)) line.Insert(key.KeyChar.ToString());
                    break;
                case var edit:
                    Edit(edit);
                    break;
            }

            Draw();
        }
    }

    private static EditorKey Meaning(ConsoleKeyInfo key)
    {
        bool isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control), isAlt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        foreach (KeyBinding binding in KeyBinding.Table)
        {
            if (binding.Key == key.Key && binding.IsControl == isControl && binding.IsAlt == isAlt) return binding.Meaning;
        }

        return key.KeyChar switch { '\r' or '\n' => EditorKey.Accept, '\t' => EditorKey.Complete, '\u0003' => EditorKey.Interrupt, '\u0004' => EditorKey.EndOrDelete, _ => EditorKey.None };
    }

    private void Edit(EditorKey edit)
    {
        switch (edit)
        {
            case EditorKey.Left: line.Move(-1); break;
            case EditorKey.Right: line.Move(1); break;
            case EditorKey.Start: line.MoveToStart(); break;
            case EditorKey.End: line.MoveToEnd(); break;
            case EditorKey.WordLeft: line.MoveWordBack(); break;
            case EditorKey.WordRight: line.MoveWordOn(); break;
            case EditorKey.Backspace: line.Backspace(); break;
            case EditorKey.Delete or EditorKey.EndOrDelete: line.Delete(); break;
            case EditorKey.KillToStart: line.KillToStart(); break;
            case EditorKey.KillToEnd: line.KillToEnd(); break;
            case EditorKey.KillWord: line.KillWord(); break;
            case EditorKey.Yank: line.Yank(); break;
        }
    }

    /// <summary>Inserts what all offered words have in common; lists them when that is nothing more.</summary>
    private void Complete()
    {
        Offer offer = complete(line.Text[..line.Cursor]);
        if (offer.Words.Count == 0) return;
        string common = offer.Words.Aggregate(Common);
        if (common.Length > offer.Typed.Length) line.Insert(common[offer.Typed.Length..]);
        else if (offer.Words.Count > 1) List(offer.Words);
        if (offer.Words.Count == 1) line.Insert(" ");
    }

    private static string Common(string a, string b)
    {
        int length = 0;
        while (length < Math.Min(a.Length, b.Length) && a[length] == b[length]) length++;
        return a[..length];
    }

    private void List(IReadOnlyList<string> words)
    {
        string[] shown = [.. words.Take(MostOffered)];
        int column = shown.Max(word => word.Length) + 2;
        int perRow = Math.Max(1, screen.Width / column);
        var text = new StringBuilder("\n");
        foreach (string[] row in shown.Chunk(perRow)) text.Append(string.Concat(row.Select(word => word.PadRight(column))).TrimEnd()).Append('\n');
        if (words.Count > shown.Length) text.Append($"... and {words.Count - shown.Length} more\n");
        screen.Write(text.ToString());
    }

    /// <summary>Draws prompt and line, scrolled so that the cursor is seen.</summary>
    private void Draw()
    {
        string text = line.Text.Replace('\n', '↵');
        int room = Math.Max(4, screen.Width - prompt.Length - 1);
        int first = Math.Max(0, line.Cursor - room + 1);
        string seen = text.Substring(first, Math.Min(room, text.Length - first));
        int back = seen.Length - (line.Cursor - first);
        screen.Write($"\r{prompt}{seen}{EraseToEnd}{(back > 0 ? $"\e[{back}D" : "")}");
    }

    /// <summary>Walks through the history; what was typed is its newest entry.</summary>
    private sealed class Recall(IReadOnlyList<string> history)
    {
        private int at = history.Count;
        private string typed = "";

        public string Older(string current)
        {
            if (at == history.Count) typed = current;
            if (at == 0) return current;
            return history[--at];
        }

        public string Newer(string current)
        {
            if (at == history.Count) return current;
            return ++at == history.Count ? typed : history[at];
        }
    }
}
