using IoLab.Contract;
using IoLab.Differential.Generation;
using IoLab.Harness.Corpus;

namespace IoLab.Differential.SelfTest;

/// <summary>What mutants are hunted with.</summary>
public sealed record HuntBed
{
    /// <summary>Our machines, at least two, the most trusted first.</summary>
    public required IReadOnlyList<IBackend> Machines { get; init; }
    /// <summary>Makes programs.</summary>
    public required IProgramSource Source { get; init; }
    /// <summary>Cases with expectations that the sound machines fulfil; their programs are hunted with too.</summary>
    public required IReadOnlyList<CorpusCase> Cases { get; init; }
    /// <summary>The reference implementation, or null.</summary>
    public IBackend? Reference { get; init; }

    /// <summary>All mutants of all machines, each once.</summary>
    public IReadOnlyList<MutantInfo> Mutants => [.. Machines.SelectMany(machine => machine.Mutants).Distinct()];

    /// <summary>The machine a mutant is planted in: the least trusted that has it.</summary>
    /// <exception cref="ArgumentException">None has it.</exception>
    public IBackend Home(MutantInfo mutant) => Machines.LastOrDefault(machine => machine.Mutants.Contains(mutant))
        ?? throw new ArgumentException($"no machine has the mutant {mutant.Id}", nameof(mutant));

    /// <summary>The most trusted machine that is not the mutant's.</summary>
    public IBackend Opponent(MutantInfo mutant) => Machines.First(machine => machine != Home(mutant));

    /// <summary>Do several machines have it?</summary>
    public bool IsShared(MutantInfo mutant) => Machines.Count(machine => machine.Mutants.Contains(mutant)) > 1;
}
