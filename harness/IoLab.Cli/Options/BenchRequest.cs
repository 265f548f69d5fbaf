using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab bench</c> was asked to do.</summary>
internal sealed record BenchRequest
{
    /// <summary>Which benchmarks; globs over suite/name.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
    /// <summary>The benchmarks' folder.</summary>
    public required string BenchmarksDirPath { get; init; }
    /// <summary>The backends, comma-separated, or null for our own.</summary>
    public string? Backends { get; init; }
    /// <summary>The backend that speed-ups refer to, or null for the first.</summary>
    public string? Reference { get; init; }
    /// <summary>How much is measured.</summary>
    public required Effort Effort { get; init; }
    /// <summary>The label of the stored series.</summary>
    public string Label { get; init; } = "";
    /// <summary>The seed of the order within rounds, or null for the default.</summary>
    public ulong? Seed { get; init; }
    /// <summary>Settings of the measured sessions.</summary>
    public SessionOptions Session { get; init; } = new();
    /// <summary>Where points are stored; null stores none.</summary>
    public string? StoreFilePath { get; init; }
    /// <summary>The name to save the points under as a baseline for the gate, or null.</summary>
    public string? BaselineName { get; init; }
    /// <summary>The report to write; null writes none.</summary>
    public string? ReportFilePath { get; init; }
    /// <summary>Run the corpus first?</summary>
    public bool ChecksAgreement { get; init; }
    /// <summary>Only list the benchmarks?</summary>
    public bool ListsOnly { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
    /// <summary>The command that repeats it.</summary>
    public string Command { get; init; } = "./iolab bench";
}
