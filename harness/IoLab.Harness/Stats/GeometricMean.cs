using IoLab.Contract;

namespace IoLab.Harness.Stats;

/// <summary>Geometric means: the only mean of ratios that does not depend on which side is the reference (Fleming and Wallace, CACM 1986).</summary>
public static class GeometricMean
{
    /// <summary>
    /// The geometric mean of estimates that are independent of one another; the interval adds their half widths in quadrature on the logarithmic scale.
    /// Null when there are none.
    /// </summary>
    public static Estimate? Of(IReadOnlyList<Estimate> estimates)
    {
        if (estimates.Count == 0)
        {
            return null;
        }

        double centre = estimates.Average(estimate => Math.Log(estimate.Value));
        double below = Math.Sqrt(estimates.Sum(estimate => Square(Math.Log(estimate.Value / estimate.Low)))) / estimates.Count;
        double above = Math.Sqrt(estimates.Sum(estimate => Square(Math.Log(estimate.High / estimate.Value)))) / estimates.Count;
        return new Estimate(Math.Exp(centre), Math.Exp(centre - below), Math.Exp(centre + above), estimates[0].Confidence);
    }

    private static double Square(double x) => x * x;
}
