using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary><c>call</c> in register code: the activation's Locals and Call objects are made.</summary>
internal sealed class CallNode<T>(Message message) : SendNode<T>(message, null, [], Place.Registers)
    where T : IMode
{
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (T.IsInstrumented && !Count(m, Kind.Locals))
            return m.Unwind;
        var locals = m.LocalsOf(ref r);
        var index = locals.Shape.IndexOf(Message.Name);
        return index >= 0 ? ActivateFound(m, ref r, locals, new SlotLocation(locals, index)) : Send(m, ref r, Unsafe.Add(ref r, SelfRegister));
    }

    /// <summary>Counts the send without making anything.</summary>
    public bool CountOnly(ClosureMachine m) => Count(m, Kind.Locals);
}

/// <summary>
/// <c>call evalArgAt(i)</c> while <c>call</c> has not escaped: the caller's compiled argument runs in the caller's registers, and no object is
/// made. This is what custom control structures are written with.
/// </summary>
internal sealed class CallEvalArgNode<T>(Message message, CallNode<T> call, Node[] arguments) : SendNode<T>(message, call, arguments, Place.Registers)
    where T : IMode
{
    private readonly Builtin? _evalArgAt = Builtins.Tables.FirstOrDefault(t => t.Proto == "Call")?["evalArgAt"];
    private int _epoch = -1;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (r.Ref is not null || (_epoch != Name.Epoch && !Recheck(m)))
            return base.Eval(m, ref r);
        ref var record = ref m.RecordAt((int)r.Num);
        var target = record.Target!;
        if (target.Arguments.Length != target.Message.Arguments.Length || Arguments[0] is not ConstantNode { Value: { Ref: null, Num: >= 0 } index })
            return base.Eval(m, ref r);
        if (T.IsInstrumented && (!call.CountOnly(m) || !Count(m, Kind.Call)))
            return m.Unwind;
        return index.Num < target.Arguments.Length
            ? AfterCall(m, ref r, target.Arguments[(int)index.Num].Eval(m, ref m.WindowAt(record.CallerWindow)))
            : m.Nil;
    }

    private bool Recheck(ClosureMachine m)
    {
        if (!m.Vm.Lookup.TryFind(m.Vm.World.Call, Message.Name, out var found) || found.Raw.PayloadAs<CFunctionPayload>() is not { Builtin: var builtin }
            || builtin != _evalArgAt)
            return false;
        _epoch = Message.Name.Epoch;
        return true;
    }
}

/// <summary><c>b call(...)</c> of a block that has a scope: called like a method, so the sender's locals stay in registers.</summary>
internal sealed class BlockCallNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, Call)
    where T : IMode
{
    private static readonly Builtin Call = Builtins.Find("Block", "call");

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder) =>
        target.Ref is { Payload: BlockPayload { Scope: not null } block } callee && Arguments.Length <= block.Formals.Length
            ? CallScoped(m, ref r, callee)
            : GoOn(m, ref r, target, holder, 0, m.Nil);
}
