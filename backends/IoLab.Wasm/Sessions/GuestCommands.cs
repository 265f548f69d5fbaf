using IoLab.External.Processes;
using IoLab.Workers;

namespace IoLab.Wasm.Sessions;

/// <summary>Runs the shell commands that programs in a guest want run.</summary>
internal sealed class GuestCommands(IChildProcessRunner runner) : IShellCommands
{
    /// <summary>No more of a command's output is kept.</summary>
    private const int MostOutput = 64 << 20;

    /// <inheritdoc/>
    public async Task<ShellOutcome?> RunAsync(ShellCommand command, CancellationToken cancellationToken)
    {
        MemoryStream output = new(), error = new();
        var (shell, option) = OperatingSystem.IsWindows() ? (Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe", "/c") : ("/bin/sh", "-c");
        try
        {
            var exit = await runner.RunAsync(
                new ChildCommand(shell, [option, command.Text], command.DirectoryPath, command.Environment),
                new ChildStreams(Stream.Null, bytes => Keep(output, bytes), bytes => Keep(error, bytes)), cancellationToken).ConfigureAwait(false);
            return cancellationToken.IsCancellationRequested ? null : new ShellOutcome(exit.Code, Kept(output), Kept(error));
        }
        catch (ChildStartException)
        {
            return null;
        }
    }

    private static ValueTask Keep(MemoryStream kept, ReadOnlyMemory<byte> bytes)
    {
        lock (kept)
            kept.Write(bytes.Span[..(int)Math.Min(bytes.Length, MostOutput - kept.Length)]);
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy: what the command left running may still write.</summary>
    private static byte[] Kept(MemoryStream kept)
    {
        lock (kept)
            return kept.ToArray();
    }
}
