using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts the statements of an argument in place of the statement around it: a loop, a condition, a <c>try</c>, a method's definition by its body. Bodies stand last, so
/// later arguments come first, and all of them in a row after each alone, then with the receiver in front; then what keeps the variables of a loop.
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
        if (Starts(statement, message, order) is not { } starts) yield break;
        foreach (Syntax[] values in starts) yield return values.Concat(message.Children[^1].Children);
    }

    /// <summary>Assignments that may stand for a loop: the variable at its first and its last value, or at an item of a list.</summary>
    private static IEnumerable<Syntax[]>? Starts(Syntax statement, Syntax message, int order)
    {
        Syntax[] variables = [.. DefinedNames.Variables(message)];
        if (variables.Length == 0 || message.Name is "method" or "block") return null;
        if (message.Name == "for") return message.Children.Length < 4 ? null : [[Assigned(variables[0], message.Children[1])], [Assigned(variables[0], message.Children[2])]];

        Syntax zero = Syntax.Value(Syntax.Message("0"));
        IEnumerable<Syntax> items = order > 0 && statement.Children[order - 1] is { Name: "list", IsBare: false } list ? list.Children : [zero];
        return items.Select(item => variables.Select((variable, i) => Assigned(variable, i == variables.Length - 1 ? item : zero)).ToArray());
    }

    private static Syntax Assigned(Syntax variable, Syntax value) => Syntax.Chain([Syntax.Message("setSlot", Syntax.Value(Syntax.Message($"\"{variable.Name}\"")), value)]);
}
