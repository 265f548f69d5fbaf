namespace IoLab.Language.Mutants;

/// <summary>Some mutants. The default is none, which is what every session has that proves nothing.</summary>
public readonly struct MutantSet
{
    private readonly UInt128 _bits;

    /// <summary>These mutants.</summary>
    public MutantSet(params IEnumerable<Mutant> mutants)
    {
        foreach (var mutant in mutants)
            _bits |= UInt128.One << (int)mutant;
    }

    /// <summary>Is this one switched on? Not to be asked in code that runs for every send: choose another node, or fill a cache otherwise.</summary>
    public bool Has(Mutant mutant) => (_bits & (UInt128.One << (int)mutant)) != UInt128.Zero;
}
