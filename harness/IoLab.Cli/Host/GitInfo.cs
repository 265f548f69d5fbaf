using System.Diagnostics;

namespace IoLab.Cli.Host;

/// <summary>The commit and branch of a repository.</summary>
/// <param name="Commit">The commit, with <c>+dirty</c> when files differ from it; null outside a repository.</param>
/// <param name="Branch">The branch; null when there is none.</param>
internal sealed record GitInfo(string? Commit, string? Branch)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks git.</summary>
    public static GitInfo Read(string dirPath)
    {
        if (Ask(dirPath, "rev-parse", "HEAD") is not { Length: > 0 } commit) return new GitInfo(null, null);
        bool isDirty = Ask(dirPath, "status", "--porcelain", "--untracked-files=no") is { Length: > 0 };
        string? branch = Ask(dirPath, "symbolic-ref", "--short", "-q", "HEAD");
        return new GitInfo(isDirty ? commit + "+dirty" : commit, string.IsNullOrEmpty(branch) ? null : branch);
    }

    private static string? Ask(string dirPath, params string[] words)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", dirPath, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process git = Process.Start(start)!;
            _ = git.StandardError.ReadToEndAsync();
            string answer = git.StandardOutput.ReadToEnd().Trim();
            return git.WaitForExit(Patience) && git.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
