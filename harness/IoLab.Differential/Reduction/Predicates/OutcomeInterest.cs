using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Differential.Reduction.Predicates;

/// <summary>A program is interesting when it ends on one backend as the one that is reduced does: the same crash, the same uncaught exception, the same limit.</summary>
public sealed class OutcomeInterest : IInterest
{
    private readonly SessionPool pool;
    private readonly IoProgram program;
    private readonly RunLimits limits;
    private readonly string kind;

    private OutcomeInterest(SessionPool pool, IoProgram program, RunLimits limits, string backend, string kind) =>
        (this.pool, this.program, this.limits, Description, this.kind) = (pool, program, limits, $"{backend}: {kind}", kind);

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Runs a program, and keeps how it ends.</summary>
    /// <param name="program">The program; candidates have its arguments and standard input.</param>
    /// <param name="backend">Who runs it.</param>
    /// <param name="options">The options of its sessions.</param>
    /// <param name="time">The limit of a run.</param>
    /// <param name="jobs">How many sessions to use.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ReductionException">It completes: every smaller program could do that.</exception>
    public static async Task<OutcomeInterest> OfAsync(IoProgram program, IBackend backend, SessionOptions options, TimeSpan time, int jobs, CancellationToken cancellationToken = default)
    {
        var pool = new SessionPool(backend, options, jobs);
        var limits = new RunLimits { Time = time, MemoryBytes = 512L << 20, OutputBytes = 1 << 20 };
        RunResult result = await pool.RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
        if (result.Outcome != Outcome.Completed) return new OutcomeInterest(pool, program, limits, backend.Name, KindOf(result));
        await pool.DisposeAsync().ConfigureAwait(false);
        throw new ReductionException(ReductionFailure.NotInteresting, $"the program completes on {backend.Name}, so there is no end to keep; name a second backend that disagrees, or a test with --interesting");
    }

    /// <inheritdoc/>
    public async Task<bool> TestAsync(string source, CancellationToken cancellationToken = default) =>
        KindOf(await pool.RunAsync(program with { Source = source, IsFile = false }, limits, cancellationToken).ConfigureAwait(false)) == kind;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => pool.DisposeAsync();

    /// <summary>The outcome with the type and message of the exception, or the first line of what a crash left, without numbers.</summary>
    private static string KindOf(RunResult result) => result.Outcome switch
    {
        Outcome.Raised => $"Raised {result.Exception?.Type}: {TextMask.Apply(result.Exception?.Message ?? "").ReplaceLineEndings(" ")}",
        Outcome.Crashed => $"Crashed {TextMask.Numbers(result.Detail?.Split('\n')[0] ?? "")}",
        var other => other.ToString(),
    };
}
