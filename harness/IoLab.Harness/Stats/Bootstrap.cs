using IoLab.Contract;

namespace IoLab.Harness.Stats;

/// <summary>What a bootstrap says about one number.</summary>
/// <param name="Estimate">The number with its two-sided interval.</param>
/// <param name="UpperTail">The one-sided p-value against "not above zero": how likely so high an estimate is when the truth is zero.</param>
/// <param name="StandardError">The standard error of the estimate.</param>
/// <param name="DegreesOfFreedom">The effective degrees of freedom behind it.</param>
public readonly record struct BootstrapResult(Estimate Estimate, double UpperTail, double StandardError, double DegreesOfFreedom);

/// <summary>
/// Intervals of centres and of their differences. With four groups or more they are Student's with Yuen's variance (<see cref="GroupedSample.Variance"/>; Welch-Satterthwaite degrees of
/// freedom): resamples of a handful of groups would draw an outlier twice and undo the trimming. With fewer, a hierarchical percentile bootstrap with a fixed seed: the same samples always
/// give the same interval. Its intervals are stretched for few groups (<see cref="CentreVariance.Widening"/>, <see cref="CentreVariance.TailRatio"/>) and always contain the estimate.
/// </summary>
public static class Bootstrap
{
    /// <summary>Resamples: percentile intervals need 1000 to 2000 (Efron and Tibshirani, "An introduction to the bootstrap", 1993, section 19.3).</summary>
    public const int Resamples = 2000;

    /// <summary>The default seed; any fixed number would do.</summary>
    public const ulong Seed = 20260302;

    /// <summary>The centre of a grouped sample.</summary>
    /// <param name="sample">The values.</param>
    /// <param name="confidence">Two-sided, such as 0.95.</param>
    /// <param name="seed">The seed of the resamples.</param>
    public static BootstrapResult Centre(GroupedSample sample, double confidence = 0.95, ulong seed = Seed)
    {
        if (sample.HasManyGroups)
        {
            return Student(sample.Centre(), [sample.Variance()], confidence);
        }

        double[] buffer = [];
        return Run(sample.Centre(), random => sample.ResampledCentre(random, ref buffer), [sample.Variance()], confidence, seed);
    }

    /// <summary>The centre of <paramref name="right"/> minus the centre of <paramref name="left"/>, which were measured independently.</summary>
    public static BootstrapResult Difference(GroupedSample left, GroupedSample right, double confidence = 0.95, ulong seed = Seed)
    {
        if (left.HasManyGroups && right.HasManyGroups)
        {
            return Student(right.Centre() - left.Centre(), [left.Variance(), right.Variance()], confidence);
        }

        double[] buffer = [];
        return Run(
            right.Centre() - left.Centre(),
            random => right.ResampledCentre(random, ref buffer) - left.ResampledCentre(random, ref buffer),
            [left.Variance(), right.Variance()], confidence, seed);
    }

    /// <summary>An estimate of logarithms as an estimate of quotients.</summary>
    public static Estimate Exponential(Estimate log) => new(Math.Exp(log.Value), Math.Exp(log.Low), Math.Exp(log.High), log.Confidence);

    private static BootstrapResult Student(double estimate, ReadOnlySpan<CentreVariance> variances, double confidence)
    {
        double error = 0;
        foreach (CentreVariance variance in variances)
        {
            error += variance.Total;
        }

        error = Math.Sqrt(error);
        double freedom = CentreVariance.DegreesOfFreedom(variances), half = error * CentreVariance.StudentQuantile(freedom, (1 + confidence) / 2);
        double tail = error > 0 ? CentreVariance.StudentUpperTail(freedom, estimate / error) : estimate > 0 ? 0 : 1;
        return new BootstrapResult(new Estimate(estimate, estimate - half, estimate + half, confidence), tail, error, freedom);
    }

    private static BootstrapResult Run(
        double estimate, Func<SeededRandom, double> resample, ReadOnlySpan<CentreVariance> variances, double confidence, ulong seed)
    {
        double tails = CentreVariance.TailRatio(variances, confidence), stretch = tails * CentreVariance.Widening(variances);
        var random = new SeededRandom(seed);
        var deviations = new double[Resamples];
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] = (resample(random) - estimate) * stretch;
        }

        Array.Sort(deviations);
        double tail = (1 - confidence) / 2;
        double low = estimate + Math.Min(0, At(deviations, tail)), high = estimate + Math.Max(0, At(deviations, 1 - tail));
        int notAbove = deviations.Count(deviation => estimate + deviation <= 0);
        double squares = 0;
        foreach (double deviation in deviations)
        {
            squares += deviation * deviation;
        }

        double error = Math.Sqrt(squares / deviations.Length) / tails, freedom = CentreVariance.DegreesOfFreedom(variances);
        return new BootstrapResult(
            new Estimate(estimate, low, high, confidence),
            // One is added above and below so that a p-value is never zero (Davison and Hinkley 1997, section 4.2). The far tail, which many tests ask for, is Student's.
            Math.Max((notAbove + 1.0) / (deviations.Length + 1), error > 0 ? CentreVariance.StudentUpperTail(freedom, estimate / error) : 0),
            error,
            freedom);
    }

    /// <summary>The quantile of sorted values, by linear interpolation (type 7 of Hyndman and Fan 1996).</summary>
    private static double At(double[] sorted, double probability)
    {
        double position = probability * (sorted.Length - 1);
        int index = (int)position;
        return index + 1 < sorted.Length ? sorted[index] + ((position - index) * (sorted[index + 1] - sorted[index])) : sorted[index];
    }
}
