using IoLab.Differential.Generation.Drafting;
using IoLab.Differential.Generation.Mutation;
using IoLab.Differential.Generation.Productions;

namespace IoLab.Differential.Generation;

/// <summary>
/// Makes typed programs from nothing, and, when it has a pool, programs that are made of the pool's; see docs/differential.md for what they never do.
/// </summary>
/// <param name="pool">Programs to mutate and splice, or null.</param>
public sealed class ProgramGenerator(ProgramPool? pool = null) : IProgramSource
{
    private const int MutatedPercent = 60;
    private readonly ProgramPool? pool = pool is { Programs.Count: > 0 } ? pool : null;

    /// <inheritdoc/>
    public Specimen Create(ulong number, FeatureWeights weights) => Make(number, weights, pool);

    /// <inheritdoc/>
    public Specimen Recreate(string seed)
    {
        ProgramSeed parsed = ProgramSeed.Parse(seed);
        if (parsed.PoolHash is not { } hash) return Make(parsed.Number, parsed.Weights, null);
        if (pool is null) throw new FormatException($"'{seed}' is made from a pool of programs, and there is none");
        if (pool.Hash != hash) throw new FormatException($"'{seed}' is made from another pool of programs; this one is {pool.Hash:x16}");
        return Make(parsed.Number, parsed.Weights, pool);
    }

    private static Specimen Make(ulong number, FeatureWeights weights, ProgramPool? pool)
    {
        var random = new SeededRandom(number);
        var mix = new FeatureMix(random, weights);
        Policies policies = PoliciesOf(random);
        bool isMutated = random.Chance(MutatedPercent) && mix.Has(Feature.Mutation) && pool is not null;
        if (!isMutated)
        {
            var generated = new Draft(random, mix, policies);
            return new Specimen(Fragments.Program(generated), new ProgramSeed(number, weights).ToString(), generated.Used);
        }

        // Nobody knows what ends the loops of the pool's programs.
        var draft = new Draft(random, mix, policies with { LyingBuiltins = false });
        draft.Use(Feature.Mutation);
        string source = new ProgramMutator(pool!).Mutate(draft);
        return new Specimen(source, new ProgramSeed(number, weights, pool!.Hash).ToString(), draft.Used);
    }

    private static Policies PoliciesOf(SeededRandom random) => new(
        LyingBuiltins: random.Chance(15),
        IllTypedPercent: random.Pick(0, 1, 2, 2, 4, 8),
        MethodPercent: random.Pick(20, 50, 70, 90),
        MaxDepth: random.Between(2, 4),
        Steps: random.Pick(600, 1200, 2000, 3000, 5000));
}
