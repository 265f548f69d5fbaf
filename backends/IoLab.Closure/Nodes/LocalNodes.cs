using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Closure.Nodes;

/// <summary>A literal.</summary>
internal sealed class ConstantNode : Node
{
    /// <summary>A literal.</summary>
    public ConstantNode(Value value)
    {
        Value = value;
        Quick = -1;
    }

    /// <summary>The value.</summary>
    public Value Value { get; }

    public override Value Eval(ClosureMachine m, ref Value r) => Value;
}

/// <summary>Evaluates one node for its effect, then answers another: a literal in mid-chain.</summary>
internal sealed class ThenNode(Node first, Node second) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var value = first.Get(m, ref r);
        return value.IsUnwind ? value : second.Eval(m, ref r);
    }
}

/// <summary>The current receiver of code that goes on in mid-chain.</summary>
internal sealed class RegisterNode(int register) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r) => Unsafe.Add(ref r, register);
}

/// <summary>The statements of a body in register code.</summary>
internal sealed class SequenceNode(Node[] statements) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var last = statements.Length - 1;
        for (var i = 0; i < last; i++)
        {
            var value = statements[i].Get(m, ref r);
            if (value.IsUnwind)
                return value;
        }
        return statements[last].Get(m, ref r);
    }
}

/// <summary>A chain that is evaluated in the locals object and compiled when first reached: what is nested too deeply to compile in place.</summary>
internal sealed class DeferredNode(Message chain) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var locals = m.LocalsOf(ref r);
        return m.EvalChain(chain, locals, locals);
    }
}

/// <summary>The object code of a body whose locals are an object from the start.</summary>
internal sealed class ObjectBodyNode(Message body) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var locals = m.LocalsOf(ref r);
        return m.EvalChain(body, locals, locals);
    }
}

/// <summary><c>self</c> in register code.</summary>
internal sealed class SelfNode<T>(Message message) : SendNode<T>(message, null, [], Place.Registers)
    where T : IMode
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var self = Unsafe.Add(ref r, SelfRegister);
        if (Message.Name.IsDynamicLocal || (self.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) != 0) || r.Ref is not null)
            return EvalInObject(m, ref r);
        return T.IsInstrumented && !Count(m, Kind.Locals) ? m.Unwind : self;
    }

    private Value EvalInObject(ClosureMachine m, ref Value r)
    {
        if (T.IsInstrumented && !Count(m, Kind.Locals))
            return m.Unwind;
        var locals = m.LocalsOf(ref r);
        var index = locals.Shape.IndexOf(Message.Name);
        return index >= 0 ? ActivateFound(m, ref r, locals, new SlotLocation(locals, index)) : Send(m, ref r, Unsafe.Add(ref r, SelfRegister));
    }
}

/// <summary>A formal or local in register code. Absent: not assigned here, so an implicit send. Moved: look in the Locals object.</summary>
internal sealed class LocalNode<T> : SendNode<T>
    where T : IMode
{
    private readonly int _register;
    private Shape? _shape;
    private int _index;
    private IoObject? _function;
    private Builtin? _builtin;

    /// <summary>A local of a register.</summary>
    public LocalNode(Message message, Node[] arguments, int register)
        : base(message, null, arguments, Place.Registers)
    {
        _register = register;
        Quick = T.IsInstrumented ? 0 : register;
    }

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        ref var local = ref Unsafe.Add(ref r, _register);
        if (local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0)
            return T.IsInstrumented && !Count(m, Kind.Locals) ? m.Unwind : local;
        return Slow(m, ref r, local);
    }

    private Value Slow(ClosureMachine m, ref Value r, Value local)
    {
        if (local.Is(Sentinels.Absent))
            return base.Eval(m, ref r);
        if (local.Is(Sentinels.Moved))
        {
            var locals = r.Ref!;
            if (!ReferenceEquals(locals.Shape, _shape))
            {
                _index = locals.Shape.IndexOf(Message.Name);
                if (_index < 0)
                {
                    _shape = null;
                    return base.Eval(m, ref r);
                }
                _shape = locals.Shape;
            }
            local = locals.Slots[_index];
            if (T.IsInstrumented && !Count(m, Kind.Locals))
                return m.Unwind;
            return local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0 ? local : Activate(m, ref r, locals, _index, local.Ref);
        }
        if (T.IsInstrumented && !Count(m, Kind.Locals))
            return m.Unwind;
        if ((local.Ref!.Flags & ObjectFlags.Forwarder) != 0)
            return m.Vm.Resolve(local);
        // An activatable value in a register runs with the Locals object as its context.
        var owner = m.LocalsOf(ref r);
        return Activate(m, ref r, owner, owner.Shape.IndexOf(Message.Name), local.Ref);
    }

    /// <summary>Activates what a slot of the locals holds; a built-in for any receiver is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value Activate(ClosureMachine m, ref Value r, IoObject locals, int index, IoObject held) =>
        ReferenceEquals(held, _function) ? CallNullary(m, ref r, locals, _builtin!, locals) : ActivateNew(m, ref r, locals, index, held);

    private Value ActivateNew(ClosureMachine m, ref Value r, IoObject locals, int index, IoObject held)
    {
        if (Arguments.Length == 0 && held.Payload is CFunctionPayload { Builtin: { Kind: not BuiltinKind.Control, Receiver: null } builtin } && (held.Flags & ObjectFlags.SlowRead) == ObjectFlags.Activatable)
        {
            _function = held;
            _builtin = builtin;
        }
        return ActivateFound(m, ref r, locals, new SlotLocation(locals, index));
    }
}

/// <summary><c>x := v</c> and <c>x = v</c> for a local in register code.</summary>
internal sealed class SetLocalNode<T>(Message message, Node[] arguments, int register, Symbol name, bool isUpdate, bool mayDefine)
    : SendNode<T>(message, null, arguments, Place.Registers)
    where T : IMode
{
    private static readonly Builtin SetSlot = Builtins.Find("Object", "setSlot");

    private readonly Builtin _builtin = isUpdate ? LocalsUpdate.Builtin : SetSlot;
    private int _epoch = -1;
    private Shape? _shape;
    private int _index;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (_epoch != Name.Epoch && !Recheck(m))
            return base.Eval(m, ref r);
        ref var before = ref Unsafe.Add(ref r, register);
        if (before.Ref is { } o && (o.Flags & ObjectFlags.Sentinel) != 0 && (!mayDefine || !ReferenceEquals(o, Sentinels.Absent)) && !IsObject(m, r.Ref))
            return base.Eval(m, ref r);
        if (T.IsInstrumented && !Count(m, Kind.Locals))
            return m.Unwind;
        var value = Arguments[1].Get(m, ref r);
        if (value.IsUnwind)
            return Unwound(m, ref r);
        ref var local = ref Unsafe.Add(ref r, register);
        if (local.Is(Sentinels.Moved))
            value = SetMoved(m, r.Ref!, value);
        else if (value.Ref is null)
            local = new Value(value.Num);
        else
            local = value;
        return T.IsInstrumented && !value.IsUnwind ? Noted(m, _builtin, Sentinels.Absent, value, ((ConstantNode)Arguments[0]).Value, value) : value;
    }

    /// <summary>Are the locals an object by now that takes the value as the built-in would have it, the setter they were made with?</summary>
    private bool IsObject(ClosureMachine m, IoObject? locals)
    {
        if (locals is null || !(isUpdate ? LocalsUpdate.IsIn(locals, Message.Name) : ReferenceEquals(locals.Shape.Protos, m.Vm.World.LocalsRoot.Protos)))
            return false;
        if (!ReferenceEquals(locals.Shape, _shape))
        {
            _index = locals.Shape.IndexOf(name);
            _shape = _index < 0 || locals.Shape.IsUnique ? null : locals.Shape;
        }
        return _index >= 0 || !isUpdate;
    }

    /// <summary>The value goes to the object that the locals have become, perhaps while the value was evaluated.</summary>
    private Value SetMoved(ClosureMachine m, IoObject locals, Value value)
    {
        if (ReferenceEquals(locals.Shape, _shape) && (locals.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0 && SlotWrite.TryStore(locals, _index, value))
            return value;
        if (isUpdate)
            return SlotAccess.Update(m.Vm, locals, name, value, Message);
        m.Vm.Slots.Set(locals, name, value);
        return value;
    }

    private bool Recheck(ClosureMachine m)
    {
        if (Message.Name.IsDynamicLocal || !m.IsLocalsBuiltin(Message.Name, _builtin))
            return false;
        _epoch = Message.Name.Epoch;
        return true;
    }

    private Value Unwound(ClosureMachine m, ref Value r)
    {
        if (m.IsSuspending)
            m.CaptureAssignment(Message, ref r, ((ConstantNode)Arguments[0]).Value);
        return m.Unwind;
    }
}

/// <summary>The far end of a very long statement: evaluated in objects, compiled in pieces.</summary>
internal sealed class RestOfChainNode(Node first, Message rest, Place place) : Node
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        var value = first.Eval(m, ref r);
        if (value.IsUnwind)
            return value;
        var locals = m.LocalsOf(ref r);
        return m.EvalRestOfStatement(rest, value, place == Place.Object ? Unsafe.Add(ref r, SelfRegister) : locals, locals);
    }
}
