namespace IoLab.Workers;

/// <summary>Runs shell commands for workers that cannot start processes.</summary>
public interface IShellCommands
{
    /// <summary>Runs a command to its end; null when it could not be started. Cancelling ends it with all it started. It throws nothing.</summary>
    Task<ShellOutcome?> RunAsync(ShellCommand command, CancellationToken cancellationToken);
}
