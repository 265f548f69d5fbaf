using System.Diagnostics;
using System.Globalization;

namespace IoLab.History.Sqlite;

/// <summary>
/// A file beside the store that names who is writing, so that a process that waits in vain can say for whom. Advisory: SQLite's own lock
/// decides, and a note left by a killed process is recognised by its dead process id.
/// </summary>
internal sealed class WriterNote(string storeFilePath, string writerName, TimeProvider clock)
{
    private readonly string _noteFilePath = storeFilePath + "-writer";

    /// <summary>Says that this process writes now. Called with the lock held.</summary>
    public void Leave()
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessId}\n{writerName}\n{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z");
        Try(() => File.WriteAllText(_noteFilePath, text));
    }

    /// <summary>Takes the note back, before the lock is released.</summary>
    public void Remove() => Try(() => File.Delete(_noteFilePath));

    /// <summary>Who writes, or else who has the file open; null when one cannot tell.</summary>
    public string? Holder() => FromNote() ?? FromOpenFiles();

    private string? FromNote()
    {
        string[] lines = [];
        Try(() => lines = File.ReadAllLines(_noteFilePath));
        if (lines.Length < 3 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out int id) || !IsAlive(id))
        {
            return null;
        }
        return $"process {id} ({lines[1]}), writing since {lines[2]}";
    }

    /// <summary>Linux only: processes (not this one) that have the store open.</summary>
    private string? FromOpenFiles()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        string target = Path.GetFullPath(storeFilePath);
        var found = new List<string>();
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && id != Environment.ProcessId)
            {
                Try(() =>
                {
                    if (Directory.EnumerateFiles(Path.Combine(folder, "fd")).Any(fd => new FileInfo(fd).LinkTarget == target))
                    {
                        found.Add($"process {id} ({File.ReadAllText(Path.Combine(folder, "comm")).Trim()})");
                    }
                });
            }
        }
        return found.Count == 0 ? null : string.Join(" or ", found);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The note only improves an error message.
        }
    }
}
