using System.Security.Cryptography;
using System.Text;
using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>A benchmark as its file states it.</summary>
public sealed record BenchmarkDefinition
{
    /// <summary>Its folder.</summary>
    public required string Suite { get; init; }
    /// <summary>Its file name without extension.</summary>
    public required string Name { get; init; }
    /// <summary>The Io source; defines <c>benchmark</c> with <c>setup</c> and <c>run(n)</c>, or is a whole program when starts are measured.</summary>
    public required string Source { get; init; }
    /// <summary>What is timed.</summary>
    public MeasuredPhase Measures { get; init; }
    /// <summary>What samples are expressed in.</summary>
    public required MeasurementUnit Unit { get; init; }
    /// <summary>Operations per iteration of <c>run</c>, more than zero.</summary>
    public double Operations { get; init; } = 1;
    /// <summary>Is more better?</summary>
    public required Direction Direction { get; init; }
    /// <summary>The metric's name: <c>rate</c> or <c>time</c>.</summary>
    public required string Metric { get; init; }
    /// <summary>What the result must be.</summary>
    public required ResultExpectation Expectation { get; init; }
    /// <summary>Capabilities it needs.</summary>
    public Capabilities Needs { get; init; }
    /// <summary>Is it part of the suite's geometric mean?</summary>
    public bool IsInGeometricMean { get; init; } = true;
    /// <summary>Is it selected when nothing is named?</summary>
    public bool IsDefault { get; init; } = true;

    /// <summary><c>suite/name</c>.</summary>
    public string Id => $"{Suite}/{Name}";

    /// <summary>The source as a program.</summary>
    public IoProgram ToProgram() => new() { Source = Source, Label = $"{Id}.io" };

    /// <summary>A sample's value in the unit.</summary>
    public double ValueOf(RawSample sample) => Unit.Of(sample.Elapsed, sample.Iterations * Operations);

    /// <summary>Hash of the source: points with different hashes measure different things.</summary>
    public string SourceHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)))[..16];
}
