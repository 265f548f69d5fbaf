using IoLab.Harness;

namespace IoLab.Differential.Findings;

/// <summary>
/// One JSON file for each finding in a folder. A file is replaced as a whole, so that a reader, or who comes after a process that was killed, sees the old finding or
/// the new one. Writers wait for one another. A file that cannot be read is set aside, and told of.
/// </summary>
/// <param name="dirPath">The folder; made when something is written.</param>
/// <param name="warn">Is told of files that were set aside.</param>
public sealed class FileFindingStore(string dirPath, Action<string>? warn = null) : IFindingStore
{
    private const string Extension = ".json", Damaged = ".damaged", LockName = ".lock", Unfinished = ".tmp";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();

    /// <inheritdoc/>
    public IReadOnlyList<Finding> All()
    {
        if (!Directory.Exists(dirPath)) return [];
        return [.. Directory.EnumerateFiles(dirPath, "*" + Extension).Select(Read).OfType<Finding>().OrderBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Finding? Find(string id) => IsName(id) ? Read(PathOf(id)) : null;

    /// <inheritdoc/>
    public Finding Add(Finding finding) => Locked(() =>
    {
        Finding? known = Read(PathOf(finding.Id));
        Finding merged = known?.Merge(finding) ?? finding;
        Write(merged, known);
        return merged;
    });

    /// <inheritdoc/>
    public Finding? Change(string id, Func<Finding, Finding?> change)
    {
        if (Find(id) is null) return null;
        return Locked(() =>
        {
            if (Read(PathOf(id)) is not { } known) return null;
            Finding? changed = change(known);
            if (changed is null) File.Delete(PathOf(id));
            else if (changed.Id != id) throw new ArgumentException($"a change made {changed.Id} of the finding {id}", nameof(change));
            else Write(changed, known);
            return changed;
        });
    }

    private string PathOf(string id) => Path.Combine(dirPath, id + Extension);

    private static bool IsName(string id) => id.Length > 0 && id.All(char.IsAsciiLetterOrDigit);

    private Finding? Read(string filePath)
    {
        string text;
        try
        {
            text = File.ReadAllText(filePath);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            return FindingFormat.Read(text);
        }
        catch (FormatException e)
        {
            SetAside(filePath, e.Message);
            return null;
        }
    }

    private void SetAside(string filePath, string why)
    {
        string asidePath = filePath + Damaged;
        for (int i = 2; File.Exists(asidePath); i++) asidePath = $"{filePath}{Damaged}{i}";
        try
        {
            File.Move(filePath, asidePath);
        }
        catch (FileNotFoundException)
        {
            return; // Somebody else did.
        }

        warn?.Invoke($"{filePath} is no finding ({why}); it was set aside as {Path.GetFileName(asidePath)}");
    }

    private void Write(Finding finding, Finding? known)
    {
        string text = FindingFormat.Write(finding), filePath = PathOf(finding.Id);
        if (known is not null && FindingFormat.Write(known) == text) return;
        string unfinishedPath = filePath + Unfinished;
        File.WriteAllText(unfinishedPath, text);
        File.Move(unfinishedPath, filePath, overwrite: true);
    }

    /// <summary>One writer at a time, over all processes. The system lets go of a dead process's lock.</summary>
    private T Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            Directory.CreateDirectory(dirPath);
            using FileStream _ = AwaitLock();
            return work();
        }
    }

    private FileStream AwaitLock()
    {
        string lockPath = Path.Combine(dirPath, LockName);
        for (long start = Environment.TickCount64; ;)
        {
            try
            {
                return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e)
            {
                if (Environment.TickCount64 - start > Patience.TotalMilliseconds)
                {
                    throw new HarnessException($"{dirPath}: another process has been writing there for {Patience.TotalSeconds:0} s; end it, or use another folder ({e.Message})", e);
                }
            }

            Thread.Sleep(Pause);
        }
    }
}
