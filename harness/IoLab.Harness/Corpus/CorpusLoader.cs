using System.IO.Enumeration;

namespace IoLab.Harness.Corpus;

/// <summary>Reads the corpus from disk.</summary>
public static class CorpusLoader
{
    /// <summary>All cases whose id matches, ordered by id.</summary>
    /// <param name="casesDirPath">The <c>cases</c> folder.</param>
    /// <param name="filters">
    /// Globs with <c>*</c> and <c>?</c> over <c>area/name</c>, or a name, or an area; a path to the <c>.io</c> file works too. Empty means all.
    /// </param>
    /// <exception cref="HarnessException">The folder is missing, a file is malformed, or a filter matches nothing.</exception>
    public static IReadOnlyList<CorpusCase> Load(string casesDirPath, IReadOnlyList<string>? filters = null)
    {
        string fullDirPath = Path.GetFullPath(casesDirPath);
        if (!Directory.Exists(fullDirPath))
        {
            throw new HarnessException($"no corpus at {casesDirPath}; run from the repository, or name the folder with --cases");
        }

        string[] ids = [.. Directory.EnumerateDirectories(fullDirPath)
            .SelectMany(area => Directory.EnumerateFiles(area, "*.io").Select(file => $"{Path.GetFileName(area)}/{Path.GetFileNameWithoutExtension(file)}"))
            .Order(StringComparer.Ordinal)];
        foreach (string filter in filters ?? [])
        {
            if (!ids.Any(id => Matches(filter, id)))
            {
                throw new HarnessException($"no case matches '{filter}'; list them with: iolab conform --list");
            }
        }

        return [.. ids.Where(id => filters is null or [] || filters.Any(filter => Matches(filter, id))).Select(id => LoadCase(fullDirPath, id))];
    }

    private static CorpusCase LoadCase(string casesDirPath, string id)
    {
        string[] parts = id.Split('/');
        string sourceFilePath = Path.Combine(casesDirPath, parts[0], parts[1] + ".io");
        string expectationFilePath = Path.ChangeExtension(sourceFilePath, ".out");
        string source = File.ReadAllText(sourceFilePath);
        return new CorpusCase
        {
            Area = parts[0],
            Name = parts[1],
            CasesDirPath = casesDirPath,
            Source = source,
            Directives = CaseDirectivesParser.Parse(source, sourceFilePath),
            Expectation = File.Exists(expectationFilePath) ? ExpectationFormat.Parse(File.ReadAllText(expectationFilePath), expectationFilePath) : null,
        };
    }

    private static bool Matches(string filter, string id)
    {
        string pattern = filter.EndsWith(".io", StringComparison.Ordinal) ? filter[..^3] : filter;
        string[] parts = id.Split('/');
        return FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false)
            || FileSystemName.MatchesSimpleExpression(pattern, parts[1], ignoreCase: false)
            || pattern.TrimEnd('/') == parts[0]
            || pattern.EndsWith("cases/" + id, StringComparison.Ordinal);
    }
}
