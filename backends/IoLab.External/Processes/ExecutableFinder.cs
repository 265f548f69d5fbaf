namespace IoLab.External.Processes;

/// <summary>Finds a program the way a shell does.</summary>
internal static class ExecutableFinder
{
    /// <summary>The program's absolute path, or null. A name with a slash is relative to the directory; a plain one is looked up.</summary>
    public static string? Find(string name, string directoryPath, string? searchPath)
    {
        if (name.Contains('/')) return Runnable(Path.GetFullPath(name, directoryPath));
        foreach (string entry in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Runnable(Path.Combine(entry, name)) is { } found) return found;
        }

        return null;
    }

    private static string? Runnable(string filePath)
    {
        if (!File.Exists(filePath)) return null;
        if (OperatingSystem.IsWindows()) return filePath;
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return (File.GetUnixFileMode(filePath) & AnyExecute) != 0 ? filePath : null;
    }
}
