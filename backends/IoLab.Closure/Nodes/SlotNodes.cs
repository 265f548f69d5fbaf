using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary><c>setSlot("x", v)</c> and <c>updateSlot("x", v)</c> with a literal name, on any receiver: writes through a cached shape.</summary>
internal sealed class SetSlotNode<T>(Message message, Node? receiver, Node[] arguments, bool inRegisters, Symbol name)
    : SendNode<T>(message, receiver, arguments, inRegisters)
    where T : IMode
{
    private static readonly Builtin SetSlot = Builtins.Find("Object", "setSlot");
    private static readonly Builtin UpdateSlot = Builtins.Find("Object", "updateSlot");

    private const ObjectFlags SlowWrite =
        ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Sentinel | ObjectFlags.Proto;

    private Shape? _before;
    private Shape? _after;
    private int _index;
    private int _epoch;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (T.IsInstrumented || (Receiver is null && InRegisters))
            return base.Eval(m, ref r);
        var target = Receiver is null ? Unsafe.Add(ref r, SelfRegister) : Receiver.Eval(m, ref r);
        if (target.Ref is not { } o)
            return target.IsUnwind ? target : Send(m, ref r, target);
        if (!ReferenceEquals(o.Shape, _before) || _epoch != Message.Name.Epoch)
        {
            if (target.IsUnwind)
                return target;
            if (!Learn(m, o))
                return Send(m, ref r, target);
        }
        var value = Arguments[1].Eval(m, ref r);
        if (value.IsUnwind)
        {
            if (m.IsSuspending)
                m.CaptureAssignment(Message, ref r, ((ConstantNode)Arguments[0]).Value, target, InRegisters);
            return value;
        }
        if (ReferenceEquals(o.Shape, _before) && (o.Flags & SlowWrite) == 0)
        {
            if (ReferenceEquals(_before, _after))
            {
                ref var slot = ref o.Slots[_index];
                if (value.Ref is null)
                    slot = new Value(value.Num);
                else
                    slot = value;
                o.Flags |= ObjectFlags.Dirty;
                return value;
            }
            if (_index < o.Slots.Length)
            {
                o.Slots[_index] = value;
                o.Shape = _after!;
                o.Flags |= ObjectFlags.Dirty;
                return value;
            }
        }
        m.Vm.Slots.Set(o, name, value);
        return value;
    }

    /// <summary>Caches the write if the receiver's setter is the built-in one and the object's layout is plain.</summary>
    private bool Learn(ClosureMachine m, IoObject o)
    {
        if ((o.Flags & (ObjectFlags.Forwarder | ObjectFlags.Locals)) != 0
            || !m.Vm.Lookup.TryFind(o, Message.Name, out var setter)
            || setter.Raw.PayloadAs<CFunctionPayload>() is not { Builtin: var builtin }
            || (builtin != SetSlot && builtin != UpdateSlot))
            return false;
        var index = o.Shape.IndexOf(name);
        if (index < 0 && (builtin == UpdateSlot || o.Shape.IsUnique || o.Shape.Count >= Shape.MaxSharedSlots))
            return false;
        _before = o.Shape;
        _epoch = Message.Name.Epoch;
        _after = index < 0 ? o.Shape.With(name) : o.Shape;
        _index = index < 0 ? o.Shape.Count : index;
        return true;
    }
}
