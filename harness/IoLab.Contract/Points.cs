namespace IoLab.Contract;

/// <summary>Is more better?</summary>
public enum Direction
{
    /// <summary>Times, bytes.</summary>
    LowerIsBetter,
    /// <summary>Rates.</summary>
    HigherIsBetter,
}

/// <summary>What makes points comparable in time: the full tuple; renames are explicit aliases in the store.</summary>
public sealed record SeriesKey
{
    /// <summary>The suite: <c>micro</c>, <c>programs</c>, <c>awfy</c>, ...</summary>
    public required string Suite { get; init; }
    /// <summary>The benchmark's name.</summary>
    public required string Benchmark { get; init; }
    /// <summary>What is measured: <c>rate</c>, <c>time</c>, <c>startup</c>, <c>allocated</c>, <c>peakMemory</c>, ...</summary>
    public required string Metric { get; init; }
    /// <summary>The base unit of stored samples: <c>ns</c>, <c>B</c>, <c>Mops/s</c>, <c>Gflops</c>.</summary>
    public required string Unit { get; init; }
    /// <summary>Is more better?</summary>
    public required Direction Direction { get; init; }
    /// <summary>The backend's name.</summary>
    public required string Backend { get; init; }
    /// <summary>The measurer: <c>rounds</c>, <c>bdn</c>, <c>import</c>.</summary>
    public required string Engine { get; init; }
    /// <summary>A free label that separates variants (a build flag, a branch name); empty by default.</summary>
    public string Label { get; init; } = "";
    /// <summary>The machine's fingerprint (<see cref="EnvironmentInfo.Fingerprint"/>).</summary>
    public required string Machine { get; init; }
}

/// <summary>One raw sample in its place: process, round, position.</summary>
/// <param name="Invocation">Which process or fresh session, from 0: the unit of replication.</param>
/// <param name="Round">Which round, from 0.</param>
/// <param name="Order">Position within the round, from 0.</param>
/// <param name="Iterations">n of <c>run(n)</c>.</param>
/// <param name="Value">The value in the series' unit.</param>
/// <param name="Anchor">The anchor's value in the same round (ns per iteration of the calibration kernel), or null.</param>
public sealed record StoredSample(int Invocation, int Round, int Order, long Iterations, double Value, double? Anchor);

/// <summary>One point of a series: a set of raw samples with where they came from. Immutable; statistics are recomputed from samples.</summary>
public sealed record SeriesPoint
{
    /// <summary>The series.</summary>
    public required SeriesKey Key { get; init; }
    /// <summary>When it was measured (UTC).</summary>
    public required DateTimeOffset Time { get; init; }
    /// <summary>The run that measured it; points of one run share it.</summary>
    public required Guid RunId { get; init; }
    /// <summary>The commit, or null outside a repository.</summary>
    public string? Commit { get; init; }
    /// <summary>The branch, or null.</summary>
    public string? Branch { get; init; }
    /// <summary>The backend's version text.</summary>
    public string? BackendVersion { get; init; }
    /// <summary>The .NET runtime's version, or the host's for imported points.</summary>
    public string? RuntimeVersion { get; init; }
    /// <summary>The raw samples; never empty.</summary>
    public required IReadOnlyList<StoredSample> Samples { get; init; }
    /// <summary>Hash of benchmark source, result and output of the accepted samples.</summary>
    public string? ResultHash { get; init; }
    /// <summary>Were all samples' results right? An invalid point is stored and shown, never averaged.</summary>
    public bool IsValid { get; init; } = true;
}

/// <summary>The machine and runtime a run was made on.</summary>
public sealed record EnvironmentInfo
{
    /// <summary>Short hash of processor model, core count, memory size and operating system.</summary>
    public required string Fingerprint { get; init; }
    /// <summary>Processor model.</summary>
    public required string Processor { get; init; }
    /// <summary>Logical processors.</summary>
    public required int Cores { get; init; }
    /// <summary>Memory.</summary>
    public required Bytes Memory { get; init; }
    /// <summary>Operating system.</summary>
    public required string OperatingSystem { get; init; }
    /// <summary>.NET runtime version.</summary>
    public required string Runtime { get; init; }
    /// <summary>Frequency governor, or null when not readable.</summary>
    public string? Governor { get; init; }
    /// <summary>Is this a container or virtual machine, as far as one can tell?</summary>
    public bool? IsVirtual { get; init; }
    /// <summary>Load average over a minute when the run began.</summary>
    public double? LoadAverage { get; init; }
    /// <summary>Garbage collector and tiering settings in force.</summary>
    public required string RuntimeSettings { get; init; }
    /// <summary>IoLab's commit, with <c>+dirty</c> when the tree was changed.</summary>
    public string? Commit { get; init; }
    /// <summary>IoLab's branch.</summary>
    public string? Branch { get; init; }
}
