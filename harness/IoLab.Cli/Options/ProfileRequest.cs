using IoLab.Cli.Output;
using IoLab.Contract;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab profile</c> was asked to do.</summary>
internal sealed record ProfileRequest
{
    /// <summary>The program's path, or null.</summary>
    public string? FilePath { get; init; }
    /// <summary>The words behind it.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
    /// <summary>The code of <c>-e</c>, or null.</summary>
    public string? Code { get; init; }
    /// <summary>The benchmark whose <c>run</c> is profiled, or null.</summary>
    public string? Benchmark { get; init; }
    /// <summary>The n of its <c>run(n)</c>.</summary>
    public long Turns { get; init; } = 1;
    /// <summary>Who runs it, or null for the first that profiles.</summary>
    public string? Backend { get; init; }
    /// <summary>The limits of the run.</summary>
    public RunLimits Limits { get; init; } = RunLimits.Unlimited;
    /// <summary>How it is profiled.</summary>
    public ProfileOptions Profile { get; init; } = new();
    /// <summary>The most rows of a table.</summary>
    public int Top { get; init; } = 15;
    /// <summary>Show pairs of instructions?</summary>
    public bool ShowsPairs { get; init; }
    /// <summary>Where collapsed stacks go, or null.</summary>
    public string? FoldedFilePath { get; init; }
    /// <summary>Where the flame graph for speedscope goes, or null.</summary>
    public string? SpeedscopeFilePath { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
}
