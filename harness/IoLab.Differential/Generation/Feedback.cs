namespace IoLab.Differential.Generation;

/// <summary>
/// Compares, for each feature, what programs with it brought with what programs without it brought, and gives features that bring more a greater weight. What was long ago counts less:
/// a feature whose edges are all known becomes as likely as the others again. No feature ever falls out, and one of eight programs is made with the weights of the beginning, so that
/// what changes is noticed. Integers only: the same on every machine.
/// </summary>
/// <param name="basis">The weights to begin with. What weighs nothing there is never used.</param>
public sealed class Feedback(FeatureWeights basis) : IFeedback
{
    private const int Period = 32;
    private const int ExploringOf = 8;
    private const int Even = 8;
    private const int Least = 3;
    private const int Greatest = 15;
    private const long One = 256;
    private const long EdgesOfDisagreement = 4;
    private const long MostEdges = 32;
    private const long Doubt = 32 * One;
    private readonly Yield[] withFeature = new Yield[FeatureWeights.Count];
    private Yield all;
    private int told;
    private readonly FeatureWeights basis = basis;
    private FeatureWeights weights = basis;

    /// <inheritdoc/>
    public FeatureWeights Next(ulong number) => SeededRandom.Mix(number) % ExploringOf == 0 ? basis : weights;

    /// <inheritdoc/>
    public void Learn(ulong features, int newEdges, bool hasDisagreement)
    {
        long edges = Math.Min(newEdges, MostEdges) + (hasDisagreement ? EdgesOfDisagreement : 0);
        all = all.Plus(edges);
        for (int i = 0; i < withFeature.Length; i++)
        {
            if ((features >> i & 1) != 0) withFeature[i] = withFeature[i].Plus(edges);
        }

        if (++told % Period == 0) Adjust();
    }

    /// <summary>Each weight goes one step to where it should be; then everything that is known loses a sixteenth of its worth.</summary>
    private void Adjust()
    {
        for (int i = 0; i < withFeature.Length; i++)
        {
            int weight = weights[(Feature)i];
            if (weight > 0) weights = weights.With((Feature)i, weight + Math.Sign(Wanted(withFeature[i]) - weight));
            withFeature[i] = withFeature[i].Aged();
        }

        all = all.Aged();
    }

    private int Wanted(Yield with)
    {
        Yield without = all.Minus(with);
        if (all.Edges == 0) return Even;

        // Even times (edges per program with) / (edges per program without), as if there had been some average programs more of both kinds: a few programs prove little.
        Int128 here = WithDoubt(with) * (without.Programs + Doubt);
        Int128 elsewhere = WithDoubt(without) * (with.Programs + Doubt);
        return (int)Int128.Clamp((Even * here + elsewhere / 2) / elsewhere, Least, Greatest);
    }

    private Int128 WithDoubt(Yield some) => (Int128)some.Edges * all.Programs + (Int128)Doubt * all.Edges;

    /// <summary>New edges of so many programs, both in parts of <see cref="One"/>.</summary>
    private readonly record struct Yield(long Edges, long Programs)
    {
        public Yield Plus(long edges) => new(Edges + edges * One, Programs + One);

        public Yield Minus(Yield other) => new(Edges - other.Edges, Programs - other.Programs);

        public Yield Aged() => new(Edges - Edges / 16, Programs - Programs / 16);
    }
}
