namespace IoLab.External.Processes;

/// <summary>A child process to start.</summary>
/// <param name="ProgramFilePath">The program's absolute path.</param>
/// <param name="Arguments">Its arguments, passed as they are.</param>
/// <param name="WorkingDirectoryPath">Where it runs.</param>
/// <param name="Environment">All its environment variables, or null to inherit this process's.</param>
public sealed record ChildCommand(
    string ProgramFilePath,
    IReadOnlyList<string> Arguments,
    string WorkingDirectoryPath,
    IReadOnlyDictionary<string, string>? Environment);
