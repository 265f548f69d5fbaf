using IoLab.Differential.Campaigns;
using IoLab.Differential.Reduction.Passes;
using IoLab.Differential.Reduction.Search;
using IoLab.Differential.Reduction.Trees;
using IoLab.Harness;
using IoLab.Language;

namespace IoLab.Differential.Reduction;

/// <summary>
/// Makes a program as small as it can be made while somebody still finds it interesting. Works on message trees, from statements down to literals, to a fixpoint: no step
/// that it knows makes the result smaller. Deterministic: the same for any number of jobs, and after any interruption.
/// </summary>
public static class Reducer
{
    /// <summary>What takes much away for little effort; repeated until it takes nothing before anything else is tried.</summary>
    private static readonly IReductionPass[] Coarse = [new StatementRemoval(), new NameRemoval(), new Unwrapping()];

    private static readonly IReductionPass[] Fine =
        [new ArgumentHoisting(), new ChainShortening(), new ValueReplacement(), new ArgumentRemoval(), new Inlining(), new LiteralShrinking(), new Renaming()];

    /// <summary>Reduces a program.</summary>
    /// <param name="source">The program, which must be interesting.</param>
    /// <param name="isInteresting">Answers the same every time for the same text. Several calls run at once when there are several jobs; the token tells that an answer is no longer needed.</param>
    /// <param name="options">Limits and jobs; null for none and one.</param>
    /// <param name="progress">Told now and then, or null.</param>
    /// <param name="cancellationToken">Stops everything; a journal then knows what was learned.</param>
    /// <exception cref="ReductionException">The program is not interesting, or not every time.</exception>
    /// <exception cref="HarnessException">The journal is not this reduction's.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ReductionResult> ReduceAsync(
        string source, Func<string, CancellationToken, Task<bool>> isInteresting, ReductionOptions? options = null, Action<ReductionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var search = new OrderedSearch(isInteresting, options ?? new ReductionOptions(), cancellationToken);
        search.Start(source);
        await ConfirmAsync(search, source).ConfigureAwait(false);

        var reader = new TreeReader();
        (Variant smallest, SourceForm form) = await StartingPointAsync(search, source, reader).ConfigureAwait(false);
        var work = new Descent(search, form, reader, smallest, progress);
        await work.RunAsync().ConfigureAwait(false);
        string result = work.Smallest.Text;

        if (result != source && !await search.AskAsync(result).ConfigureAwait(false))
        {
            throw new ReductionException(ReductionFailure.Flaky, "the test is flaky: it found the reduced program interesting and then did not; make it answer the same every time, for example by repeating what it does");
        }

        return new ReductionResult { Source = result, End = search.Limit ?? ReductionEnd.Finished, Tests = search.Tests, Before = ProgramSize.Of(source), After = ProgramSize.Of(result) };
    }

    private static async Task ConfirmAsync(OrderedSearch search, string source)
    {
        bool first = await search.AskAsync(source).ConfigureAwait(false), second = await search.AskAsync(source).ConfigureAwait(false);
        if (!first && !second) throw new ReductionException(ReductionFailure.NotInteresting, "the program is not interesting to begin with, so there is nothing to keep while reducing it");
        if (first != second) throw new ReductionException(ReductionFailure.Flaky, "the test is flaky: of two tests of the unchanged program one found it interesting and one did not");
    }

    /// <summary>The program in the first form in which it is still interesting. A text is as it was.</summary>
    private static async Task<(Variant Variant, SourceForm Form)> StartingPointAsync(OrderedSearch search, string source, TreeReader reader)
    {
        foreach (SourceForm form in new[] { SourceForm.Infix, SourceForm.Flat })
        {
            if (reader.Read(source, form) is not { } tree || Variant.OfTree(tree, form, reader) is not { } variant) continue;
            if (variant.Text == source || await search.FirstAsync([new Step(variant, default)]).ConfigureAwait(false) is not null) return (variant, form);
        }

        return (Variant.OfText(source), SourceForm.Text);
    }

    /// <summary>One reduction that is going on.</summary>
    private sealed class Descent(OrderedSearch search, SourceForm form, TreeReader reader, Variant start, Action<ReductionProgress>? progress)
    {
        private readonly bool compiles = reader.Compiles(start.Text);

        public Variant Smallest { get; private set; } = start;

        public async Task RunAsync()
        {
            if (form == SourceForm.Text)
            {
                while (await RunAsync("text", TextSteps).ConfigureAwait(false)) { }
                return;
            }

            while (await RunAsync(Coarse).ConfigureAwait(false)) { }
            while (await RunAsync([.. Coarse, .. Fine]).ConfigureAwait(false)) { }
        }

        private async Task<bool> RunAsync(IReadOnlyList<IReductionPass> passes)
        {
            bool isSmaller = false;
            foreach (IReductionPass pass in passes) isSmaller |= await RunAsync(pass.Name, (variant, cursor) => TreeSteps(pass, variant, cursor)).ConfigureAwait(false);
            return isSmaller;
        }

        /// <summary>Runs a pass from its beginning to its end; was anything made smaller?</summary>
        private async Task<bool> RunAsync(string name, Func<Variant, Cursor, IEnumerable<Step>> steps)
        {
            Variant before = Smallest;
            Cursor cursor = default;
            Report(name);
            while (await search.FirstAsync(Watched(name, steps(Smallest, cursor))).ConfigureAwait(false) is { } step)
            {
                (Smallest, cursor) = (step.Candidate, step.Next);
                search.Take(Smallest);
                Report(name);
            }

            return !ReferenceEquals(before, Smallest);
        }

        private IEnumerable<Step> Watched(string name, IEnumerable<Step> steps)
        {
            int count = 0;
            foreach (Step step in steps)
            {
                if (++count % 16 == 0) Report(name);
                yield return step;
            }
        }

        private IEnumerable<Step> TreeSteps(IReductionPass pass, Variant variant, Cursor cursor)
        {
            foreach (TreeEdit edit in pass.Propose(variant.Index, cursor))
            {
                if (edit.Tree.Messages <= variant.Tree!.Messages && Variant.OfTree(edit.Tree, form, reader) is { } candidate && candidate.IsSmallerThan(variant)) yield return new Step(candidate, edit.Next);
            }
        }

        private IEnumerable<Step> TextSteps(Variant variant, Cursor cursor)
        {
            foreach ((string text, Cursor next) in TextRemoval.Propose(variant.Text, cursor))
            {
                Variant candidate = Variant.OfText(text);
                if (candidate.IsSmallerThan(variant) && (!compiles || reader.Compiles(text))) yield return new Step(candidate, next);
            }
        }

        private void Report(string step) => progress?.Invoke(new ReductionProgress(search.Tests, Smallest.Tree?.Messages ?? 0, Smallest.Text.Count(c => c == '\n'), step));
    }
}
