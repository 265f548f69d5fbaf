using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Removes statements by hierarchical delta debugging: all statements at one level of nesting are one list, the outermost level comes first (Misherghi and Su, "HDD:
/// hierarchical delta debugging", 2006). So whole methods go before anybody looks into them.
/// </summary>
internal sealed class StatementRemoval : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "statements";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        int deepest = program.Of(SyntaxKind.Chain).Select(place => place.Level).DefaultIfEmpty().Max();
        for (int level = Math.Max(1, from.Place); level <= deepest; level++)
        {
            int[] statements = [.. program.Of(SyntaxKind.Chain).Where(place => place.Level == level).Select(place => place.Position)];
            bool isResumed = level == from.Place && from.Size > 0;
            foreach ((int start, int end, int size) in isResumed ? Chunks.Of(statements.Length, from.Size, from.Index) : Chunks.Of(statements.Length))
            {
                HashSet<int> removed = [.. statements[start..end]];
                yield return new TreeEdit(program[0].Node.Rewrite((_, position) => removed.Contains(position) ? [] : null), new Cursor(level, size, start));
            }
        }
    }
}
