namespace IoLab.Harness.Stats;

/// <summary>Correction for multiple comparisons.</summary>
public static class Holm
{
    /// <summary>
    /// Adjusted p-values, in the order given: rejecting those at most alpha keeps the chance of any false rejection at alpha
    /// (Holm, "A simple sequentially rejective multiple test procedure", 1979).
    /// </summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        var adjusted = new double[pValues.Count];
        double running = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = running;
        }

        return adjusted;
    }
}
