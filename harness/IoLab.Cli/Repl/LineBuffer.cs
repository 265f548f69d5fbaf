using System.Text;

namespace IoLab.Cli.Repl;

/// <summary>The text of a line being edited, and where its cursor is.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder text = new();
    private string killed = "";

    /// <summary>The text.</summary>
    public string Text => text.ToString();

    /// <summary>The cursor: how many characters stand before it.</summary>
    public int Cursor { get; private set; }

    /// <summary>Is there no text?</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>Replaces the whole text; the cursor goes to its end.</summary>
    public void Set(string whole)
    {
        text.Clear().Append(whole);
        Cursor = whole.Length;
    }

    /// <summary>Inserts before the cursor.</summary>
    public void Insert(string piece)
    {
        text.Insert(Cursor, piece);
        Cursor += piece.Length;
    }

    /// <summary>Moves the cursor by characters; a surrogate pair is one.</summary>
    public void Move(int by)
    {
        int step = Math.Sign(by);
        for (int left = Math.Abs(by); left > 0 && Cursor + step >= 0 && Cursor + step <= text.Length; left--)
        {
            Cursor += step;
            if (Cursor > 0 && Cursor < text.Length && char.IsLowSurrogate(text[Cursor])) Cursor += step;
        }
    }

    /// <summary>Moves the cursor to the beginning.</summary>
    public void MoveToStart() => Cursor = 0;

    /// <summary>Moves the cursor to the end.</summary>
    public void MoveToEnd() => Cursor = text.Length;

    /// <summary>Moves the cursor to the beginning of the word before it.</summary>
    public void MoveWordBack() => Cursor = WordStart();

    /// <summary>Moves the cursor behind the word after it.</summary>
    public void MoveWordOn()
    {
        while (Cursor < text.Length && !char.IsLetterOrDigit(text[Cursor])) Cursor++;
        while (Cursor < text.Length && char.IsLetterOrDigit(text[Cursor])) Cursor++;
    }

    /// <summary>Removes the character before the cursor.</summary>
    public void Backspace()
    {
        int end = Cursor;
        Move(-1);
        text.Remove(Cursor, end - Cursor);
    }

    /// <summary>Removes the character at the cursor.</summary>
    public void Delete()
    {
        int start = Cursor;
        Move(1);
        text.Remove(start, Cursor - start);
        Cursor = start;
    }

    /// <summary>Removes everything before the cursor and remembers it.</summary>
    public void KillToStart() => Kill(0, Cursor);

    /// <summary>Removes everything from the cursor on and remembers it.</summary>
    public void KillToEnd() => Kill(Cursor, text.Length);

    /// <summary>Removes the word before the cursor and remembers it.</summary>
    public void KillWord() => Kill(WordStart(), Cursor);

    /// <summary>Inserts what was removed last.</summary>
    public void Yank() => Insert(killed);

    private void Kill(int start, int end)
    {
        if (start == end) return;
        killed = text.ToString(start, end - start);
        text.Remove(start, end - start);
        Cursor = start;
    }

    private int WordStart()
    {
        int at = Cursor;
        while (at > 0 && !char.IsLetterOrDigit(text[at - 1])) at--;
        while (at > 0 && char.IsLetterOrDigit(text[at - 1])) at--;
        return at;
    }
}
