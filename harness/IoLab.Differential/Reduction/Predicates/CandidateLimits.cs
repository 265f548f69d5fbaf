using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Reduction.Predicates;

/// <summary>Limits for smaller programs, made from the runs of the one they are made of: many of them never end, and should be given up soon.</summary>
internal static class CandidateLimits
{
    private const int MoreSteps = 4;
    private const int LeastSteps = 20_000;
    private const int UsualSteps = 1_000_000;
    private const int MoreTime = 20;
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    /// <summary>The limits: several times what the program itself took.</summary>
    public static RunLimits From(IReadOnlyList<RunResult> results)
    {
        bool hasEnded = results.All(result => ResultComparer.HasWholeOutput(result.Outcome));
        double seconds = results.Max(result => result.Elapsed.Value) / 1e9 * MoreTime;
        long steps = results.Max(result => result.Counters.GetValueOrDefault("steps"));
        return new RunLimits
        {
            Time = hasEnded ? TimeSpan.FromSeconds(Math.Clamp(seconds, LeastTime.TotalSeconds, MostTime.TotalSeconds)) : MostTime,
            Steps = steps == 0 ? UsualSteps : Math.Max(LeastSteps, MoreSteps * steps),
            MemoryBytes = 512L << 20,
            OutputBytes = 1 << 20,
            Frames = 100_000,
        };
    }
}
