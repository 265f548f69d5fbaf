using System.Collections.Concurrent;
using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Diff;

/// <summary>Runs programs on two or more backends and compares what they observed.</summary>
/// <param name="backends">At least two; the first is the left side of every difference.</param>
/// <param name="jobs">How many programs run at once; each has sessions of its own.</param>
/// <param name="grace">See <see cref="SessionHost"/>.</param>
/// <param name="comparesTraces">Compare the event traces too, of backends that record them?</param>
public sealed class DiffRunner(IReadOnlyList<IBackend> backends, int jobs = 1, TimeSpan? grace = null, bool comparesTraces = false)
{
    private readonly TraceOptions? _trace = comparesTraces ? new TraceOptions { Omitted = [.. backends.SelectMany(backend => backend.ElidedEvents).Distinct()] } : null;

    /// <summary>Compares all programs. Outcomes are in the order of <paramref name="programs"/>.</summary>
    /// <param name="programs">What to run.</param>
    /// <param name="finished">Called as each program is done, from any thread, or null.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <exception cref="HarnessException">Fewer than two backends.</exception>
    public async Task<IReadOnlyList<DiffOutcome>> RunAsync(
        IReadOnlyList<DiffProgram> programs, Action<DiffOutcome>? finished = null, CancellationToken cancellationToken = default)
    {
        if (backends.Count < 2)
        {
            throw new HarnessException($"diff compares at least two backends, {backends.Count} given; name another, as in: iolab diff tree closure program.io");
        }

        var outcomes = new DiffOutcome[programs.Count];
        var queue = new ConcurrentQueue<int>(Enumerable.Range(0, programs.Count));
        async Task WorkAsync()
        {
            var sessions = new Dictionary<(IBackend, string?), CaseSessions>();
            try
            {
                while (queue.TryDequeue(out int index))
                {
                    outcomes[index] = await CompareAsync(programs[index], sessions, cancellationToken).ConfigureAwait(false);
                    finished?.Invoke(outcomes[index]);
                }
            }
            finally
            {
                foreach (CaseSessions one in sessions.Values)
                {
                    await one.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(jobs, 1, Math.Max(1, programs.Count))).Select(_ => Task.Run(WorkAsync, cancellationToken)))
            .ConfigureAwait(false);
        return outcomes;
    }

    private async Task<DiffOutcome> CompareAsync(
        DiffProgram program, Dictionary<(IBackend, string?), CaseSessions> sessions, CancellationToken cancellationToken)
    {
        var results = new List<(IBackend Backend, RunResult Result)>();
        foreach (IBackend backend in backends.Where(backend => (backend.Capabilities & program.Needs) == program.Needs))
        {
            if (!sessions.TryGetValue((backend, program.WorkingDirPath), out CaseSessions? own))
            {
                own = new CaseSessions(backend, OptionsOf(backend, program), grace);
                sessions.Add((backend, program.WorkingDirPath), own);
            }

            Task<RunResult> run = program.Case is { } corpusCase
                ? own.RunAsync(corpusCase, program.Limits, cancellationToken)
                : own.RunAsync(program.Program, program.Limits, cancellationToken);
            results.Add((backend, await run.ConfigureAwait(false)));
        }

        return Judge(program, results);
    }

    private SessionOptions OptionsOf(IBackend backend, DiffProgram program) => OptionsFor.Comparing(backend, program.WorkingDirPath) with
    {
        Trace = backend.Capabilities.HasFlag(Capabilities.Tracing) ? _trace : null,
    };

    private DiffOutcome Judge(DiffProgram program, IReadOnlyList<(IBackend Backend, RunResult Result)> results)
    {
        string command = RepeatCommand.Diff([.. backends.Select(backend => backend.Name)], program);
        (string Backend, RunResult Result)[] named = [.. results.Select(entry => (entry.Backend.Name, entry.Result))];
        if (results.Count < 2)
        {
            return new DiffOutcome { Program = program, Verdict = Verdict.NoVerdict, Results = named, RepeatCommand = command };
        }

        Vote vote = Vote.Count(results, program.Policy);
        foreach ((string name, RunResult result) in named.Skip(1))
        {
            if (ResultComparer.Compare(named[0].Result, result, program.Policy) is { } difference)
            {
                return new DiffOutcome
                {
                    Program = program, Verdict = Verdict.Fail, Results = named, Vote = vote, RepeatCommand = command,
                    Difference = difference, Sides = (named[0].Backend, name),
                };
            }
        }

        Verdict verdict = ResultComparer.HasWholeOutput(named[0].Result.Outcome) ? Verdict.Pass : Verdict.NoVerdict;
        return new DiffOutcome { Program = program, Verdict = verdict, Results = named, Vote = vote, RepeatCommand = command };
    }
}
