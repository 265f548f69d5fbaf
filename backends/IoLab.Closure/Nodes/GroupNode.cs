using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>Parentheses: the value of the one expression between them.</summary>
internal sealed class GroupNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, Group)
    where T : IMode
{
    private static readonly Builtin Group = Builtins.Find("Object", "");

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder) =>
        AfterCall(m, ref r, Arguments[0].Get(m, ref r));
}
