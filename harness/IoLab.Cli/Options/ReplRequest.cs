namespace IoLab.Cli.Options;

/// <summary>What <c>iolab repl</c> was asked to do.</summary>
/// <param name="Backend">The backend's name.</param>
/// <param name="Time">The time limit of an entry, or null for none.</param>
/// <param name="RemembersHistory">Is there a history file?</param>
/// <param name="FilePaths">What runs first.</param>
internal sealed record ReplRequest(string Backend, TimeSpan? Time, bool RemembersHistory, IReadOnlyList<string> FilePaths);
