namespace IoLab.Differential.Generation;

/// <summary>
/// Learns of edges only. Of campaigns with another implementation, whose programs then do not depend on which differences are known: a class that is added to the list changes
/// what is counted, and no program.
/// </summary>
/// <param name="inner">What learns.</param>
public sealed class EdgeFeedback(IFeedback inner) : IFeedback
{
    /// <inheritdoc/>
    public FeatureWeights Next(ulong number) => inner.Next(number);

    /// <inheritdoc/>
    public void Learn(ulong features, int newEdges, bool hasDisagreement) => inner.Learn(features, newEdges, hasDisagreement: false);
}
