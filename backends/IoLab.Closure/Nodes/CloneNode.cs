using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary><c>o clone</c>: which <c>init</c> the clone gets is known by the receiver's shape, or by its own slot.</summary>
internal sealed class CloneNode<T>(Message message, Node? receiver, Node[] arguments, Place place) : SendNode<T>(message, receiver, arguments, place)
    where T : IMode
{
    private static readonly Builtin Clone = Builtins.Find("Object", "clone");
    private static readonly Builtin NoInit = Builtins.Find("Object", "init");
    private static readonly Builtin SendInit = Builtins.Find("Object", "`sendInit");

    private Shape? _shape;
    private int _epoch;
    /// <summary>The CFunction or method that was found.</summary>
    private IoObject? _found;
    /// <summary>Its index among the receiver's own slots, or -1: objects of one shape may hold different ones.</summary>
    private int _ownIndex;
    /// <summary>The call of a program's init; null when it is Object's, which does nothing.</summary>
    private CallTarget? _init;

    protected override Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        if (!ReferenceEquals(builtin, Clone) || target.Ref is not { } proto || proto.Payload is NumberPayload)
            return base.CallEager(m, ref r, target, builtin, holder);
        var isKnown = ReferenceEquals(proto.Shape, _shape) && _epoch == m.Vm.Names.Init.Epoch && (_ownIndex < 0 || proto.Slots[_ownIndex].Is(_found!));
        if (!isKnown && !Learn(m, proto))
            return base.CallEager(m, ref r, target, builtin, holder);
        if (_init is null)
            return T.IsInstrumented ? Noted(m, builtin, target, m.Vm.Clone(proto)) : m.Vm.Clone(proto);
        return T.IsInstrumented || !m.MayEnter ? base.CallEager(m, ref r, target, builtin, holder) : Initialised(m, ref r, m.Vm.Clone(proto), _init);
    }

    private bool Learn(ClosureMachine m, IoObject proto)
    {
        var init = m.Vm.Names.Init;
        if (!m.Vm.Lookup.TryFind(proto, init, out var found) || found.Raw.Ref is not { } callee || (callee.Flags & ObjectFlags.Activatable) == 0)
            return false;
        switch (callee.Payload)
        {
            case CFunctionPayload { Builtin: var builtin } when builtin == NoInit:
                _init = null;
                break;
            case BlockPayload { Scope: null }:
                var message = new Message(init) { Label = Message.Label, Line = Message.Line, Character = Message.Character };
                _init = new CallTarget(message, [], callee, found.Holder);
                break;
            default:
                return false;
        }
        _shape = proto.Shape;
        _epoch = init.Epoch;
        _found = callee;
        _ownIndex = ReferenceEquals(found.Holder, proto) && !m.Vm.Mutants.Has(Mutant.CloneInitMixUp) ? found.Index : -1;
        return true;
    }

    /// <summary>Sends init to a clone, and answers the clone.</summary>
    private Value Initialised(ClosureMachine m, ref Value r, IoObject clone, CallTarget init)
    {
        var code = m.CodeOf(init.Block);
        var window = m.Reserve(code.WindowSize);
        foreach (var formal in code.FormalRegisters)
            Unsafe.Add(ref m.WindowAt(window), formal) = m.Nil;
        var value = m.Enter(init, code, window, m.IndexOf(ref r), clone);
        if (!value.IsUnwind)
            return clone;
        if (m.IsSuspending)
        {
            var frame = NewFrame(m, ref r, clone, SendInit, init.SlotContext!);
            frame.State = 1;
            m.Capture(frame);
        }
        return AfterCall(m, ref r, value);
    }
}
