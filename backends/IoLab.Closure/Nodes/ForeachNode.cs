using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary><c>c foreach([i,] name, body)</c> of lists and sequences.</summary>
internal sealed class ForeachNode<T>(Message message, Node? receiver, Node[] arguments, Place place, int indexRegister, int itemRegister)
    : FusedNode<T>(message, receiver, arguments, place, ListForeach)
    where T : IMode
{
    private static readonly Builtin ListForeach = Builtins.Find("List", "foreach");
    private static readonly Builtin SequenceForeach = Builtins.Find("Sequence", "foreach");

    protected override Value CallControl(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder) =>
        ReferenceEquals(builtin, SequenceForeach) && Arguments.Length >= 2 && target.Ref?.Payload is Seq seq
            ? OverSequence(m, ref r, target, holder, seq)
            : base.CallControl(m, ref r, target, builtin, holder);

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (Arguments.Length < 2 || target.PayloadAs<ListPayload>() is not { } list)
            return GoOn(m, ref r, target, holder, 0, m.Nil);
        if (m.Vm.Mutants.Has(Mutant.ForeachWalksCopy))
            list = (ListPayload)list.CloneFor(m.Vm);
        var last = m.Nil;
        for (var index = 0; index < list.Count; index++)
        {
            if (!Turn(m, ref r, index, list[index], ref last, out var isBreak))
                return m.IsSuspending ? Suspended(m, ref r, target, holder, 1, index, last) : m.Unwind;
            if (isBreak)
                return last;
        }
        return last;
    }

    private Value OverSequence(ClosureMachine m, ref Value r, Value target, IoObject holder, Seq seq)
    {
        var last = m.Nil;
        for (var index = 0; index < seq.Count; index++)
        {
            if (!Turn(m, ref r, index, seq.At(index), ref last, out var isBreak))
                return m.IsSuspending ? Suspended(m, ref r, target, SequenceForeach, holder, 1, index, last) : m.Unwind;
            if (isBreak)
                return last;
        }
        return last;
    }

    /// <summary>One turn of the loop. False when it is unwinding.</summary>
    private bool Turn(ClosureMachine m, ref Value r, int index, Value item, ref Value last, out bool isBreak)
    {
        isBreak = false;
        var names = Message.Arguments;
        var hasIndex = names.Length > 2;
        if (hasIndex)
            m.SetLoopVariable(ref r, InRegisters ? indexRegister : -1, names[0].Name, index);
        m.SetLoopVariable(ref r, InRegisters ? itemRegister : -1, names[hasIndex ? 1 : 0].Name, item);
        var value = Arguments[hasIndex ? 2 : 1].Get(m, ref r);
        if (!value.IsUnwind)
            last = value;
        else if (!m.ConsumeLoopStop(ref last, out isBreak))
            return false;
        return isBreak || m.BackEdge();
    }
}
