namespace IoLab.Differential.SelfTest;

/// <summary>Which planted bug was found by what.</summary>
/// <param name="OneSided">Mutants of one machine against another one.</param>
/// <param name="Shared">Mutants of shared components in all our machines at once.</param>
public sealed record HuntMatrix(IReadOnlyList<HuntResult> OneSided, IReadOnlyList<SharedResult> Shared)
{
    /// <summary>A reduced program must not have more lines.</summary>
    public const int MostLines = 12;

    /// <summary>The share of mutants that were found; 1 is perfect.</summary>
    public double Found => Share(OneSided, one => one.IsFound);

    /// <summary>The share of found mutants whose component was named.</summary>
    public double Localised => Share([.. OneSided.Where(one => one.IsFound)], one => one.IsLocalised);

    /// <summary>The share of found mutants whose program was reduced to at most <see cref="MostLines"/> lines.</summary>
    public double Reduced => Share([.. OneSided.Where(one => one.IsFound)], one => one.Lines is > 0 and <= MostLines);

    /// <summary>The share of mutants of all machines that were found.</summary>
    public double SharedFound => Share(Shared, one => one.IsFound);

    /// <summary>The share of mutants that must be found.</summary>
    public const double LeastFound = 0.95;

    /// <summary>Were enough found, each in the right component and reduced, and all of those that all machines have?</summary>
    public bool IsPassed => Found >= LeastFound && Localised >= LeastFound && Reduced >= LeastFound && SharedFound >= LeastFound;

    private static double Share<T>(IReadOnlyList<T> all, Func<T, bool> isGood) => all.Count == 0 ? 1 : (double)all.Count(isGood) / all.Count;
}
