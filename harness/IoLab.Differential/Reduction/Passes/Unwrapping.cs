using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts the statements of an argument in place of the statement around it: a loop, a condition, a <c>try</c>, a method's definition by its body. Bodies stand last, so
/// later arguments come first, and all of them in a row after each alone; then what keeps the variable of a <c>for</c>.
/// </summary>
internal sealed class Unwrapping : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "bodies";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        foreach (Place statement in program.Of(SyntaxKind.Chain, from.Place))
        {
            foreach (Syntax message in statement.Node.Children.Reverse())
            {
                foreach (Syntax argument in message.Children.Reverse())
                {
                    if (message.Children.Length == 2 && argument == message.Children[0] && Notation.AssignedName(message) is not null) continue;
                    yield return new TreeEdit(program[0].Node.Rewrite(statement.Position, argument.Children), new Cursor(statement.Position));
                }

                if (message.Children.Length > 1 && Notation.AssignedName(message) is null)
                {
                    yield return new TreeEdit(program[0].Node.Rewrite(statement.Position, [.. message.Children.SelectMany(argument => argument.Children)]), new Cursor(statement.Position));
                }

                if (message.Name != "for" || message.Children.Length < 4 || message.Children[0].Single is not { IsBare: true } variable) continue;
                foreach (Syntax bound in new[] { message.Children[1], message.Children[2] })
                {
                    Syntax start = Syntax.Chain([Syntax.Message("setSlot", Syntax.Value(Syntax.Message($"\"{variable.Name}\"")), bound)]);
                    yield return new TreeEdit(program[0].Node.Rewrite(statement.Position, [start, .. message.Children[^1].Children]), new Cursor(statement.Position));
                }
            }
        }
    }
}
