using Perfolizer.Mathematics.Cpd;

namespace IoLab.History.Analysis;

/// <summary>A place where a series went to another level and stayed there.</summary>
/// <param name="Index">The first point of the new level.</param>
/// <param name="Before">The median of the level before.</param>
/// <param name="After">The median of the new level.</param>
public sealed record LevelChange(int Index, double Before, double After)
{
    private const int MinimumSegment = 4;

    /// <summary>New over old.</summary>
    public double Ratio => After / Before;

    /// <summary>
    /// Finds changes of level in a series of medians: ED-PELT (Perfolizer's implementation) proposes them; one is kept when the two levels
    /// differ by more than the spread of both. Fewer than eight points: none.
    /// </summary>
    public static IReadOnlyList<LevelChange> Find(IReadOnlyList<double> medians)
    {
        if (medians.Count < 2 * MinimumSegment)
        {
            return [];
        }
        double[] data = [.. medians];
        int[] ends = EdPeltChangePointDetector.Instance.GetChangePointIndexes(data, MinimumSegment);
        int[] starts = [0, .. ends.Select(end => end + 1), data.Length];
        var changes = new List<LevelChange>();
        for (int i = 1; i < starts.Length - 1; i++)
        {
            double[] before = [.. data[starts[i - 1]..starts[i]].Order()];
            double[] after = [.. data[starts[i]..starts[i + 1]].Order()];
            var change = new LevelChange(starts[i], PointSummary.Quantile(before, 0.5), PointSummary.Quantile(after, 0.5));
            if (Math.Abs(change.After - change.Before) > Spread(before) + Spread(after))
            {
                changes.Add(change);
            }
        }
        return changes;
    }

    private static double Spread(double[] sorted) => PointSummary.Quantile(sorted, 0.75) - PointSummary.Quantile(sorted, 0.25);
}
