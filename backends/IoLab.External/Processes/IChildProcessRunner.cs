namespace IoLab.External.Processes;

/// <summary>Runs child processes: the port behind which a process library stands.</summary>
public interface IChildProcessRunner
{
    /// <summary>
    /// Runs a child to its end. Cancelling <paramref name="kill"/> ends the child with all its descendants, whatever signals they ignore; that is
    /// an ordinary exit, not an exception. Never waits for a pipe that a descendant of a child that is gone holds open.
    /// </summary>
    /// <exception cref="ChildStartException">It could not be started.</exception>
    ValueTask<ChildExit> RunAsync(ChildCommand command, ChildStreams streams, CancellationToken kill);
}
