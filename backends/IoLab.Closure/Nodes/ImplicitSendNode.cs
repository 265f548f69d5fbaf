using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Closure.Nodes;

/// <summary>A plain send without a receiver: what <see cref="SendNode{T}"/> does then, one call nearer.</summary>
internal sealed class ImplicitSendNode<T>(Message message, Node[] arguments, Place place) : SendNode<T>(message, null, arguments, place)
    where T : IMode
{
    public override Value Eval(ClosureMachine m, ref Value r) => EvalImplicit(m, ref r);
}
