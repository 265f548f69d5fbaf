using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>A message send with a polymorphic inline cache. Specialised nodes derive from it and fall back to it.</summary>
internal partial class SendNode<T>(Message message, Node? receiver, Node[] arguments, Place place) : Node
    where T : IMode
{
    /// <summary>Objects whose content only built-ins change: the journal wants to save it first, or it has become something else.</summary>
    protected const ObjectFlags SlowChange = ObjectFlags.Image | ObjectFlags.Journaled | ObjectFlags.Forwarder;

    private CallTarget? _lastTarget;
    private readonly bool _isOpaque = ReferenceEquals(message.Label, Prelude.Label);

    /// <summary>The message.</summary>
    protected Message Message { get; } = message;
    /// <summary>Its name.</summary>
    protected Symbol Name { get; } = message.Name;
    /// <summary>The receiver; null: implicit.</summary>
    protected Node? Receiver { get; } = receiver;
    /// <summary>The compiled arguments.</summary>
    protected Node[] Arguments { get; } = arguments;
    /// <summary>Where this code is.</summary>
    protected Place Code { get; } = place;
    /// <summary>Is this register code?</summary>
    protected bool InRegisters { get; } = place == Place.Registers;
    /// <summary>The register of the implicit receiver.</summary>
    protected int TargetRegister { get; } = place == Place.Argument ? LocalsRegister : SelfRegister;

    /// <inheritdoc/>
    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (Receiver is null)
            return EvalImplicit(m, ref r);
        var target = Receiver.Get(m, ref r);
        return target.IsUnwind ? target : Send(m, ref r, target);
    }

    /// <summary>Sends to a known receiver.</summary>
    protected Value Send(ClosureMachine m, ref Value r, Value target)
    {
        if (T.IsInstrumented && !Count(m, target.Ref?.Kind ?? Kind.Number))
            return m.Unwind;
        var shape = target.Ref is null ? m.NumberShape : target.Ref.Shape;
        if (ReferenceEquals(_shape, shape) && _epoch == Name.Epoch)
            return InvokeFirst(m, ref r, target);
        return SendSlow(m, ref r, m.Vm.Resolve(target));
    }

    /// <summary>Counts a step and reports the event; false when the run must end.</summary>
    protected bool Count(ClosureMachine m, Kind receiver) => _isOpaque || m.CountSend(Message, receiver);

    /// <summary>Reports what an eager built-in answered. Nodes that do its work themselves call it too.</summary>
    protected void Note(ClosureMachine m, Builtin builtin, Value target, ReadOnlySpan<Value> operands, Value answer)
    {
        if (!_isOpaque && m.Vm.IsInstrumented)
            m.Vm.NoteAnswer(builtin, Message, target, operands, answer);
    }

    /// <summary>The same, answering the answer: what instrumented fast paths end with.</summary>
    protected Value Noted(ClosureMachine m, Builtin builtin, Value target, Value answer, params ReadOnlySpan<Value> operands)
    {
        Note(m, builtin, target, operands, answer);
        return answer;
    }

    /// <summary>Does this send, without a receiver in register code, still find that built-in in the Locals proto?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool FindsOnLocals(Builtin builtin) => _onLocals is { } entry && _epoch == Name.Epoch && ReferenceEquals(entry.Builtin, builtin);

    /// <summary>Sends to the implicit receiver.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Value EvalImplicit(ClosureMachine m, ref Value r)
    {
        if (T.IsInstrumented && !Count(m, InRegisters ? Kind.Locals : Unsafe.Add(ref r, TargetRegister).Ref?.Kind ?? Kind.Number))
            return m.Unwind;
        var target = Unsafe.Add(ref r, TargetRegister);
        if (_epoch == Name.Epoch)
        {
            var shape = target.Ref is null ? m.NumberShape : target.Ref.Shape;
            if (ReferenceEquals(_shape, shape))
                return InvokeFirst(m, ref r, target);
            if (_onLocals is { } entry)
                return Invoke(m, ref r, Sentinels.Absent, entry);
            return ImplicitFurther(m, ref r, target);
        }
        return ImplicitSlow(m, ref r, target);
    }

    /// <summary>A method of its own: the search moves the target, and would keep it out of registers where it need not move.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value ImplicitFurther(ClosureMachine m, ref Value r, Value target) =>
        (r.Ref is not { } made || ReferenceEquals(made.Shape.Protos, m.Vm.World.LocalsRoot.Protos)) && FindCached(m, ref target) is { } further
            ? Invoke(m, ref r, target, further)
            : ImplicitSlow(m, ref r, target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value InvokeFirst(ClosureMachine m, ref Value r, Value target)
    {
        if (_ownSlot >= 0)
        {
            var own = target.Ref!.Slots[_ownSlot];
            if (own.Ref is null || (own.Ref.Flags & ObjectFlags.SlowRead) == 0)
                return own;
            // A method of the receiver's own, as a singleton has: it is read again, so a new one is seen.
            if (_lastTarget is { } last && ReferenceEquals(own.Ref, last.Callee) && ReferenceEquals(target.Ref, last.SlotContext)
                && (own.Ref.Flags & ObjectFlags.SlowRead) == ObjectFlags.Activatable)
                return CallBlock(m, ref r, target, last);
        }
        else if (_ownSlot == ViaScope)
        {
            var self = m.Vm.ImplicitReceiver(target.Ref!);
            if (!ReferenceEquals(self.Ref is null ? m.NumberShape : self.Ref.Shape, _first!.Shape))
                return SendSlow(m, ref r, target);
            target = self;
        }
        return Invoke(m, ref r, target, _first!);
    }

    /// <summary>Implicit sends in register code look at the activation's own slots, the Locals proto, then self.</summary>
    private Value ImplicitSlow(ClosureMachine m, ref Value r, Value target)
    {
        if (!InRegisters)
            return SendSlow(m, ref r, m.Vm.Resolve(target));
        var name = Message.Name;
        // A program gave its locals other protos: they answer first.
        if (r.Ref is { } made && !ReferenceEquals(made.Shape.Protos, m.Vm.World.LocalsRoot.Protos))
            return SendSlow(m, ref r, made, mayCache: false);
        // All locals are made with an updateSlot of their own.
        if ((name.IsDynamicLocal || ReferenceEquals(name, m.Vm.Names.UpdateSlot)) && r.Ref is { } locals && locals.Shape.IndexOf(name) is >= 0 and var own)
            return ActivateFound(m, ref r, locals, new SlotLocation(locals, own));
        if (m.Vm.Lookup.TryFind(m.Vm.World.Locals, name, out var found))
        {
            // These need the Locals object only when they ask for it.
            if (found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is { Kind: BuiltinKind.Control } or { IgnoresReceiver: true } && !name.IsDynamicLocal)
            {
                var entry = MakeEntry(m, m.Vm.World.Locals, null, found, isOnLocals: true);
                Add(entry);
                return Invoke(m, ref r, Sentinels.Absent, entry);
            }
            return ActivateFound(m, ref r, m.LocalsOf(ref r), found);
        }
        if (!m.Vm.Lookup.TryFind(m.Vm.World.Locals, m.Vm.Names.Forward, out var forward)
            || forward.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
            return SendSlow(m, ref r, m.LocalsOf(ref r));
        return SendSlow(m, ref r, m.Vm.Resolve(target), mayCache: !name.IsDynamicLocal);
    }

    private Value SendSlow(ClosureMachine m, ref Value r, Value target, bool mayCache = true)
    {
        var start = target;
        var entry = FindCached(m, ref start);
        if (entry is null && m.Vm.Mutants.Has(Mutant.StaleCache))
            entry = Revalidated(target);
        if (entry is not null)
            return Invoke(m, ref r, start, entry);
        var vm = m.Vm;
        var name = Message.Name;
        List<Shape>? scopes = null;
        while (true)
        {
            var o = vm.LookupStart(target);
            if (vm.Lookup.TryFind(o, name, out var found))
            {
                if (mayCache && (target.Ref is not null || !vm.World.HasNumberSlots))
                {
                    entry = MakeEntry(m, o, scopes, found, isOnLocals: false);
                    Add(_entries >= MaxEntries && vm.Mutants.Has(Mutant.PolymorphicMixUp) ? MixedUp(entry) : entry);
                    return Invoke(m, ref r, target, entry);
                }
                return ActivateFound(m, ref r, target, found);
            }
            if (!vm.Lookup.TryFind(o, vm.Names.Forward, out found))
            {
                vm.Raise($"'{vm.KindName(target)}' does not respond to message '{name.Text}'", Message);
                return m.Unwind;
            }
            if ((o.Flags & ObjectFlags.Locals) == 0 || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return ActivateFound(m, ref r, target, found);
            (scopes ??= []).Add(o.Shape);
            target = vm.ImplicitReceiver(o);
        }
    }

    /// <summary>Answers or activates what an entry stands for.</summary>
    private Value Invoke(ClosureMachine m, ref Value r, Value target, Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.OwnSlot:
                var own = target.Ref!.Slots[entry.Index];
                return own.Ref is null || (own.Ref.Flags & ObjectFlags.SlowRead) == 0
                    ? own
                    : ActivateFound(m, ref r, target, new SlotLocation(target.Ref, entry.Index));
            case EntryKind.HolderSlot:
                var held = entry.Holder.Slots[entry.Index];
                return held.Ref is null || (held.Ref.Flags & ObjectFlags.SlowRead) == 0
                    ? held
                    : ActivateFound(m, ref r, target, new SlotLocation(entry.Holder, entry.Index));
            case EntryKind.Method:
                return CallBlock(m, ref r, target, entry.Target!);
            case EntryKind.Eager:
                return CallEager(m, ref r, target, entry.Builtin!, entry.Holder);
            case EntryKind.Control:
                return CallControl(m, ref r, target, entry.Builtin!, entry.Holder);
            default:
                return ActivateFound(m, ref r, target, new SlotLocation(entry.Holder, entry.Index));
        }
    }

    /// <summary>The general path: the slot's value, or its activation.</summary>
    protected Value ActivateFound(ClosureMachine m, ref Value r, Value target, SlotLocation found)
    {
        var value = m.Vm.ReadRaw(found);
        if (value.Ref is not { } callee || (callee.Flags & ObjectFlags.Activatable) == 0)
            return value;
        switch (callee.Payload)
        {
            case BlockPayload:
                if (_lastTarget is null || !ReferenceEquals(_lastTarget.Callee, callee) || !ReferenceEquals(_lastTarget.SlotContext, found.Holder))
                    _lastTarget = new CallTarget(Message, Arguments, callee, found.Holder);
                return CallBlock(m, ref r, target, _lastTarget);
            case CFunctionPayload { Builtin: var builtin }:
                return builtin.Kind == BuiltinKind.Control
                    ? CallControl(m, ref r, target, builtin, found.Holder)
                    : CallEager(m, ref r, target, builtin, found.Holder);
            case MessagePayload { Message: var inline }:
                var locals = m.LocalsOf(ref r);
                return AfterCall(m, ref r, m.EvalChain(inline, locals, locals));
            default:
                var standIn = Runtime.Control.Invoke.StandIn(m.Vm, callee, Message, out var activate);
                return activate is { } place ? ActivateFound(m, ref r, target, place) : standIn;
        }
    }

    /// <summary>A call has answered: when it is suspending, the rest of this chain becomes a frame.</summary>
    protected Value AfterCall(ClosureMachine m, ref Value r, Value value)
    {
        if (value.IsUnwind && m.IsSuspending && Message.Next is { } next && !(next.Next is null && m.Vm.Mutants.Has(Mutant.TailMisjudged)))
            m.Capture(new SendFrame(Message, TargetOf(m, ref r), m.LocalsOf(ref r)));
        return value;
    }

    private Value TargetOf(ClosureMachine m, ref Value r) => InRegisters ? m.LocalsOf(ref r) : Unsafe.Add(ref r, TargetRegister);

    private static IoObject ContextOf(ClosureMachine m, ref Value r, CallTarget target) => target.HasSenderAsContext ? m.LocalsOf(ref r) : target.SlotContext!;

    /// <summary>Calls a block, which has a scope, with this node's arguments and the sender as its target.</summary>
    protected Value CallScoped(ClosureMachine m, ref Value r, IoObject callee)
    {
        if (_lastTarget is not { HasSenderAsContext: true } last || !ReferenceEquals(last.Callee, callee))
            _lastTarget = last = new CallTarget(Message, Arguments, callee, null) { HasSenderAsContext = true };
        return CallBlock(m, ref r, Sentinels.Absent, last);
    }

    /// <summary>Calls a method or an activatable block with this node's arguments. One that is just a literal needs no activation; in traces its literal is no event either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value CallBlock(ClosureMachine m, ref Value r, Value target, CallTarget callTarget)
    {
        var code = m.CodeOf(callTarget.Block);
        return code.Constant is { } constant && Arguments.Length == 0 ? constant.Value : Activate(m, ref r, target, callTarget, code);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value Activate(ClosureMachine m, ref Value r, Value target, CallTarget callTarget, BlockCode code)
    {
        if (!m.MayEnter)
        {
            var context = ContextOf(m, ref r, callTarget);
            return m.SuspendCallInChain(Message, Present(m, ref r, target), callTarget.Callee, context, TargetOf(m, ref r), m.LocalsOf(ref r));
        }
        var window = m.Reserve(code.WindowSize);
        ref var w = ref m.WindowAt(window);
        var formals = code.FormalRegisters;
        for (var i = 0; i < formals.Length; i++)
        {
            var value = m.Nil;
            if (i < Arguments.Length)
            {
                value = Arguments[i].Get(m, ref r);
                if (value.IsUnwind)
                    return ArgumentUnwound(m, ref r, target, callTarget, code, window, i);
            }
            Unsafe.Add(ref w, formals[i]) = value;
        }
        if (!ReferenceEquals(callTarget.Block.Code, code))
            code = Changed(m, callTarget.Block, code, ref window);
        return AfterCall(m, ref r, m.Enter(callTarget, code, window, m.IndexOf(ref r), target));
    }

    /// <summary>An argument has changed the method that is called: what it is now gets the arguments.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BlockCode Changed(ClosureMachine m, BlockPayload block, BlockCode old, ref int window)
    {
        var values = new Value[old.FormalRegisters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Unsafe.Add(ref m.WindowAt(window), old.FormalRegisters[i]);
        m.Release(window);
        var code = m.CodeOf(block);
        window = m.Reserve(code.WindowSize);
        for (var i = 0; i < code.FormalRegisters.Length; i++)
            Unsafe.Add(ref m.WindowAt(window), code.FormalRegisters[i]) = i < values.Length ? values[i] : m.Nil;
        return code;
    }

    /// <summary>A formal's evaluation did not end: suspended, or stopped - and then the method is where it stops.</summary>
    private Value ArgumentUnwound(ClosureMachine m, ref Value r, Value target, CallTarget callTarget, BlockCode code, int window, int index)
    {
        if (m.IsSuspending)
        {
            var operands = new Value[code.FormalRegisters.Length];
            var known = m.Vm.Mutants.Has(Mutant.LostOperand) ? index - 1 : index;
            for (var i = 0; i < known; i++)
                operands[i] = Unsafe.Add(ref m.WindowAt(window), code.FormalRegisters[i]);
            var receiver = Present(m, ref r, target);
            m.Capture(new ArgsFrame(Message, TargetOf(m, ref r), m.LocalsOf(ref r), receiver, callTarget.Callee, ContextOf(m, ref r, callTarget), operands, index, false));
        }
        m.Release(window);
        if ((m.Vm.Stop & StopKind.Local) == 0 || callTarget.Block.PassStops)
            return m.Unwind;
        m.Vm.Stop = StopKind.None;
        return m.Vm.StopValue;
    }

    /// <summary>Calls an eager built-in with this node's arguments. Nodes that know one override it.</summary>
    protected virtual Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        if (!Runtime.Control.Invoke.CheckReceiver(m.Vm, builtin, target, Message))
            return m.Unwind;
        var count = Arguments.Length;
        if (count == 0)
            return CallNullary(m, ref r, target, builtin, holder);
        if (count > ClosureMachine.MaxStackArguments)
            return AfterCall(m, ref r, m.CallWithHeapArguments(Message, Arguments, ref r, Present(m, ref r, target), builtin, holder, m.LocalsOf(ref r)));
        var window = m.Reserve(count);
        for (var i = 0; i < count; i++)
        {
            var value = Arguments[i].Get(m, ref r);
            if (value.IsUnwind)
            {
                OperandUnwound(m, ref r, target, builtin, holder, m.Span(window, i));
                m.Release(window);
                return value;
            }
            m.WindowAt(window + i) = value;
        }
        var operands = m.Span(window, count);
        var answer = FinishEager(m, ref r, target, builtin, holder, Runtime.Control.Invoke.Eager(m.Vm, builtin, target, new Args(operands, Message)), operands);
        m.Release(window);
        return answer;
    }

    /// <summary>Calls an eager built-in for any receiver, without arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Value CallNullary(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder) =>
        FinishEager(m, ref r, target, builtin, holder, Runtime.Control.Invoke.Eager(m.Vm, builtin, target, new Args([], Message)), []);

    /// <summary>Calls an eager built-in whose arguments are known, on a receiver of its kind.</summary>
    protected Value CallEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder, params ReadOnlySpan<Value> values) =>
        FinishEager(m, ref r, target, builtin, holder, Runtime.Control.Invoke.Eager(m.Vm, builtin, target, new Args(values, Message)), values);

    /// <summary>An argument did not end: when it is suspending, the call becomes a frame that has the values of those before it.</summary>
    protected Value OperandUnwound(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder, params ReadOnlySpan<Value> values)
    {
        if (!m.IsSuspending)
            return m.Unwind;
        var operands = new Value[Arguments.Length];
        values.CopyTo(operands);
        var receiver = Present(m, ref r, target);
        m.Capture(new ArgsFrame(
            Message, TargetOf(m, ref r), m.LocalsOf(ref r), receiver, m.FunctionOf(holder, builtin), holder, operands, values.Length, false));
        return m.Unwind;
    }

    /// <summary>A receiver that may stand for the sender's own locals, as an object.</summary>
    private static Value Present(ClosureMachine m, ref Value r, Value target) => target.Is(Sentinels.Absent) ? m.LocalsOf(ref r) : target;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value FinishEager(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder, Value answer, ReadOnlySpan<Value> operands)
    {
        if (T.IsInstrumented)
            Note(m, builtin, target, operands, answer);
        return !answer.IsUnwind && !m.IsReifyRequested ? answer : FinishEagerSlow(m, ref r, target, holder, answer, operands);
    }

    /// <summary>The built-in asked for a method of the prelude instead, did not end, or a safepoint is wanted.</summary>
    private Value FinishEagerSlow(ClosureMachine m, ref Value r, Value target, IoObject holder, Value answer, ReadOnlySpan<Value> operands)
    {
        if (!answer.IsUnwind)
            return AfterCall(m, ref r, m.SuspendWith(answer));
        if (m.Vm.RedirectTo is not { } redirect)
            return answer;
        m.Vm.RedirectTo = null;
        return AfterCall(m, ref r, m.CallValues(redirect, target, Message, m.IndexOf(ref r), holder, operands));
    }

    /// <summary>Calls a control built-in. Fused nodes override it for the built-in they know.</summary>
    protected virtual Value CallControl(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder)
    {
        if (!target.Is(Sentinels.Absent) && !Runtime.Control.Invoke.CheckReceiver(m.Vm, builtin, target, Message))
            return m.Unwind;
        var value = m.RunControl(NewFrame(m, ref r, target, builtin, holder), Arguments, ref r);
        return AfterCall(m, ref r, value.IsUnwind || !m.IsReifyRequested ? value : m.SuspendWith(value));
    }

    /// <summary>The portable state of a control built-in that begins here.</summary>
    protected ControlFrame NewFrame(ClosureMachine m, ref Value r, Value target, Builtin builtin, IoObject holder) =>
        InRegisters || r.Ref is null
            ? new ControlFrame(builtin, Message, target, m, m.IndexOf(ref r), holder)
            : new ControlFrame(builtin, Message, target.Is(Sentinels.Absent) ? r.Ref : target, r.Ref, holder);
}
