using IoLab.Harness.Corpus;

namespace IoLab.Conformance.Tests;

/// <summary>The corpus of the repository these tests were built in.</summary>
internal static class CorpusFolder
{
    /// <summary>The folder <c>conformance</c>.</summary>
    public static string DirPath { get; } = Find();

    /// <summary>The folder of the cases.</summary>
    public static string CasesDirPath { get; } = Path.Combine(DirPath, "cases");

    /// <summary>All cases, ordered by id.</summary>
    public static IReadOnlyList<CorpusCase> Cases { get; } = CorpusLoader.Load(CasesDirPath);

    private static string Find()
    {
        DirectoryInfo? dir = new(TestContext.CurrentContext.TestDirectory);
        while (dir is not null && !File.Exists(Path.Combine(dir.FullName, "IoLab.sln"))) dir = dir.Parent;
        return dir is null
            ? throw new InvalidOperationException($"no IoLab.sln above {TestContext.CurrentContext.TestDirectory}")
            : Path.Combine(dir.FullName, "conformance");
    }
}
