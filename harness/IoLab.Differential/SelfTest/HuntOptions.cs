using IoLab.Contract;

namespace IoLab.Differential.SelfTest;

/// <summary>How mutants are hunted.</summary>
public sealed record HuntOptions
{
    /// <summary>What tells right from wrong; fewer than all is for proving that each is needed.</summary>
    public HuntOracles Oracles { get; init; } = HuntOracles.All;
    /// <summary>How long programs are tried for each mutant.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(300);
    /// <summary>How many programs are tried at most for each mutant.</summary>
    public long Programs { get; init; } = long.MaxValue;
    /// <summary>How long a reduction may take.</summary>
    public TimeSpan ReductionTime { get; init; } = TimeSpan.FromSeconds(60);
    /// <summary>How many candidates of a reduction run at once.</summary>
    public int ReductionJobs { get; init; } = 1;
    /// <summary>Which programs are tried.</summary>
    public ulong Seed { get; init; } = 1;
    /// <summary>The limits of each run.</summary>
    public RunLimits Limits { get; init; } = new()
    {
        Time = TimeSpan.FromSeconds(2), Steps = 200_000, MemoryBytes = 512L << 20, OutputBytes = 1 << 20, Frames = 20_000,
    };
}
