using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts the statements of an argument in place of the statement around it: a loop, a condition, a <c>try</c>, a method's definition by its body. Bodies stand last, so
/// later arguments come first, and all of them in a row after each alone, then with the receiver in front; then what keeps the variable of a <c>for</c>.
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
            for (int order = statement.Node.Children.Length - 1; order >= 0; order--)
            {
                foreach (IEnumerable<Syntax> replacement in Replacements(statement.Node, statement.Node.Children[order], order))
                {
                    yield return new TreeEdit(program[0].Node.Rewrite(statement.Position, [.. replacement]), new Cursor(statement.Position));
                }
            }
        }
    }

    private static IEnumerable<IEnumerable<Syntax>> Replacements(Syntax statement, Syntax message, int order)
    {
        if (Notation.AssignedName(message) is not null)
        {
            yield return message.Children[1].Children;
            yield break;
        }

        foreach (Syntax argument in message.Children.Reverse()) yield return argument.Children;
        if (message.Children.Length > 1) yield return message.Children.SelectMany(argument => argument.Children);
        if (message.Children.Length > 0 && order > 0) yield return message.Children.SelectMany(argument => argument.Children).Prepend(Syntax.Chain(statement.Children.Take(order)));
        if (message.Name != "for" || message.Children.Length < 4 || message.Children[0].Single is not { IsBare: true } variable) yield break;
        foreach (Syntax bound in new[] { message.Children[1], message.Children[2] })
        {
            Syntax start = Syntax.Chain([Syntax.Message("setSlot", Syntax.Value(Syntax.Message($"\"{variable.Name}\"")), bound)]);
            yield return message.Children[^1].Children.Prepend(start);
        }
    }
}
