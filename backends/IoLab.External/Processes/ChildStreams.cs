namespace IoLab.External.Processes;

/// <summary>Where a child's bytes come from and go to.</summary>
/// <param name="Input">Read to its end and passed to the child's standard input.</param>
/// <param name="Output">Called with each piece of standard output, in order, never concurrently. Must not throw.</param>
/// <param name="Error">The same for standard error.</param>
/// <param name="Started">Called once with the process id.</param>
public sealed record ChildStreams(
    Stream Input,
    Func<ReadOnlyMemory<byte>, ValueTask> Output,
    Func<ReadOnlyMemory<byte>, ValueTask> Error,
    Action<int>? Started = null);
