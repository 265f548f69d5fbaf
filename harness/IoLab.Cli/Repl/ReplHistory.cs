namespace IoLab.Cli.Repl;

/// <summary>What was typed before, in a file: an entry a line, with <c>\n</c> for line ends and <c>\\</c> for backslashes. Each entry is written when it is made.</summary>
internal sealed class ReplHistory
{
    private const int MostKept = 2000;
    private readonly string? filePath;
    private readonly List<string> entries = [];

    /// <summary>Reads the history of a file.</summary>
    /// <param name="filePath">The file, which need not exist, or null to remember nothing beyond this process.</param>
    public ReplHistory(string? filePath)
    {
        this.filePath = filePath;
        if (filePath is null || !File.Exists(filePath)) return;
        entries.AddRange(Attempt(() => File.ReadAllLines(filePath).TakeLast(MostKept).Select(Unescape).ToArray()) ?? []);
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> Entries => entries;

    /// <summary>The file by the XDG conventions: <c>$XDG_STATE_HOME/iolab/repl-history</c>, else below <c>~/.local/state</c>; null without a home.</summary>
    public static string? DefaultFilePath(Func<string, string?> variable)
    {
        string? state = variable("XDG_STATE_HOME") is { Length: > 0 } given ? given
            : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local", "state") : null;
        return state is null ? null : Path.Combine(state, "iolab", "repl-history");
    }

    /// <summary>Adds an entry, unless it repeats the last one or is blank.</summary>
    public void Add(string entry)
    {
        if (string.IsNullOrWhiteSpace(entry) || (entries.Count > 0 && entries[^1] == entry)) return;
        entries.Add(entry);
        if (filePath is not null) Attempt(() => Store(filePath, entry));
    }

    /// <summary>Appends; a file grown to twice what is kept is cut.</summary>
    private bool Store(string path, string entry)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllText(path, Escape(entry) + "\n");
        if (entries.Count < 2 * MostKept) return true;
        entries.RemoveRange(0, MostKept);
        File.WriteAllLines(path + ".new", entries.Select(Escape));
        File.Move(path + ".new", path, overwrite: true);
        return true;
    }

    /// <summary>A history that cannot be read or written is no reason not to work.</summary>
    private static T? Attempt<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private static string Escape(string entry) => entry.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string line)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            bool isEscape = line[i] == '\\' && i + 1 < line.Length;
            if (isEscape) i++;
            text.Append(isEscape && line[i] == 'n' ? '\n' : line[i]);
        }

        return text.ToString();
    }
}
