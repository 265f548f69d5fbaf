using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>Removes messages of a chain: a call by its receiver, a receiver by what it is sent, an operation by its left side. Longer runs first.</summary>
internal sealed class ChainShortening : IReductionPass
{
    /// <summary>Of longer chains only halves, quarters and so on are taken away, not every run.</summary>
    private const int MaxExhaustive = 8;

    /// <inheritdoc/>
    public string Name => "chains";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        foreach (Place chain in program.Of(SyntaxKind.Chain, from.Place))
        {
            foreach ((int start, int end) in Runs(chain.Node.Children.Length))
            {
                Syntax shorter = Syntax.Chain(chain.Node.Children.Where((_, i) => i < start || i >= end));
                yield return new TreeEdit(program[0].Node.Rewrite(chain.Position, [shorter]), new Cursor(chain.Position));
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Runs(int count)
    {
        if (count > MaxExhaustive) return Chunks.Of(count).Skip(1).Select(run => (run.Start, run.End));
        return Enumerable.Range(1, Math.Max(0, count - 1)).Reverse().SelectMany(length =>
            Enumerable.Range(0, count - length + 1).Reverse().Select(start => (start, start + length)));
    }
}
