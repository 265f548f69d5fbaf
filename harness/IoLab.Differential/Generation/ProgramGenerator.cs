using IoLab.Differential.Generation.Drafting;
using IoLab.Differential.Generation.Mutation;
using IoLab.Differential.Generation.Productions;

namespace IoLab.Differential.Generation;

/// <summary>
/// Makes typed programs from nothing, and, when it has a pool, programs that are made of the pool's; see docs/differential.md for what they never do.
/// </summary>
/// <param name="pool">Programs to mutate and splice, or null.</param>
/// <param name="isPortable">
/// Are the programs for implementations that differ from ours on purpose? They ask for nothing that is known to differ (conformance/DIVERGENCES.md), as far as that can be told from the
/// text, and are made from nothing: what a mutated program asks for nobody knows.
/// </param>
public sealed class ProgramGenerator(ProgramPool? pool = null, bool isPortable = false) : IProgramSource
{
    private const int MutatedPercent = 60;

    /// <summary>
    /// What the reference has not, and what it has in part: to it a <c>try</c> is over when another coroutine of the same starter ends, and a coroutine that raised has a result.
    /// </summary>
    private static readonly Feature[] Unported = [Feature.Continuations, Feature.Coroutines, Feature.EntryOrder];

    private readonly ProgramPool? pool = pool is { Programs.Count: > 0 } ? pool : null;

    /// <inheritdoc/>
    public Specimen Create(ulong number, FeatureWeights weights) => Make(number, weights, isPortable ? null : pool, isPortable);

    /// <inheritdoc/>
    public Specimen Recreate(string seed)
    {
        ProgramSeed parsed = ProgramSeed.Parse(seed);
        if (parsed.PoolHash is not { } hash) return Make(parsed.Number, parsed.Weights, null, parsed.IsPortable);
        if (pool is null) throw new FormatException($"'{seed}' is made from a pool of programs, and there is none");
        if (pool.Hash != hash) throw new FormatException($"'{seed}' is made from another pool of programs; this one is {pool.Hash:x16}");
        return Make(parsed.Number, parsed.Weights, pool, parsed.IsPortable);
    }

    private static Specimen Make(ulong number, FeatureWeights weights, ProgramPool? pool, bool isPortable)
    {
        var random = new SeededRandom(number);
        var mix = new FeatureMix(random, isPortable ? Unported.Aggregate(weights, (all, feature) => all.With(feature, 0)) : weights);
        Policies policies = PoliciesOf(random) with { IsPortable = isPortable };
        bool isMutated = random.Chance(MutatedPercent) && mix.Has(Feature.Mutation) && pool is not null;
        if (!isMutated)
        {
            var generated = new Draft(random, mix, policies);
            return new Specimen(Fragments.Program(generated), new ProgramSeed(number, weights) { IsPortable = isPortable }.ToString(), generated.Used);
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
