using IoLab.Cli.Output;
using IoLab.Differential.SelfTest;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab selftest --full</c> was asked to do.</summary>
internal sealed record HuntRequest
{
    /// <summary>The words of the command line, for the history.</summary>
    public required string Command { get; init; }
    /// <summary>How mutants are hunted.</summary>
    public required HuntOptions Hunt { get; init; }
    /// <summary>The mutants to hunt; empty means all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];
    /// <summary>How many mutants are hunted at once.</summary>
    public int Jobs { get; init; } = 1;
    /// <summary>The reference implementation's name, or null.</summary>
    public string? Reference { get; init; }
    /// <summary>The corpus.</summary>
    public required string CasesDirPath { get; init; }
    /// <summary>The store for the scores, or null for none. Scores of a part of the mutants are not stored.</summary>
    public string? StoreFilePath { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
}
