using System.Diagnostics;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Localisation;
using IoLab.Differential.Reduction;
using IoLab.Harness.Corpus;
using IoLab.Harness.Execution;

namespace IoLab.Differential.SelfTest;

/// <summary>Plants mutants and hunts for them: who finds them, in how many programs, and what the engine makes of what it finds.</summary>
/// <param name="bed">The machines and the programs.</param>
/// <param name="options">How.</param>
public sealed class MutantHunt(HuntBed bed, HuntOptions options)
{
    private readonly HuntPrograms programs = new(bed.Source, bed.Cases, options.Seed);
    private readonly Lazy<Task<PreludeText>> prelude = new(() => PreludeText.ReadAsync(bed.Machines[0]));

    /// <summary>Plants a mutant in one machine, and compares that with another one.</summary>
    public async Task<HuntResult> HuntAsync(MutantInfo mutant, CancellationToken cancellationToken = default)
    {
        IBackend opponent = bed.Opponent(mutant), planted = new PlantedBackend(bed.Home(mutant), mutant.Id);
        HuntResult result = await TryProgramsAsync(new HuntResult { Mutant = mutant, Machine = bed.Home(mutant).Name }, opponent, planted, cancellationToken).ConfigureAwait(false);
        if (options.Oracles.HasFlag(HuntOracles.Expectation)) result = result with { Case = await FailingCaseAsync(bed.Home(mutant), mutant, cancellationToken).ConfigureAwait(false) };
        return result;
    }

    /// <summary>Plants a mutant in all our machines that have it. No comparison among them can find it then.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="knownCase">The case that one planted machine is known to fail: expectations do not ask how many machines are wrong.</param>
    /// <param name="cancellationToken">Stops the hunt.</param>
    public async Task<SharedResult> HuntSharedAsync(MutantInfo mutant, string? knownCase = null, CancellationToken cancellationToken = default)
    {
        var result = new SharedResult { Mutant = mutant, Case = knownCase };
        if (result.Case is null && options.Oracles.HasFlag(HuntOracles.Expectation))
        {
            foreach (IBackend machine in bed.Machines.Where(machine => machine.Mutants.Contains(mutant) && result.Case is null))
            {
                result = result with { Case = await FailingCaseAsync(machine, mutant, cancellationToken).ConfigureAwait(false) };
            }
        }

        return options.Oracles.HasFlag(HuntOracles.Reference) && bed.Reference is { } reference ? await AskReferenceAsync(result, reference, cancellationToken).ConfigureAwait(false) : result;
    }

    private async Task<HuntResult> TryProgramsAsync(HuntResult result, IBackend opponent, IBackend planted, CancellationToken cancellationToken)
    {
        (HuntOracles Oracle, Examiner Examiner)[] examiners = [.. new[] { HuntOracles.Output, HuntOracles.Trace }
            .Where(oracle => options.Oracles.HasFlag(oracle)).Select(oracle => (oracle, new Examiner([opponent, planted], OptionsOf(oracle) with { Confirms = true })))];
        var soundOnes = examiners.ToDictionary(entry => entry.Oracle, entry => new Examiner([opponent, bed.Home(result.Mutant)], OptionsOf(entry.Oracle)));
        var watch = Stopwatch.StartNew();
        long tried = 0, doubtful = 0;
        try
        {
            for (; watch.Elapsed < options.Time && tried < options.Programs; tried++)
            {
                (IoProgram program, string origin) = programs[tried];
                foreach ((HuntOracles oracle, Examiner examiner) in examiners)
                {
                    Examination examination = await examiner.ExamineAsync(program, cancellationToken).ConfigureAwait(false);
                    if (examination.Disagreement is not { } disagreement) continue;
                    if ((await soundOnes[oracle].ExamineAsync(program, cancellationToken).ConfigureAwait(false)).Disagreement is not null)
                    {
                        doubtful++;
                        break;
                    }

                    result = result with { FoundBy = oracle, Programs = tried + 1, Time = watch.Elapsed, Doubtful = doubtful, Origin = origin, Disagreement = disagreement };
                    return await LookIntoAsync(result, program, opponent, planted, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            foreach (Examiner examiner in examiners.Select(entry => entry.Examiner).Concat(soundOnes.Values)) await examiner.DisposeAsync().ConfigureAwait(false);
        }

        return result with { Programs = tried, Time = watch.Elapsed, Doubtful = doubtful };
    }

    /// <summary>Reduces the program, locates the difference and names the component.</summary>
    private async Task<HuntResult> LookIntoAsync(HuntResult result, IoProgram program, IBackend opponent, IBackend planted, CancellationToken cancellationToken)
    {
        result = await ReduceAsync(result, program, opponent, planted, cancellationToken).ConfigureAwait(false);
        IoProgram reduced = program with { Source = result.Reduced! };
        Location location = await new TraceLocator(opponent, planted).LocateAsync(reduced, options.Limits, cancellationToken).ConfigureAwait(false);
        IBackend[] build = [.. bed.Machines.Select(machine => new PlantedBackend(machine, result.Mutant.Id))];
        var search = new ComponentSearch(bed.Machines, build, await prelude.Value.ConfigureAwait(false), OptionsOf(result.FoundBy));
        ComponentVerdict verdict = await search.FindAsync(reduced, cancellationToken).ConfigureAwait(false);
        return result with { Location = location.Signature ?? location.Detail ?? $"{location.Kind}", Component = verdict.Component, Evidence = verdict.Evidence };
    }

    /// <summary>Reduces the program as long as only the planted machine disagrees, and in the same way.</summary>
    private async Task<HuntResult> ReduceAsync(HuntResult result, IoProgram program, IBackend opponent, IBackend planted, CancellationToken cancellationToken)
    {
        ExaminerOptions how = OptionsOf(result.FoundBy);
        var watch = Stopwatch.StartNew();
        foreach (bool usesFreshSessions in new[] { false, true })
        {
            await using var pool = new ExaminerPool([opponent, planted], how, options.ReductionJobs, usesFreshSessions);
            await using var soundPool = new ExaminerPool([opponent, bed.Home(result.Mutant)], how, options.ReductionJobs);
            try
            {
                ReductionResult reduction = await Reducer.ReduceAsync(
                    program.Source, IsInterestingAsync, new ReductionOptions { MaxTime = options.ReductionTime - watch.Elapsed, Jobs = options.ReductionJobs }, cancellationToken: cancellationToken).ConfigureAwait(false);
                IoProgram again = program with { Source = reduction.Source };
                await using var fresh = new ExaminerPool([opponent, planted], how, 1, usesFreshSessions: true);
                bool isLasting = usesFreshSessions || (await fresh.ExamineAsync(again, cancellationToken).ConfigureAwait(false)).Disagreement == result.Disagreement;
                result = result with { Reduced = reduction.Source, ReductionTime = watch.Elapsed, ReductionTests = result.ReductionTests + reduction.Tests };
                if (isLasting) return result;
            }
            catch (ReductionException)
            {
                // What ran before in a session matters: without kept ones it may go.
                result = result with { Reduced = result.Reduced ?? program.Source, ReductionTime = watch.Elapsed };
            }

            async Task<bool> IsInterestingAsync(string text, CancellationToken stop)
            {
                IoProgram candidate = program with { Source = text };
                return (await pool.ExamineAsync(candidate, stop).ConfigureAwait(false)).Disagreement == result.Disagreement
                    && (await soundPool.ExamineAsync(candidate, stop).ConfigureAwait(false)).Disagreement is null;
            }
        }

        return result;
    }

    /// <summary>The first case whose expectation the machine does not meet because of the mutant.</summary>
    private async Task<string?> FailingCaseAsync(IBackend machine, MutantInfo mutant, CancellationToken cancellationToken)
    {
        const int AtOnce = 50;
        CorpusCase[] cases = [.. bed.Cases.Where(corpusCase => corpusCase.Expectation is not null)];
        CorpusRunner planted = Runner(new PlantedBackend(machine, mutant.Id)), sound = Runner(machine);
        foreach (CorpusCase[] some in cases.Chunk(AtOnce))
        {
            IReadOnlyList<CaseResult> results = await planted.RunAsync(some, null, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < some.Length; i++)
            {
                if (results[i].Status == CaseStatus.Failed && (await sound.RunAsync([some[i]], null, cancellationToken).ConfigureAwait(false))[0].Status != CaseStatus.Failed) return some[i].Id;
            }
        }

        return null;
    }

    private static CorpusRunner Runner(IBackend backend) => new([backend], new CorpusRunOptions { Today = DateOnly.MinValue, Time = TimeSpan.FromSeconds(5) });

    private async Task<SharedResult> AskReferenceAsync(SharedResult result, IBackend reference, CancellationToken cancellationToken)
    {
        IBackend machine = bed.Machines[0], planted = new PlantedBackend(machine, result.Mutant.Id);
        await using var examiner = new Examiner([reference, planted], OptionsOf(HuntOracles.Output));
        await using var sound = new Examiner([reference, machine], OptionsOf(HuntOracles.Output));
        var watch = Stopwatch.StartNew();
        for (long tried = 0; watch.Elapsed < options.Time && tried < options.Programs; tried++)
        {
            (IoProgram program, _) = programs[tried];
            Examination examination = await examiner.ExamineAsync(program, cancellationToken).ConfigureAwait(false);
            if (examination.Disagreement is null || (await sound.ExamineAsync(program, cancellationToken).ConfigureAwait(false)).Disagreement is not null) continue;
            return result with { ReferencePrograms = tried + 1, ReferenceDifference = examination.Difference?.Describe(reference.Name, planted.Name) };
        }

        return result;
    }

    private ExaminerOptions OptionsOf(HuntOracles oracle) => new() { Limits = options.Limits, UsesTraces = oracle == HuntOracles.Trace };
}
