using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.SelfTest;

/// <summary>A backend with a planted fault, and who must find it.</summary>
/// <param name="Name">The fault's name.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Backend">The faulty backend; its name is the sound one's.</param>
/// <param name="FoundBy">The commands that must find it.</param>
public sealed record BrokenVariant(string Name, string Description, IBackend Backend, IReadOnlyList<DetectingCommand> FoundBy);

/// <summary>What a self test is made with.</summary>
public sealed record SelfTestBed
{
    /// <summary>The backend without a fault.</summary>
    public required IBackend Sound { get; init; }
    /// <summary>The faulty ones.</summary>
    public required IReadOnlyList<BrokenVariant> Variants { get; init; }
    /// <summary>Cases with expectations that the sound backend fulfils.</summary>
    public required IReadOnlyList<CorpusCase> Cases { get; init; }
    /// <summary>Benchmarks with expected results.</summary>
    public required IReadOnlyList<BenchmarkDefinition> Benchmarks { get; init; }
    /// <summary>How they are measured.</summary>
    public required IMeasurer Measurer { get; init; }
    /// <summary>How much.</summary>
    public required Effort Effort { get; init; }
    /// <summary>The time limit of a case; short, since one fault is to hang.</summary>
    public TimeSpan CaseTime { get; init; } = TimeSpan.FromMilliseconds(500);
    /// <summary>How long past its limit a case may take before it is stopped.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(500);
}
