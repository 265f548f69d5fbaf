using IoLab.Cli.Host;
using IoLab.Differential.Findings;

namespace IoLab.Cli.Commands;

/// <summary>Findings of several folders, seen as one store: what two folders know of a finding is put together.</summary>
internal sealed class FindingFolders(IReadOnlyList<string> dirPaths, Action<string> warn)
{
    private const string Findings = "findings";
    private readonly FileFindingStore[] stores = [.. dirPaths.Select(dirPath => new FileFindingStore(dirPath, warn))];

    /// <summary>The folders of a repository: its own and those of all campaigns.</summary>
    public static IReadOnlyList<string> Of(Repository repository) =>
    [
        repository.FindingsDirPath,
        .. (Directory.Exists(repository.CampaignsDirPath) ? Directory.GetDirectories(repository.CampaignsDirPath) : [])
            .Select(dirPath => Path.Combine(dirPath, Findings)).Where(Directory.Exists).Order(StringComparer.Ordinal),
    ];

    /// <summary>A folder that a user names: of findings, or of a campaign.</summary>
    public static IReadOnlyList<string> Of(string dirPath) => !Directory.Exists(dirPath) ? throw new UsageException($"there is no folder {dirPath}")
        : Directory.Exists(Path.Combine(dirPath, Findings)) ? [Path.Combine(dirPath, Findings)] : [dirPath];

    /// <summary>All findings, by id.</summary>
    public IReadOnlyList<Finding> All() => [.. stores.SelectMany(store => store.All())
        .GroupBy(finding => finding.Id, StringComparer.Ordinal).Select(same => same.Aggregate((one, other) => one.Merge(other))).OrderBy(finding => finding.Id, StringComparer.Ordinal)];

    /// <summary>The finding of an id, or of the beginning of one.</summary>
    /// <exception cref="UsageException">There is none, or several.</exception>
    public Finding Find(string id)
    {
        Finding[] found = [.. All().Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UsageException($"there is no finding {id}; iolab findings list --all shows what there is"),
            _ => throw new UsageException($"{id} may be {string.Join(", ", found.Select(finding => finding.Id))}; give more of it"),
        };
    }

    /// <summary>Closes a finding wherever it is stored.</summary>
    public void Close(Finding finding, string note, DateTimeOffset now)
    {
        foreach (FileFindingStore store in stores) store.Close(finding.Id, note, now);
    }
}
