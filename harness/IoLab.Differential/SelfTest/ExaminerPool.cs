using System.Threading.Channels;
using IoLab.Contract;
using IoLab.Differential.Examining;

namespace IoLab.Differential.SelfTest;

/// <summary>Several examiners that are asked side by side, as a reduction with several jobs does.</summary>
internal sealed class ExaminerPool : IAsyncDisposable
{
    private readonly Channel<Examiner> idle = Channel.CreateUnbounded<Examiner>();
    private readonly IReadOnlyList<IBackend> backends;
    private readonly ExaminerOptions options;
    private readonly Examiner[] all;
    private readonly bool usesFreshSessions;

    /// <summary>Makes a pool; starts nothing.</summary>
    /// <param name="backends">Who is asked.</param>
    /// <param name="options">How.</param>
    /// <param name="size">How many examiners.</param>
    /// <param name="usesFreshSessions">Sessions of its own for each program, instead of kept ones? Slow, and right for bugs that depend on what ran before.</param>
    public ExaminerPool(IReadOnlyList<IBackend> backends, ExaminerOptions options, int size, bool usesFreshSessions = false)
    {
        (this.backends, this.options, this.usesFreshSessions) = (backends, options, usesFreshSessions);
        all = [.. Enumerable.Range(0, size).Select(_ => new Examiner(backends, options))];
        foreach (Examiner examiner in all) idle.Writer.TryWrite(examiner);
    }

    /// <summary>Asks the next free one.</summary>
    public async Task<Examination> ExamineAsync(IoProgram program, CancellationToken cancellationToken)
    {
        if (usesFreshSessions)
        {
            await using var fresh = new Examiner(backends, options);
            return await fresh.ExamineAsync(program, cancellationToken).ConfigureAwait(false);
        }

        Examiner examiner = await idle.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await examiner.ExamineAsync(program, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            idle.Writer.TryWrite(examiner);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (Examiner examiner in all) await examiner.DisposeAsync().ConfigureAwait(false);
    }
}
