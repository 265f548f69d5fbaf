using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts an argument in place of its message, without and with the receiver in front of it: <c>a foo(b) println</c> becomes <c>b println</c>, an operation its right
/// side, a group what is in it, an assignment its value.
/// </summary>
internal sealed class ArgumentHoisting : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "arguments for calls";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        foreach (Place message in program.Of(SyntaxKind.Message, from.Place))
        {
            Place chain = program[message.Parent];
            foreach (Syntax argument in message.Node.Children.Reverse())
            {
                if (argument.SingleChain is not { } messages) continue;
                for (int kept = 0; kept <= message.Order; kept += Math.Max(1, message.Order))
                {
                    Syntax hoisted = Syntax.Chain([.. chain.Node.Children.Take(kept), .. messages, .. chain.Node.Children.Skip(message.Order + 1)]);
                    yield return new TreeEdit(program[0].Node.Rewrite(chain.Position, [hoisted]), new Cursor(chain.Position));
                }
            }
        }
    }
}
