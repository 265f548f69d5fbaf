using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Gate;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab gate</c> was asked to do.</summary>
internal sealed record GateRequest
{
    /// <summary>Which benchmarks; globs over suite/name.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
    /// <summary>The benchmarks' folder.</summary>
    public required string BenchmarksDirPath { get; init; }
    /// <summary>The backends that are judged, comma-separated, or null for our own.</summary>
    public string? Backends { get; init; }
    /// <summary>The baseline's name.</summary>
    public string Baseline { get; init; } = "main";
    /// <summary>Only measure and save as the baseline?</summary>
    public bool Saves { get; init; }
    /// <summary>What is asked for.</summary>
    public required GateOptions Options { get; init; }
    /// <summary>How much is measured.</summary>
    public required Effort Effort { get; init; }
    /// <summary>Settings of the judged sessions: slowed, to prove the gate.</summary>
    public SessionOptions Session { get; init; } = new();
    /// <summary>The seed of the order within rounds, or null for the default.</summary>
    public ulong? Seed { get; init; }
    /// <summary>The store.</summary>
    public required string StoreFilePath { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
    /// <summary>The command that repeats it.</summary>
    public string Command { get; init; } = "./iolab gate";
}
