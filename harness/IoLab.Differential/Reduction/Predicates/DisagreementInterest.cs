using System.Threading.Channels;
using IoLab.Contract;
using IoLab.Differential.Examining;

namespace IoLab.Differential.Reduction.Predicates;

/// <summary>A program is interesting when backends disagree over it in the same way as over the one that is reduced, and not merely in some way.</summary>
public sealed class DisagreementInterest : IInterest
{
    private readonly Channel<IExaminer> idle = Channel.CreateUnbounded<IExaminer>();
    private readonly IoProgram program;

    private DisagreementInterest(IoProgram program, Disagreement kind) => (this.program, Kind) = (program, kind);

    /// <summary>The disagreement that is kept.</summary>
    public Disagreement Kind { get; }

    /// <inheritdoc/>
    public string Description => $"{Kind.Accused}: {Kind.Kind} ({Kind.Outcomes}), {Kind.Component}";

    /// <summary>Examines a program, and keeps its kind of disagreement.</summary>
    /// <param name="program">The program; candidates have its arguments and standard input.</param>
    /// <param name="examiner">Makes an examiner, given limits, or null for the usual ones.</param>
    /// <param name="jobs">How many examiners to make.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ReductionException">Nobody disagrees.</exception>
    public static async Task<DisagreementInterest> OfAsync(IoProgram program, Func<RunLimits?, IExaminer> examiner, int jobs, CancellationToken cancellationToken = default)
    {
        Examination examination;
        await using (IExaminer first = examiner(null))
        {
            examination = await first.ExamineAsync(program, cancellationToken).ConfigureAwait(false);
        }

        if (examination.Excused.Count > 0) throw new ReductionException(ReductionFailure.NotInteresting, $"all that the backends say differently is known: {string.Join(", ", examination.Excused)}; what is known, and why, is in conformance/known-findings.json");
        if (examination.Disagreement is not { } kind)
        {
            string ends = string.Join(", ", examination.Results.Select(entry => $"{entry.Backend} {Harness.Diff.ResultComparer.DescribeOutcome(entry.Result)}"));
            throw new ReductionException(ReductionFailure.NotInteresting, $"the backends do not disagree over this program ({ends}), so there is nothing to keep while reducing it; programs may touch no files, environment or processes here");
        }

        var interest = new DisagreementInterest(program, kind);
        RunLimits limits = CandidateLimits.From([.. examination.Results.Select(entry => entry.Result)]);
        for (int i = 0; i < jobs; i++) interest.idle.Writer.TryWrite(examiner(limits));
        return interest;
    }

    /// <summary>Are two disagreements of one kind? What an accusation rests on may change while a program shrinks.</summary>
    public static bool AreSameKind(Disagreement? one, Disagreement? other) => (one is null ? null : one with { Basis = default }) == (other is null ? null : other with { Basis = default });

    /// <inheritdoc/>
    public async Task<bool> TestAsync(string source, CancellationToken cancellationToken = default)
    {
        IExaminer examiner = await idle.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Examination examination = await examiner.ExamineAsync(program with { Source = source, IsFile = false }, cancellationToken).ConfigureAwait(false);
            return AreSameKind(examination.Disagreement, Kind);
        }
        finally
        {
            idle.Writer.TryWrite(examiner);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (idle.Reader.TryRead(out IExaminer? examiner)) await examiner.DisposeAsync().ConfigureAwait(false);
    }
}
