using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary><c>list(a, b, ...)</c>. A stop inside an item ends there and is the answer.</summary>
internal sealed class ListNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, List)
    where T : IMode
{
    private static readonly Builtin List = Builtins.Find("Object", "list");

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        var items = new ListPayload(Arguments.Length);
        var list = m.Vm.World.NewList(items);
        for (var i = 0; i < Arguments.Length; i++)
        {
            var value = Arguments[i].Get(m, ref r);
            if (value.IsUnwind)
                return Stopped(m, ref r, target, holder, i, list);
            items.Add(value);
        }
        return list;
    }

    private Value Stopped(ClosureMachine m, ref Value r, Value target, IoObject holder, int index, Value list)
    {
        if ((m.Vm.Stop & StopKind.Local) == 0)
            return Suspended(m, ref r, target, holder, index + 1, list);
        m.Vm.Stop = StopKind.None;
        return m.Vm.StopValue;
    }
}
