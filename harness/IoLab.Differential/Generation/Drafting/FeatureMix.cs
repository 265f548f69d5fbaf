namespace IoLab.Differential.Generation.Drafting;

/// <summary>
/// The features of one program and how strong each is (swarm testing: leaving features out lets the others interact undisturbed). A feature of weight w takes part in
/// about w of 16 programs.
/// </summary>
internal sealed class FeatureMix
{
    private const int MaxWeight = 15;
    private const int LeastFeatures = 2;
    private readonly int[] strengths = new int[FeatureWeights.Count];

    public FeatureMix(SeededRandom random, FeatureWeights weights)
    {
        int present = 0;
        for (int i = 0; i < strengths.Length; i++)
        {
            int weight = weights[(Feature)i];
            int threshold = random.Below(MaxWeight + 1);
            int strength = random.Pick(2, 4, 4, 8, 8, 16);
            if (threshold >= weight) continue;
            strengths[i] = strength;
            present++;
        }

        if (strengths[(int)Feature.Inheritance] + strengths[(int)Feature.ChangedProtos] > 0) Present(Feature.Objects, weights);
        for (int attempt = 0; attempt < 8 && present < LeastFeatures; attempt++)
        {
            int i = random.Below(strengths.Length);
            if (weights[(Feature)i] == 0 || strengths[i] > 0) continue;
            strengths[i] = 8;
            present++;
        }
    }

    /// <summary>A feature takes part that another one cannot do without, if it may.</summary>
    private void Present(Feature feature, FeatureWeights weights)
    {
        if (weights[feature] > 0) strengths[(int)feature] = Math.Max(strengths[(int)feature], 2);
    }

    /// <summary>How often a feature is used against the others; 0 when it does not take part.</summary>
    public int this[Feature feature] => strengths[(int)feature];

    /// <summary>Does it take part?</summary>
    public bool Has(Feature feature) => strengths[(int)feature] > 0;
}
