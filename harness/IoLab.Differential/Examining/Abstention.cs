using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>Who does not vote: a backend that reached a limit which says nothing of right and wrong.</summary>
internal static class Abstention
{
    /// <summary>A run that hits the limit of time is a hang when somebody else needs less than this part of it.</summary>
    private const double Swift = 0.1;

    /// <summary>Those who vote.</summary>
    public static IReadOnlyList<(IBackend Backend, RunResult Result)> Voters(IReadOnlyList<(IBackend Backend, RunResult Result)> all, RunLimits limits) =>
        all.Any(entry => HasSaidSomething(entry.Result)) ? [.. all.Where(entry => !Abstains(entry, all, limits))] : [];

    /// <summary>Did it come to an end of its own, be it a crash?</summary>
    private static bool HasSaidSomething(RunResult result) => ResultComparer.HasWholeOutput(result.Outcome) || result.Outcome == Outcome.Crashed;

    private static bool Abstains((IBackend Backend, RunResult Result) one, IReadOnlyList<(IBackend Backend, RunResult Result)> all, RunLimits limits) => one.Result.Outcome switch
    {
        // How much memory a program takes is the implementation's own affair.
        Outcome.OutOfMemory => true,
        Outcome.TimedOut => !all.Any(other => ResultComparer.HasWholeOutput(other.Result.Outcome) && other.Result.Elapsed.Value < Swift * limits.Time.TotalNanoseconds),
        // Steps are counted alike by all who count them: a program is as long for one as for the other.
        Outcome.StepLimit => !all.Any(other => ResultComparer.HasWholeOutput(other.Result.Outcome) && other.Backend.Capabilities.HasFlag(Capabilities.StepLimit)),
        _ => false,
    };
}
