using IoLab.Contract;

namespace IoLab.Cli.Commands;

/// <summary>The last run of the corpus.</summary>
internal sealed record KeptConformance(DateTimeOffset Time, IReadOnlyList<CaseResult> Results)
{
    /// <summary>The name it is kept under.</summary>
    public const string Name = "conform";
}

/// <summary>The last coverage table of the whole corpus.</summary>
internal sealed record KeptCoverage(DateTimeOffset Time, SlotCoverage Coverage)
{
    /// <summary>The name it is kept under.</summary>
    public const string Name = "coverage";
}

/// <summary>The last measurement.</summary>
internal sealed record KeptBenchmarks(
    DateTimeOffset Time, string Command, string ReferenceBackend, IReadOnlyList<BenchmarkRow> Rows, EnvironmentInfo Environment, IReadOnlyList<string> Notes)
{
    /// <summary>The name it is kept under.</summary>
    public const string Name = "bench";
}

/// <summary>The last decision of the gate.</summary>
internal sealed record KeptGate(DateTimeOffset Time, string Command, IReadOnlyList<GateFinding> Findings)
{
    /// <summary>The name it is kept under.</summary>
    public const string Name = "gate";
}
