namespace IoLab.Cli.Host;

/// <summary>Where things of the repository are: cases, benchmarks, the store, reports.</summary>
internal sealed record Repository(string RootDirPath)
{
    private const string Mark = "IoLab.sln";

    /// <summary>The corpus.</summary>
    public string CasesDirPath => Path.Combine(RootDirPath, "conformance", "cases");

    /// <summary>The hostile set.</summary>
    public string HostileDirPath => Path.Combine(RootDirPath, "conformance", "hostile");

    /// <summary>The list of known failures.</summary>
    public string KnownFailuresFilePath => Path.Combine(RootDirPath, "conformance", "known-failures.json");

    /// <summary>The list of known findings.</summary>
    public string KnownFindingsFilePath => Path.Combine(RootDirPath, "conformance", "known-findings.json");

    /// <summary>The reference's slots.</summary>
    public string SlotsFilePath => Path.Combine(RootDirPath, "conformance", "slots.json");

    /// <summary>The reference's pinned version.</summary>
    public string OraclePinFilePath => Path.Combine(RootDirPath, "conformance", "oracle.json");

    /// <summary>The benchmark suites.</summary>
    public string BenchmarksDirPath => Path.Combine(RootDirPath, "harness", "benchmarks");

    /// <summary>The history's store.</summary>
    public string StoreFilePath => Path.Combine(RootDirPath, ".iolab", "history.db");

    /// <summary>Findings that no campaign made.</summary>
    public string FindingsDirPath => Path.Combine(RootDirPath, ".iolab", "findings");

    /// <summary>The report that commands write without being told where.</summary>
    public string ReportFilePath => Path.Combine(RootDirPath, ".iolab", "report.html");

    /// <summary>The last results, from which a report is made.</summary>
    public string ResultsDirPath => Path.Combine(RootDirPath, ".iolab", "last");

    /// <summary>Where campaigns are kept that are not told where.</summary>
    public string CampaignsDirPath => Path.Combine(RootDirPath, ".iolab", "campaigns");

    /// <summary>The repository of the launcher (IOLAB_ROOT), of the working directory, or of this program.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Repository Find(CliHost host) =>
        FindOrNull(host) ?? throw new UsageException("this command works on IoLab's repository: start it there with ./iolab");

    /// <summary>The same for commands that can do without; null when there is none.</summary>
    public static Repository? FindOrNull(CliHost host) =>
        host.Variable("IOLAB_ROOT") is { Length: > 0 } root ? new Repository(root) : Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    /// <summary>A path as a reader of messages finds it: relative to the working directory when it is below.</summary>
    public static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static Repository? Above(string dirPath)
    {
        for (DirectoryInfo? dir = new(dirPath); dir is not null; dir = dir.Parent)
        {
            if (File.Exists(Path.Combine(dir.FullName, Mark))) return new Repository(dir.FullName);
        }

        return null;
    }
}
