using IoLab.Harness.Stats;

namespace IoLab.Harness.Bench.Stopping;

/// <summary>
/// Stops a warm-up when the median of the last window is no longer below that of the window before by more than the tolerance. Two
/// windows forgive single outliers; a series that rises counts as settled, since waiting would not make it faster.
/// </summary>
/// <param name="window">Samples per window, at least 1.</param>
/// <param name="tolerance">Relative: 0.03 is 3%, the noise of an undisturbed run on shared machines.</param>
public sealed class SettledRule(int window = 4, double tolerance = 0.03) : IStoppingRule
{
    /// <inheritdoc/>
    public StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent)
    {
        if (timesPerIteration.Length < 2 * window)
        {
            return StoppingDecision.Continue;
        }

        double before = Medians.Of(timesPerIteration[^(2 * window)..^window]), last = Medians.Of(timesPerIteration[^window..]);
        return last >= before * (1 - tolerance) ? StoppingDecision.Stop(StopReason.Settled) : StoppingDecision.Continue;
    }
}

/// <summary>Stops after a number of samples.</summary>
/// <param name="maximum">At least 1.</param>
public sealed class MaximumRule(int maximum) : IStoppingRule
{
    /// <inheritdoc/>
    public StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent) =>
        timesPerIteration.Length >= maximum ? StoppingDecision.Stop(StopReason.MaximumReached) : StoppingDecision.Continue;
}

/// <summary>Stops when the time is used up.</summary>
/// <param name="limit">The time.</param>
public sealed class TimeRule(TimeSpan limit) : IStoppingRule
{
    /// <inheritdoc/>
    public StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent) =>
        spent >= limit ? StoppingDecision.Stop(StopReason.TimeReached) : StoppingDecision.Continue;
}

/// <summary>Stops when the interval of the median is narrower than wanted.</summary>
/// <param name="halfWidth">Relative half width: 0.02 is 2%, the default of BenchmarkDotNet's main stage.</param>
/// <param name="minimum">Samples needed first, at least 2.</param>
public sealed class PrecisionRule(double halfWidth = 0.02, int minimum = 10) : IStoppingRule
{
    /// <inheritdoc/>
    public StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent)
    {
        if (timesPerIteration.Length < minimum)
        {
            return StoppingDecision.Continue;
        }

        Contract.Estimate estimate = Bootstrap.Centre(new GroupedSample([timesPerIteration.ToArray()])).Estimate;
        return (estimate.High - estimate.Low) / 2 <= halfWidth * estimate.Value ? StoppingDecision.Stop(StopReason.Precise) : StoppingDecision.Continue;
    }
}

/// <summary>Stops as soon as one of its rules does; the first in order gives the reason.</summary>
/// <param name="rules">The rules.</param>
public sealed class FirstOfRule(params IReadOnlyList<IStoppingRule> rules) : IStoppingRule
{
    /// <inheritdoc/>
    public StoppingDecision Decide(ReadOnlySpan<double> timesPerIteration, TimeSpan spent)
    {
        foreach (IStoppingRule rule in rules)
        {
            if (rule.Decide(timesPerIteration, spent) is { IsStop: true } stop)
            {
                return stop;
            }
        }

        return StoppingDecision.Continue;
    }
}
