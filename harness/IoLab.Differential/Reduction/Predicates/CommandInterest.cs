using IoLab.Harness.Host;

namespace IoLab.Differential.Reduction.Predicates;

/// <summary>
/// A program is interesting when a command says so by exiting with 0. The command runs in a new directory that holds the program under its file's name and nothing else, as
/// C-Reduce has it; what takes too long is not interesting.
/// </summary>
/// <param name="runner">Starts processes.</param>
/// <param name="words">The command and its arguments.</param>
/// <param name="fileName">The name of the program's file.</param>
/// <param name="timeLimit">After this time the command is killed with all its children.</param>
public sealed class CommandInterest(IProcessRunner runner, IReadOnlyList<string> words, string fileName, TimeSpan timeLimit) : IInterest
{
    /// <inheritdoc/>
    public string Description => $"{string.Join(' ', words)} exits with 0";

    /// <inheritdoc/>
    public async Task<bool> TestAsync(string source, CancellationToken cancellationToken = default)
    {
        DirectoryInfo dir = Directory.CreateTempSubdirectory("iolab-reduce-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(dir.FullName, fileName), source, cancellationToken).ConfigureAwait(false);
            var request = new ProcessRequest(words[0], [.. words.Skip(1)], timeLimit) { WorkingDirPath = dir.FullName };
            ProcessResult result = await runner.RunAsync(request, cancellationToken).ConfigureAwait(false);
            return !result.IsTimedOut && result.ExitCode == 0;
        }
        finally
        {
            Remove(dir);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A process that was just killed may still hold a file.</summary>
    private static void Remove(DirectoryInfo dir)
    {
        try
        {
            dir.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in the system's folder for temporary files, which is cleaned by others.
        }
    }
}
