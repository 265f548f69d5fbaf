using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Hostile;

/// <summary>Runs hostile programs. Nothing is permitted to them; the backends should be ones that a program can only bring down for itself.</summary>
/// <param name="backends">The backends.</param>
/// <param name="jobs">How many sessions of a backend run at once.</param>
public sealed class HostileRunner(IReadOnlyList<IBackend> backends, int jobs)
{
    /// <summary>How sessions are made.</summary>
    public static SessionOptions OptionsFor(IBackend backend) => Execution.OptionsFor.Comparing(backend) with { Permissions = Permissions.None };

    /// <summary>How long past its limit the pool waits for a run: worker processes end themselves before, even where many do at once.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs every program on every backend. Results are ordered by program, then by backend as given.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="finished">Called as each result is known, from any thread, or null.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    public async Task<IReadOnlyList<CaseResult>> RunAsync(
        IReadOnlyList<HostileProgram> programs, Action<CaseResult>? finished = null, CancellationToken cancellationToken = default)
    {
        var results = new CaseResult[programs.Count * backends.Count];
        for (int i = 0; i < backends.Count; i++)
        {
            IBackend backend = backends[i];
            int column = i;
            await using var pool = new SessionPool(backend, OptionsFor(backend), jobs, Grace);
            await Task.WhenAll(programs.Select(async (program, row) =>
            {
                CaseResult judged = program.Limits.Steps is not null && !backend.Capabilities.HasFlag(Capabilities.StepLimit)
                    ? new(HostileSet.Area, program.Name, backend.Name, CaseStatus.Skipped, "needs a limit of steps", default)
                    : await JudgeAsync(pool, program, backend.Name, cancellationToken).ConfigureAwait(false);
                results[(row * backends.Count) + column] = judged;
                finished?.Invoke(judged);
            })).ConfigureAwait(false);
        }

        return results;
    }

    private static async Task<CaseResult> JudgeAsync(SessionPool pool, HostileProgram program, string backend, CancellationToken cancellationToken)
    {
        RunResult result = await pool.RunAsync(program.ToProgram(), program.Limits, cancellationToken).ConfigureAwait(false);
        string? failure = program.Judge(result);
        return new(HostileSet.Area, program.Name, backend, failure is null ? CaseStatus.Passed : CaseStatus.Failed, failure ?? HostileProgram.Describe(result), result.Elapsed);
    }
}
