using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Corpus;

/// <summary>Runs one case as its directives ask.</summary>
internal static class CaseExecution
{
    /// <summary>Runs the case on <paramref name="host"/>, or, when it writes files, on a session in an empty directory of its own.</summary>
    public static async Task<RunResult> RunAsync(
        CorpusCase corpusCase, IBackend backend, SessionHost host, RunLimits limits, CancellationToken cancellationToken)
    {
        if (!corpusCase.Directives.NeedsFiles)
        {
            return await host.RunAsync(corpusCase.ToProgram(), limits, cancellationToken).ConfigureAwait(false);
        }

        string workingDirPath = Directory.CreateTempSubdirectory("iolab-case-").FullName;
        try
        {
            CopyCase(corpusCase, workingDirPath);
            await using var own = new SessionHost(backend, OptionsFor.Comparing(backend, workingDirPath));
            return await own.RunAsync(corpusCase.ToProgram(), limits, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(workingDirPath, recursive: true);
        }
    }

    /// <summary>Copies the program, and the folder of its name beside it when there is one.</summary>
    private static void CopyCase(CorpusCase corpusCase, string workingDirPath)
    {
        string areaDirPath = Directory.CreateDirectory(Path.Combine(workingDirPath, corpusCase.Area)).FullName;
        File.WriteAllText(Path.Combine(areaDirPath, corpusCase.Name + ".io"), corpusCase.Source);
        string companionDirPath = Path.ChangeExtension(corpusCase.SourceFilePath, null);
        if (!Directory.Exists(companionDirPath))
        {
            return;
        }

        foreach (string filePath in Directory.EnumerateFiles(companionDirPath, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(areaDirPath, corpusCase.Name, Path.GetRelativePath(companionDirPath, filePath));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(filePath, target);
        }
    }
}
