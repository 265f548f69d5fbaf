using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Harness.Corpus;

/// <summary>What a corpus program says about itself in its leading comments.</summary>
public sealed record CaseDirectives
{
    /// <summary>Capabilities a backend must have; others skip the case.</summary>
    public Capabilities Needs { get; init; }
    /// <summary>Does the program write files? Then it runs in an empty directory of its own.</summary>
    public bool NeedsFiles { get; init; }
    /// <summary><c>System args</c> after the program's own path.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
    /// <summary>Standard input.</summary>
    public string StandardInput { get; init; } = "";
    /// <summary>The time limit, or null for the runner's default.</summary>
    public TimeSpan? Time { get; init; }
    /// <summary>What its output may vary in.</summary>
    public OutputFreedom Freedom { get; init; }
}
