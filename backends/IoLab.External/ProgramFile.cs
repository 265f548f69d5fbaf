using IoLab.Contract;

namespace IoLab.External;

/// <summary>A program as a file that a child process can be given, in the directory it should run in.</summary>
/// <remarks>
/// A label that is a relative path is kept: the file is written under that name into a fresh directory, and the child runs there, so that
/// the guest sees the label it would see in process. With a working directory of the session's own the label becomes an absolute path.
/// </remarks>
internal sealed class ProgramFile : IDisposable
{
    private readonly string? temporaryDirPath;

    private ProgramFile(string name, string workingDirPath, string? temporaryDirPath)
    {
        Name = name;
        WorkingDirPath = workingDirPath;
        this.temporaryDirPath = temporaryDirPath;
    }

    /// <summary>What stands for <c>{file}</c>.</summary>
    public string Name { get; }

    /// <summary>Where the child runs.</summary>
    public string WorkingDirPath { get; }

    /// <summary>Makes the file, unless the program is one.</summary>
    public static ProgramFile Create(IoProgram program, string? workingDirPath)
    {
        if (program.IsFile) return new ProgramFile(program.Label, workingDirPath ?? Environment.CurrentDirectory, null);

        string dirPath = Directory.CreateTempSubdirectory("iolab-").FullName;
        string name = IsPlainRelative(program.Label) ? program.Label : "program.io";
        string filePath = Path.Combine(dirPath, name);
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        File.WriteAllText(filePath, program.Source);
        return workingDirPath is null ? new ProgramFile(name, dirPath, dirPath) : new ProgramFile(filePath, workingDirPath, dirPath);
    }

    private static bool IsPlainRelative(string label) =>
        label.EndsWith(".io", StringComparison.Ordinal) && !Path.IsPathRooted(label) && !label.StartsWith('-')
        && !label.Split('/').Any(part => part is "" or "." or "..") && label.IndexOfAny(Path.GetInvalidPathChars()) < 0;

    /// <summary>Removes what was written.</summary>
    public void Dispose()
    {
        if (temporaryDirPath is null) return;
        try
        {
            Directory.Delete(temporaryDirPath, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A guest that is being killed may still write there; the system's own cleaning of temporary files gets it.
        }
    }
}
