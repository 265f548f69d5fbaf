namespace IoLab.Cli.Repl;

/// <summary>What keys mean to the line editor.</summary>
internal enum EditorKey
{
    None, Accept, Interrupt, EndOrDelete, Left, Right, Start, End, WordLeft, WordRight, Backspace, Delete, KillToStart, KillToEnd, KillWord, Yank, Older, Newer, Complete,
    ClearScreen,
}

/// <summary>A key and its meaning.</summary>
internal sealed record KeyBinding(ConsoleKey Key, bool IsControl, bool IsAlt, EditorKey Meaning)
{
    /// <summary>All of them. <c>docs/repl.md</c> lists them for people.</summary>
    public static IReadOnlyList<KeyBinding> Table { get; } =
    [
        Plain(ConsoleKey.Enter, EditorKey.Accept),
        Control(ConsoleKey.J, EditorKey.Accept),
        Control(ConsoleKey.M, EditorKey.Accept),
        Control(ConsoleKey.C, EditorKey.Interrupt),
        Control(ConsoleKey.D, EditorKey.EndOrDelete),
        Plain(ConsoleKey.LeftArrow, EditorKey.Left),
        Control(ConsoleKey.B, EditorKey.Left),
        Plain(ConsoleKey.RightArrow, EditorKey.Right),
        Control(ConsoleKey.F, EditorKey.Right),
        Plain(ConsoleKey.Home, EditorKey.Start),
        Control(ConsoleKey.A, EditorKey.Start),
        Plain(ConsoleKey.End, EditorKey.End),
        Control(ConsoleKey.E, EditorKey.End),
        Control(ConsoleKey.LeftArrow, EditorKey.WordLeft),
        Alt(ConsoleKey.B, EditorKey.WordLeft),
        Control(ConsoleKey.RightArrow, EditorKey.WordRight),
        Alt(ConsoleKey.F, EditorKey.WordRight),
        Plain(ConsoleKey.Backspace, EditorKey.Backspace),
        Control(ConsoleKey.H, EditorKey.Backspace),
        Plain(ConsoleKey.Delete, EditorKey.Delete),
        Control(ConsoleKey.U, EditorKey.KillToStart),
        Control(ConsoleKey.K, EditorKey.KillToEnd),
        Control(ConsoleKey.W, EditorKey.KillWord),
        Alt(ConsoleKey.Backspace, EditorKey.KillWord),
        Control(ConsoleKey.Y, EditorKey.Yank),
        Plain(ConsoleKey.UpArrow, EditorKey.Older),
        Control(ConsoleKey.P, EditorKey.Older),
        Plain(ConsoleKey.DownArrow, EditorKey.Newer),
        Control(ConsoleKey.N, EditorKey.Newer),
        Plain(ConsoleKey.Tab, EditorKey.Complete),
        Control(ConsoleKey.L, EditorKey.ClearScreen),
    ];

    private static KeyBinding Plain(ConsoleKey key, EditorKey meaning) => new(key, false, false, meaning);

    private static KeyBinding Control(ConsoleKey key, EditorKey meaning) => new(key, true, false, meaning);

    private static KeyBinding Alt(ConsoleKey key, EditorKey meaning) => new(key, false, true, meaning);
}
