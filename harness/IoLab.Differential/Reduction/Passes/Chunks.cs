namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Which runs of a list delta debugging takes away, and in which order: all of it, halves, quarters, down to single units; each size is swept from the end to the
/// beginning, because what comes later in a program needs what comes before it (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002: the
/// complements of <c>ddmin</c>; its other half, trying the parts alone, is what the sweeps of larger sizes do).
/// </summary>
internal static class Chunks
{
    /// <summary>The runs from a cursor on.</summary>
    /// <param name="count">How many units there are.</param>
    /// <param name="size">The size to go on with; 0 for the beginning.</param>
    /// <param name="end">The end of the first run to go on with, when there is a size to go on with.</param>
    public static IEnumerable<(int Start, int End, int Size)> Of(int count, int size = 0, int end = 0)
    {
        if (count == 0) yield break;
        bool isResumed = size > 0;
        for (int now = isResumed ? size : count; now > 0; now /= 2)
        {
            for (int last = isResumed ? Math.Min(end, count) : count; last > 0; last -= now)
            {
                yield return (Math.Max(0, last - now), last, now);
            }

            isResumed = false;
        }
    }
}
