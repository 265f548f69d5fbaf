using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Closure.Nodes;

/// <summary><c>setSlot("x", v)</c> and <c>updateSlot("x", v)</c> with a literal name, on any receiver: writes through a cached shape.</summary>
internal sealed class SetSlotNode<T>(Message message, Node? receiver, Node[] arguments, Place place, Symbol name)
    : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private static readonly Builtin SetSlot = Builtins.Find("Object", "setSlot");
    private static readonly Builtin UpdateSlot = Builtins.Find("Object", "updateSlot");

    private const ObjectFlags SlowWrite =
        ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Sentinel;

    private Shape? _before;
    private Shape? _after;
    private int _index;
    private int _epoch;
    /// <summary>The epoch of the slot's own name while an ancestor has it: what updateSlot needs to add it here.</summary>
    private int? _inheritedAt;
    private bool _isUpdate;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (T.IsInstrumented || (Receiver is null && InRegisters))
            return base.Eval(m, ref r);
        var target = Receiver is null ? Unsafe.Add(ref r, TargetRegister) : Receiver.Get(m, ref r);
        if (target.Ref is not { } o)
            return target.IsUnwind ? target : Send(m, ref r, target);
        if (!ReferenceEquals(o.Shape, _before) || _epoch != Name.Epoch || IsNoLongerInherited)
        {
            if (target.IsUnwind)
                return target;
            if (!Learn(m, o))
                return Send(m, ref r, target);
        }
        var value = Arguments[1].Get(m, ref r);
        if (value.IsUnwind)
        {
            if (m.IsSuspending)
                m.CaptureAssignment(Message, ref r, ((ConstantNode)Arguments[0]).Value, target, Code);
            return value;
        }
        if (ReferenceEquals(o.Shape, _before) && (o.Flags & SlowWrite) == 0)
        {
            if (ReferenceEquals(_before, _after))
            {
                if (SlotWrite.TryStore(o, _index, value))
                    return value;
            }
            else if ((o.Flags & ObjectFlags.Proto) == 0 && !IsNoLongerInherited)
            {
                if (_index >= o.Slots.Length)
                    Slots.Grow(o, _index);
                o.Slots[_index] = value;
                o.Shape = _after!;
                o.Flags |= ObjectFlags.Dirty;
                return value;
            }
        }
        // The value's evaluation has changed the receiver.
        if (_isUpdate)
            return AfterCall(m, ref r, SlotAccess.Update(m.Vm, target, name, value, Message));
        m.Vm.Slots.Set(o, name, value);
        return value;
    }

    private bool IsNoLongerInherited => _inheritedAt is { } epoch && epoch != name.Epoch;

    /// <summary>Caches the write if the receiver's setter is the built-in one and the object's layout is plain.</summary>
    private bool Learn(ClosureMachine m, IoObject o)
    {
        if ((o.Flags & (ObjectFlags.Forwarder | ObjectFlags.Locals)) != 0
            || !m.Vm.Lookup.TryFind(o, Message.Name, out var setter)
            || setter.Raw.PayloadAs<CFunctionPayload>() is not { Builtin: var builtin }
            || (builtin != SetSlot && builtin != UpdateSlot))
            return false;
        var index = o.Shape.IndexOf(name);
        if (index < 0 && (o.Shape.IsUnique || o.Shape.Count >= Shape.MaxSharedSlots))
            return false;
        if (index < 0 && builtin == UpdateSlot && (o.Payload is Activation || !m.Vm.Lookup.TryFind(o, name, out _)))
            return false;
        _inheritedAt = index < 0 && builtin == UpdateSlot && !m.Vm.Mutants.Has(Mutant.StaleInheritance) ? name.Epoch : null;
        _isUpdate = builtin == UpdateSlot;
        _before = o.Shape;
        _epoch = Message.Name.Epoch;
        _after = index < 0 ? o.Shape.With(name) : o.Shape;
        _index = index < 0 ? o.Shape.Count : index;
        return true;
    }
}

/// <summary>Stores into an existing slot.</summary>
internal static class SlotWrite
{
    /// <summary>False when the slot belongs to a proto and activatable values are involved: cached methods must then be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryStore(IoObject o, int index, Value value)
    {
        ref var slot = ref o.Slots[index];
        if ((o.Flags & ObjectFlags.Proto) != 0 && (IsActivatable(slot) || IsActivatable(value)))
            return false;
        if (value.Ref is null)
            slot = new Value(value.Num);
        else
            slot = value;
        o.Flags |= ObjectFlags.Dirty;
        return true;
    }

    private static bool IsActivatable(Value v) => v.Ref is { } o && (o.Flags & ObjectFlags.Activatable) != 0;
}

/// <summary>The <c>updateSlot</c> that locals are made with.</summary>
internal static class LocalsUpdate
{
    /// <summary>The built-in.</summary>
    public static readonly Builtin Builtin = Builtins.Find("Locals", "updateSlot");

    /// <summary>Is it that built-in?</summary>
    public static bool Is(Value value) => value.PayloadAs<CFunctionPayload>()?.Builtin == Builtin;

    /// <summary>Do these locals still have it under its name? A program may have put something else there, or removed the slot.</summary>
    public static bool IsIn(IoObject locals, Symbol name) => Slots.TryGetOwn(locals, name, out var held) && Is(held);
}

/// <summary>
/// <c>x = v</c> in register code where x is no local: the implicit <c>updateSlot</c> of the locals passes it on to self. The name
/// <c>updateSlot</c> may itself be a local that holds that built-in.
/// </summary>
internal sealed class UpdateNode<T>(Message message, Node[] arguments, Symbol name, int updateRegister, Node fallback) : SendNode<T>(message, null, arguments, Place.Registers)
    where T : IMode
{
    private int _epoch = -1;
    private Shape? _shape;
    private int _index;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (!IsBuiltin(m, ref r))
            return fallback.Eval(m, ref r);
        if (T.IsInstrumented && !Count(m, Kind.Locals))
            return m.Unwind;
        var value = Arguments[1].Get(m, ref r);
        if (value.IsUnwind)
        {
            if (m.IsSuspending)
                m.CaptureAssignment(Message, ref r, ((ConstantNode)Arguments[0]).Value);
            return value;
        }
        var self = Unsafe.Add(ref r, SelfRegister);
        if (!T.IsInstrumented && self.Ref is { } o && ReferenceEquals(o.Shape, _shape) && (o.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0
            && SlotWrite.TryStore(o, _index, value))
            return value;
        return Slow(m, ref r, self, value);
    }

    private bool IsBuiltin(ClosureMachine m, ref Value r)
    {
        if (name.IsDynamicLocal || Message.Name.IsDynamicLocal)
            return false;
        if (updateRegister >= 0)
        {
            var held = Unsafe.Add(ref r, updateRegister);
            if (!held.Is(Sentinels.Absent) && !held.Is(Sentinels.Moved))
                return LocalsUpdate.Is(held);
        }
        if (r.Ref is { } locals)
            return LocalsUpdate.IsIn(locals, Message.Name);
        if (_epoch == Name.Epoch)
            return true;
        if (!m.IsLocalsBuiltin(Message.Name, LocalsUpdate.Builtin))
            return false;
        _epoch = Message.Name.Epoch;
        return true;
    }

    private Value Slow(ClosureMachine m, ref Value r, Value self, Value value)
    {
        var answer = SlotAccess.Update(m.Vm, self, name, value, Message);
        if (T.IsInstrumented)
            Noted(m, LocalsUpdate.Builtin, Sentinels.Absent, answer, ((ConstantNode)Arguments[0]).Value, value);
        if (!answer.IsUnwind && self.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) == 0 && o.Shape.IndexOf(name) is >= 0 and var index)
        {
            _shape = o.Shape;
            _index = index;
        }
        return answer;
    }
}
