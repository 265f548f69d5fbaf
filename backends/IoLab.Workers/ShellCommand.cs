namespace IoLab.Workers;

/// <summary>A shell command that a program in a worker wants run.</summary>
/// <param name="Text">The command.</param>
/// <param name="DirectoryPath">Where.</param>
/// <param name="Environment">All its variables.</param>
public sealed record ShellCommand(string Text, string DirectoryPath, IReadOnlyDictionary<string, string> Environment);

/// <summary>What a shell command came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ShellOutcome(int ExitCode, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error);
