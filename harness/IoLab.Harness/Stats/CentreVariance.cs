using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace IoLab.Harness.Stats;

/// <summary>The sampling variance of a grouped sample's centre.</summary>
/// <param name="Between">The part that comes from differences between groups, zero or more.</param>
/// <param name="Within">The part that comes from differences within groups.</param>
/// <param name="BetweenFreedom">Degrees of freedom of the first; 0 with one group.</param>
/// <param name="WithinFreedom">Of the second, at least 1.</param>
public readonly record struct CentreVariance(double Between, double Within, int BetweenFreedom, int WithinFreedom)
{
    /// <summary>The whole variance.</summary>
    public double Total => Between + Within;

    /// <summary>
    /// By how much the deviations of a bootstrap must be widened with few groups: the resamples of n groups are too narrow by sqrt((n-1)/n) (the narrowness bias; Hesterberg,
    /// "What teachers should know about the bootstrap", The American Statistician 2015, section 4.1).
    /// </summary>
    /// <param name="parts">The variances that add up to that of the estimate.</param>
    public static double Widening(ReadOnlySpan<CentreVariance> parts)
    {
        double total = 0, widened = 0;
        foreach (CentreVariance part in parts)
        {
            int groups = part.BetweenFreedom + 1;
            total += part.Total;
            widened += (groups > 1 ? part.Between * groups / (groups - 1) : part.Between) + part.Within;
        }

        return total > 0 ? Math.Sqrt(widened / total) : 1;
    }

    /// <summary>By how much a percentile interval must be stretched to have the tails of Student's t, which resamples of few groups lack (Hesterberg, the same).</summary>
    /// <param name="parts">The variances that add up to that of the estimate.</param>
    /// <param name="confidence">Two-sided, such as 0.95.</param>
    public static double TailRatio(ReadOnlySpan<CentreVariance> parts, double confidence)
    {
        double tail = 1 - ((1 - confidence) / 2);
        return StudentQuantile(DegreesOfFreedom(parts), tail) / NormalDistribution.Standard.Quantile(tail);
    }

    /// <summary>Effective degrees of freedom of a sum of variances (Satterthwaite, "An approximate distribution of estimates of variance components", 1946).</summary>
    public static double DegreesOfFreedom(ReadOnlySpan<CentreVariance> parts)
    {
        double total = 0, denominator = 0;
        foreach (CentreVariance part in parts)
        {
            total += part.Total;
            denominator += part.BetweenFreedom > 0 ? part.Between * part.Between / part.BetweenFreedom : 0;
            denominator += part.Within * part.Within / part.WithinFreedom;
        }

        return denominator > 0 ? Math.Max(1, total * total / denominator) : 1000;
    }

    /// <summary>A quantile of Student's t.</summary>
    public static double StudentQuantile(double degreesOfFreedom, double probability) =>
        new StudentDistribution(Math.Min(degreesOfFreedom, 1000)).Quantile(probability);

    /// <summary>The probability that a Student's t is above a value.</summary>
    public static double StudentUpperTail(double degreesOfFreedom, double value) =>
        1 - new StudentDistribution(Math.Min(degreesOfFreedom, 1000)).Cdf(value);
}
