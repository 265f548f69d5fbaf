using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>Removes arguments. A parameter of a method or block goes together with the arguments of all calls by that name.</summary>
internal sealed class ArgumentRemoval : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "arguments";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        foreach (Place message in program.Of(SyntaxKind.Message, from.Place))
        {
            if (Notation.AssignedName(message.Node) is not null) continue;
            foreach (TreeEdit edit in Parameters(program, message)) yield return edit;
            foreach ((int start, int end, _) in Chunks.Of(message.Node.Children.Length))
            {
                Syntax fewer = message.Node.With(message.Node.Children.Where((_, i) => i < start || i >= end));
                yield return new TreeEdit(program[0].Node.Rewrite(message.Position, [fewer]), new Cursor(message.Position));
            }
        }
    }

    private static IEnumerable<TreeEdit> Parameters(SyntaxIndex program, Place message)
    {
        if (message.Node.Name is not ("method" or "block") || Definition.Around(program, message) is not { } name) yield break;
        for (int i = message.Node.Children.Length - 2; i >= 0; i--)
        {
            Syntax fewer = message.Node.With(message.Node.Children.RemoveAt(i));
            yield return new TreeEdit(WithoutCallArgument(program[0].Node.Rewrite(message.Position, [fewer]), name, i), new Cursor(message.Position));
        }
    }

    private static Syntax WithoutCallArgument(Syntax tree, string name, int removed) => tree.Rewrite((node, _) =>
        node.Kind == SyntaxKind.Message && node.Name == name && node.Children.Length > removed
            ? [node.With(node.Children.RemoveAt(removed).Select(argument => WithoutCallArgument(argument, name, removed)))]
            : null);
}
