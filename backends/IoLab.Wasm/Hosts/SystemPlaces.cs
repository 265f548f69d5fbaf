namespace IoLab.Wasm.Hosts;

/// <summary>Where programs may be: environment variables, the search path, the folders above this program.</summary>
/// <param name="Variable">The value of an environment variable, or null.</param>
/// <param name="Folders">Folders that may hold what <c>scripts/setup</c> installed, the likeliest first.</param>
public sealed record SystemPlaces(Func<string, string?> Variable, IReadOnlyList<string> Folders)
{
    /// <summary>This machine as this process sees it.</summary>
    public static SystemPlaces Here { get; } = new(Environment.GetEnvironmentVariable, [.. OwnFolders()]);

    /// <summary>A program by its path or its name on the search path; null when it is not there.</summary>
    public string? Program(string name) => name.Contains('/')
        ? (File.Exists(name) ? Path.GetFullPath(name) : null)
        : (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The first folder's file of a relative path; null when none has it.</summary>
    public string? Installed(string relativePath) => Folders.Select(folder => Path.Combine(folder, relativePath)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OwnFolders()
    {
        if (Environment.GetEnvironmentVariable("IOLAB_ROOT") is { Length: > 0 } root)
            yield return root;
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
                yield return folder;
        }
    }
}
