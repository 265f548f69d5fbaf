namespace IoLab.Differential.Generation;

/// <summary>Makes programs, each a pure function of its seed. Thread safe.</summary>
public interface IProgramSource
{
    /// <summary>Makes a program.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="weights">How often each feature is used.</param>
    Specimen Create(ulong number, FeatureWeights weights);

    /// <summary>Makes the program of a seed's text again.</summary>
    /// <exception cref="FormatException">It is no seed, is of another version of the generator, or was made from another pool of programs; the message says which.</exception>
    Specimen Recreate(string seed);
}
