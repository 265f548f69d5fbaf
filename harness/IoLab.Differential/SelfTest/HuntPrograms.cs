using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Harness.Corpus;

namespace IoLab.Differential.SelfTest;

/// <summary>The programs that mutants are hunted with: three that are generated, one of the corpus, and so on until the corpus is used up.</summary>
/// <param name="source">Makes programs.</param>
/// <param name="cases">The corpus.</param>
/// <param name="seed">Which programs.</param>
public sealed class HuntPrograms(IProgramSource source, IReadOnlyList<CorpusCase> cases, ulong seed)
{
    private const int Every = 4;
    private const int Stride = 7919;

    /// <summary>Program number <paramref name="index"/>: its text, and the seed or case it comes from.</summary>
    public (IoProgram Program, string Origin) this[long index]
    {
        get
        {
            long known = index / Every;
            if (index % Every == Every - 1 && known < cases.Count)
            {
                CorpusCase corpusCase = cases[(int)((long)(seed % int.MaxValue) + (known * Stride) % cases.Count) % cases.Count];
                return (corpusCase.ToProgram(), corpusCase.Id);
            }

            Specimen specimen = source.Create(ProgramSeed.NumberOf(seed, (ulong)index), FeatureWeights.Even);
            return (new IoProgram { Source = specimen.Source }, specimen.Seed ?? $"program {index}");
        }
    }
}
