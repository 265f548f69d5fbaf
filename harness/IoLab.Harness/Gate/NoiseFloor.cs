namespace IoLab.Harness.Gate;

using IoLab.Harness.Stats;

/// <summary>How large a difference two measurements of the same thing show.</summary>
public static class NoiseFloor
{
    private const int Splits = 200;
    private const double Quantile = 0.95;

    /// <summary>
    /// The A/A floor as a ratio, from splitting the invocations of one backend into random halves (samples within invocations where there are fewer than four): the 95% quantile of
    /// the halves' differences, divided by sqrt(2), since each half has half the samples and its variance is twice that of the whole.
    /// </summary>
    /// <param name="costLogs">The logarithms of cost.</param>
    /// <param name="seed">The seed of the splits.</param>
    public static double Of(GroupedSample costLogs, ulong seed = Bootstrap.Seed)
    {
        if (costLogs.Count < 4)
        {
            return 1;
        }

        var random = new SeededRandom(seed);
        var differences = new double[Splits];
        for (int i = 0; i < Splits; i++)
        {
            (double left, double right) = costLogs.SplitCentres(random);
            differences[i] = Math.Abs(left - right);
        }

        Array.Sort(differences);
        return Math.Exp(differences[(int)(Quantile * (Splits - 1))] / Math.Sqrt(2));
    }
}
