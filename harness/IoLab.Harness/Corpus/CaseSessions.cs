using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Corpus;

/// <summary>
/// Runs cases of one corpus on one backend, as their directives ask: in a session in the <c>cases</c> folder or, when they write files, in a second
/// one in a folder of its own that is emptied before each case. Used by one caller at a time.
/// </summary>
/// <param name="backend">The backend.</param>
/// <param name="options">The options of its sessions; the working directory is the <c>cases</c> folder.</param>
/// <param name="grace">See <see cref="SessionHost"/>.</param>
internal sealed class CaseSessions(IBackend backend, SessionOptions options, TimeSpan? grace = null) : IAsyncDisposable
{
    private readonly SessionHost _reading = new(backend, options, grace);
    private SessionHost? _writing;
    private string? _writingDirPath;

    /// <summary>Runs a program that is no case in a pristine session.</summary>
    public Task<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken) => _reading.RunAsync(program, limits, cancellationToken);

    /// <summary>Runs a case in a pristine session.</summary>
    public async Task<RunResult> RunAsync(CorpusCase corpusCase, RunLimits limits, CancellationToken cancellationToken)
    {
        if (!corpusCase.Directives.NeedsFiles) return await _reading.RunAsync(corpusCase.ToProgram(), limits, cancellationToken).ConfigureAwait(false);
        if (_writingDirPath is null)
        {
            _writingDirPath = Directory.CreateTempSubdirectory("iolab-case-").FullName;
            _writing = new SessionHost(backend, options with { WorkingDirectoryPath = _writingDirPath }, grace);
        }

        Empty(_writingDirPath);
        CopyCase(corpusCase, _writingDirPath);
        RunResult result = await _writing!.RunAsync(corpusCase.ToProgram(), limits, cancellationToken).ConfigureAwait(false);
        // Whatever did not end in order may still write: it keeps its folder to itself.
        if (!ResultComparer.HasWholeOutput(result.Outcome)) await StopWritingAsync().ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reading.DisposeAsync().ConfigureAwait(false);
        await StopWritingAsync().ConfigureAwait(false);
    }

    private async Task StopWritingAsync()
    {
        if (_writing is null) return;
        await _writing.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_writingDirPath!, recursive: true);
        _writing = null;
        _writingDirPath = null;
    }

    private static void Empty(string dirPath)
    {
        foreach (string filePath in Directory.EnumerateFiles(dirPath)) File.Delete(filePath);
        foreach (string subDirPath in Directory.EnumerateDirectories(dirPath)) Directory.Delete(subDirPath, recursive: true);
    }

    /// <summary>Copies the program, and the folder of its name beside it when there is one.</summary>
    private static void CopyCase(CorpusCase corpusCase, string workingDirPath)
    {
        string areaDirPath = Directory.CreateDirectory(Path.Combine(workingDirPath, corpusCase.Area)).FullName;
        File.WriteAllText(Path.Combine(areaDirPath, corpusCase.Name + ".io"), corpusCase.Source);
        string companionDirPath = Path.ChangeExtension(corpusCase.SourceFilePath, null);
        if (!Directory.Exists(companionDirPath)) return;

        foreach (string filePath in Directory.EnumerateFiles(companionDirPath, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(areaDirPath, corpusCase.Name, Path.GetRelativePath(companionDirPath, filePath));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(filePath, target);
        }
    }
}
