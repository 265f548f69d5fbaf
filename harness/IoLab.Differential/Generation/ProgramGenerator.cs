using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;
using IoLab.Differential.Generation.Productions;

namespace IoLab.Differential.Generation;

/// <summary>Makes typed programs from nothing; see docs/differential.md for what they never do.</summary>
public sealed class ProgramGenerator : IProgramSource
{
    /// <inheritdoc/>
    public Specimen Create(ulong number, FeatureWeights weights) => Make(new ProgramSeed(number, weights));

    /// <inheritdoc/>
    public Specimen Recreate(string seed)
    {
        ProgramSeed parsed = ProgramSeed.Parse(seed);
        return parsed.PoolHash is null
            ? Make(parsed)
            : throw new FormatException($"'{seed}' is made from a pool of programs, and there is none");
    }

    private static Specimen Make(ProgramSeed seed)
    {
        var random = new SeededRandom(seed.Number);
        var draft = new Draft(random, new FeatureMix(random, seed.Weights), PoliciesOf(random));
        return new Specimen(Fragments.Program(draft), seed.ToString(), draft.Used);
    }

    private static Policies PoliciesOf(SeededRandom random) => new(
        LyingBuiltins: random.Chance(15),
        IllTypedPercent: random.Pick(0, 1, 2, 2, 4, 8),
        MethodPercent: random.Pick(20, 50, 70, 90),
        MaxDepth: random.Between(2, 4),
        Steps: random.Pick(300, 600, 1000, 1500, 2500));
}
