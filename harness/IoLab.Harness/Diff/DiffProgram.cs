using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Diff;

/// <summary>A program to compare backends on.</summary>
public sealed record DiffProgram
{
    /// <summary>The program.</summary>
    public required IoProgram Program { get; init; }
    /// <summary>How results are compared.</summary>
    public ComparisonPolicy Policy { get; init; } = ComparisonPolicy.Strict;
    /// <summary>Limits of each run.</summary>
    public RunLimits Limits { get; init; } = new();
    /// <summary>What the program needs; backends without it do not take part.</summary>
    public Capabilities Needs { get; init; }
    /// <summary>The working directory of its sessions, or null for this process's own.</summary>
    public string? WorkingDirPath { get; init; }
    /// <summary>The corpus case it is, or null: its directives then say how it is run (a case that writes files gets a directory of its own).</summary>
    public CorpusCase? Case { get; init; }
    /// <summary>The directives a user gave with it, to repeat them.</summary>
    public IReadOnlyList<string> Directives { get; init; } = [];
    /// <summary>How a user names it on the command line: a file path, or null for text given in the command.</summary>
    public string? FilePath { get; init; }
}

/// <summary>What a comparison over one program gave.</summary>
public sealed record DiffOutcome
{
    /// <summary>The program.</summary>
    public required DiffProgram Program { get; init; }
    /// <summary>Pass: all agree. Fail: they differ. NoVerdict: everybody hit a limit, or fewer than two took part.</summary>
    public required Verdict Verdict { get; init; }
    /// <summary>Each participating backend's result, in the order given.</summary>
    public required IReadOnlyList<(string Backend, RunResult Result)> Results { get; init; }
    /// <summary>The first difference, between the first backend and the first that disagrees with it; null unless the verdict is Fail.</summary>
    public Difference? Difference { get; init; }
    /// <summary>The two sides of <see cref="Difference"/>.</summary>
    public (string Left, string Right)? Sides { get; init; }
    /// <summary>How the backends divide; null when fewer than two took part.</summary>
    public Vote? Vote { get; init; }
    /// <summary>The command that repeats this comparison.</summary>
    public required string RepeatCommand { get; init; }
}
