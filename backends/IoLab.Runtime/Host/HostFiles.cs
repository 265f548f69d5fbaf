namespace IoLab.Runtime.Host;

/// <summary>Files and directories as a guest sees them: paths are relative to its working directory, failures are reasons and not exceptions.</summary>
public sealed class HostFiles(HostServices host)
{
    private readonly HashSet<FileStream> _open = [];

    /// <summary>Opens a file. Null with a reason, worded as C does, when that fails.</summary>
    public FileStream? Open(string path, FileMode mode, FileAccess access, out string reason)
    {
        FileStream? stream = null;
        reason = Attempt(() =>
        {
            stream = new FileStream(host.Absolute(path), mode, access, FileShare.ReadWrite | FileShare.Delete);
            _open.Add(stream);
        });
        return stream;
    }

    /// <summary>Closes a file; what it has buffered is lost if it cannot be written.</summary>
    public void Close(FileStream stream)
    {
        _open.Remove(stream);
        Attempt(stream.Dispose);
    }

    /// <summary>Writes what open files have buffered: a run has ended.</summary>
    public void FlushAll()
    {
        foreach (var stream in _open)
            Attempt(stream.Flush);
    }

    /// <summary>Closes what a guest has left open.</summary>
    public void CloseAll()
    {
        foreach (var stream in _open.ToList())
            Close(stream);
    }

    /// <summary>Does something with the file system. Empty, or the reason why it failed.</summary>
    public static string Attempt(Action action)
    {
        try
        {
            action();
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return Reason(e);
        }
    }

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "No such file or directory",
        PathTooLongException => "File name too long",
        UnauthorizedAccessException => "Permission denied",
        ArgumentException or NotSupportedException => "Invalid argument",
        _ => e.Message,
    };

    /// <summary>What stands at a path, or null. Links are followed.</summary>
    public FileSystemInfo? Find(string path)
    {
        FileSystemInfo? found = null;
        Attempt(() =>
        {
            var absolute = host.Absolute(path);
            if (Directory.Exists(absolute))
                found = new DirectoryInfo(absolute);
            else if (File.Exists(absolute))
                found = new FileInfo(absolute);
        });
        return found;
    }

    /// <summary>The entries of a directory in order of name; null when it cannot be read.</summary>
    public List<FileSystemInfo>? List(string path)
    {
        List<FileSystemInfo>? entries = null;
        Attempt(() =>
        {
            var found = new DirectoryInfo(host.Absolute(path)).EnumerateFileSystemInfos().ToList();
            found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            entries = found;
        });
        return entries;
    }

    /// <summary>All bytes of a file; null when it cannot be read or is over the memory limit.</summary>
    public byte[]? ReadAll(string path)
    {
        byte[]? bytes = null;
        Attempt(() =>
        {
            var absolute = host.Absolute(path);
            if (host.MayAllocate(new FileInfo(absolute).Length))
                bytes = File.ReadAllBytes(absolute);
        });
        return bytes;
    }

    /// <summary>Removes a file or an empty directory. Fine when there is none.</summary>
    public bool Remove(string path) => Attempt(() =>
    {
        var absolute = host.Absolute(path);
        if (Directory.Exists(absolute))
            Directory.Delete(absolute);
        else
            File.Delete(absolute);
    }).Length == 0;

    /// <summary>Removes a directory and all that is in it.</summary>
    public bool RemoveDirectory(string path) => Attempt(() => Directory.Delete(host.Absolute(path), recursive: true)).Length == 0;

    /// <summary>Creates a directory, with missing parents if <paramref name="isDeep"/>.</summary>
    public bool CreateDirectory(string path, bool isDeep) => Attempt(() =>
    {
        var absolute = host.Absolute(path);
        if (!isDeep && !Directory.Exists(Path.GetDirectoryName(absolute)))
            throw new DirectoryNotFoundException();
        Directory.CreateDirectory(absolute);
    }).Length == 0;

    /// <summary>Renames a file or directory; a file in the way is replaced.</summary>
    public bool Move(string from, string to) => Attempt(() =>
    {
        var (source, target) = (host.Absolute(from), host.Absolute(to));
        if (Directory.Exists(source))
            Directory.Move(source, target);
        else
            File.Move(source, target, overwrite: true);
    }).Length == 0;

    /// <summary>Copies a file; one in the way is replaced. Empty, or the reason why that failed.</summary>
    public string Copy(string from, string to) => Attempt(() => File.Copy(host.Absolute(from), host.Absolute(to), overwrite: true));

    /// <summary>Cuts or extends a file.</summary>
    public bool Truncate(string path, long size) => Attempt(() =>
    {
        using var stream = new FileStream(host.Absolute(path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(size);
    }).Length == 0;

    /// <summary>Moves the guest's working directory. False when there is no such directory.</summary>
    public bool ChangeDirectory(string path)
    {
        if (Find(path) is not DirectoryInfo directory)
            return false;
        host.WorkingDirectoryPath = directory.FullName;
        return true;
    }

    /// <summary>The path of a new file for temporary data.</summary>
    public static string NewTemporaryPath() => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    /// <summary>Permission bits and type as C's <c>st_mode</c>.</summary>
    public static int Mode(FileSystemInfo info) =>
        (info is DirectoryInfo ? 0x4000 : 0x8000) | (OperatingSystem.IsWindows() ? 0x1FF : (int)info.UnixFileMode);
}
