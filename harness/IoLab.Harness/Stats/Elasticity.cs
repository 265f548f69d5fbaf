namespace IoLab.Harness.Stats;

/// <summary>
/// How strongly a series follows its anchor: the slope of log cost over log anchor. The anchor is a control variate, and its coefficient is fitted, because a machine that is short of
/// processor width slows a dispatch loop by 1.9, one benchmark by 1.3 and another by 2: a plain ratio would blame the difference on the backend.
/// </summary>
public static class Elasticity
{
    /// <summary>The slope that is believed without evidence: a plain ratio.</summary>
    private const double Prior = 1;

    /// <summary>How much the anchor must vary (in logarithms, the standard deviation) before the data weigh as much as the prior: about the kernel's own noise.</summary>
    private const double NoiseOfAnchor = 0.03;

    private const double Steepest = 2;

    /// <summary>
    /// The weighted median of the slopes between all pairs of samples of one run, each weighted by how far apart its anchors are (Jaeckel, "Estimating regression coefficients by
    /// minimizing the dispersion of the residuals", 1972): half of the samples may be outliers. Levels of different runs do not enter, so a change between the runs is not fitted away.
    /// </summary>
    /// <param name="runs">The (anchor, cost) logarithms of each run.</param>
    /// <returns>From 0 to 2; 1 where the anchor hardly varied.</returns>
    public static double Of(IEnumerable<IReadOnlyList<(double Anchor, double Cost)>> runs)
    {
        var slopes = new List<(double Slope, double Weight)>();
        double priorWeight = 0;
        foreach (IReadOnlyList<(double Anchor, double Cost)> run in runs)
        {
            for (int i = 1; i < run.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double apart = run[i].Anchor - run[j].Anchor;
                    priorWeight += NoiseOfAnchor;
                    if (apart != 0)
                    {
                        slopes.Add(((run[i].Cost - run[j].Cost) / apart, Math.Abs(apart)));
                    }
                }
            }
        }

        slopes.Add((Prior, priorWeight));
        slopes.Sort();
        double half = slopes.Sum(entry => entry.Weight) / 2, sum = 0;
        foreach ((double slope, double weight) in slopes)
        {
            sum += weight;
            if (sum >= half)
            {
                return Math.Clamp(slope, 0, Steepest);
            }
        }

        return Prior;
    }
}
