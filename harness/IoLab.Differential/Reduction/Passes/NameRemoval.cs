using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>Removes everything that mentions a name the program defines: first the outermost statements, then the innermost. Neither a definition nor its uses can go alone.</summary>
internal sealed class NameRemoval : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "names";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        IReadOnlyList<string> names = DefinedNames.Of(program);
        for (int i = from.Place; i < names.Count; i++)
        {
            HashSet<int> outer = [], inner = [];
            foreach (Place place in program.Of(SyntaxKind.Message).Where(place => DefinedNames.IsMention(place.Node, names[i])))
            {
                Place statement = program[place.Parent];
                inner.Add(statement.Position);
                while (statement.Level > 1) statement = program[statement.Parent];
                outer.Add(statement.Position);
            }

            foreach (HashSet<int> removed in new[] { outer, inner })
            {
                yield return new TreeEdit(program[0].Node.Rewrite((_, position) => removed.Contains(position) ? [] : null), new Cursor(i));
            }
        }
    }
}
