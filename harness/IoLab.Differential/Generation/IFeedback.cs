namespace IoLab.Differential.Generation;

/// <summary>
/// What a lane learns of its own programs, and so the weights of its next one. A pure function of what it was made with and of what it was told, in order:
/// a resumed lane is told everything again. Used by one caller at a time.
/// </summary>
public interface IFeedback
{
    /// <summary>The weights of the lane's next program.</summary>
    /// <param name="number">The program's number, as given to <see cref="IProgramSource.Create"/>.</param>
    FeatureWeights Next(ulong number);

    /// <summary>Takes note of a program that was examined.</summary>
    /// <param name="features"><see cref="Specimen.Features"/> of the program.</param>
    /// <param name="newEdges">How many edges it took that no earlier program of the lane had taken.</param>
    /// <param name="hasDisagreement">Did the backends disagree?</param>
    void Learn(ulong features, int newEdges, bool hasDisagreement);
}
