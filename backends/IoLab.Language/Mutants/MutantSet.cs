namespace IoLab.Language.Mutants;

/// <summary>Some mutants. The default is none, which is what every session has that proves nothing.</summary>
public readonly struct MutantSet
{
    // Two words and no UInt128: methods that are passed anything with a UInt128 in it, the Vm for one, are never compiled ahead of time.
    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>These mutants.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A mutant is beyond the 128 that a set has room for.</exception>
    public MutantSet(params IEnumerable<Mutant> mutants)
    {
        foreach (var mutant in mutants)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)mutant, 127u, nameof(mutants));
            if ((int)mutant < 64)
                _low |= 1ul << (int)mutant;
            else
                _high |= 1ul << ((int)mutant - 64);
        }
    }

    /// <summary>Is this one switched on? Not to be asked in code that runs for every send: choose another node, or fill a cache otherwise.</summary>
    public bool Has(Mutant mutant) => ((((int)mutant < 64 ? _low : _high) >> ((int)mutant & 63)) & 1) != 0;
}
