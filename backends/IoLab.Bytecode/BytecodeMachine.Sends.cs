using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Bytecode;

/// <summary>Looking up and calling, where the loop's own quick ways end.</summary>
internal sealed partial class BytecodeMachine
{
    private static readonly Shape SentinelShape = Shape.Root([]);
    /// <summary>Answered by a lookup that has left a callee's token: its arguments come next.</summary>
    private static readonly IoObject ArgumentsNextObject = new(SentinelShape, null, null, ObjectFlags.Sentinel);
    /// <summary>The same for a callee that evaluates no argument: the call comes next.</summary>
    private static readonly IoObject CallNextObject = new(SentinelShape, null, null, ObjectFlags.Sentinel);

    /// <summary>Counts a send and reports it. False when the run must end.</summary>
    private bool Count(Site site, Kind receiver)
    {
        if (site.IsOpaque)
            return true;
        if (!Vm.IsInstrumented)
            return Poll();
        if (!Vm.CountStep())
            return false;
        Vm.Tracer?.Send(site.Message, receiver);
        return true;
    }

    private bool Poll() => !Vm.Host.Interrupt || Vm.CheckInterrupt();

    private static Kind KindOf(Value value) => value.Ref?.Kind ?? Kind.Number;

    /// <summary>The window that holds the locals of the record that runs.</summary>
    private static ref Value OwnerWindow(Strand strand) => ref strand.Registers[strand.Records[strand.Records[strand.Depth].Owner].Base];

    private IoObject LocalsOf(Strand strand) => strand.LocalsOf(strand.Depth);

    /// <summary>
    /// Sends to a known receiver. Answers the value, or what is to be done next: <see cref="ArgumentsNextObject"/> or <see cref="CallNextObject"/> when a token has been left
    /// in the register and the receiver behind it, <see cref="PushedObject"/>, or Unwind.
    /// </summary>
    private Value SendTo(Strand strand, int at, Site site, Value receiver, bool mayCache = true)
    {
        receiver = Vm.Resolve(receiver);
        var start = receiver;
        if (site.Find(ref start, Vm.World.Number.Shape) is { } known)
        {
            _hits++;
            return Use(strand, at, site, start, known);
        }
        _misses++;
        List<Shape>? scopes = null;
        while (true)
        {
            var o = Vm.LookupStart(receiver);
            if (Vm.Lookup.TryFind(o, site.Name, out var found))
            {
                if (!mayCache || (receiver.Ref is null && Vm.World.HasNumberSlots))
                    return Activate(strand, at, site, receiver, found);
                var entry = site.Describe(o, scopes, found, isOnLocals: false);
                site.Add(entry);
                return Use(strand, at, site, receiver, entry);
            }
            if (!Vm.Lookup.TryFind(o, Vm.Names.Forward, out found))
                return Vm.Raise($"'{Vm.KindName(receiver)}' does not respond to message '{site.Name.Text}'", site.Message);
            if ((o.Flags & ObjectFlags.Locals) == 0 || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return Activate(strand, at, site, receiver, found);
            (scopes ??= []).Add(o.Shape);
            receiver = Vm.ImplicitReceiver(o);
        }
    }

    /// <summary>A send without receiver in code whose locals are in registers: the activation's own slots, the Locals proto, then self.</summary>
    private Value SendImplicit(Strand strand, int at, Site site)
    {
        ref var window = ref OwnerWindow(strand);
        var name = site.Name;
        if (site.OnLocals is { } entry && site.OnLocalsEpoch == name.Epoch)
            return Use(strand, at, site, Sentinels.Absent, entry);
        // A program gave its locals other protos: they answer first.
        if (window.Ref is { } made && !ReferenceEquals(made.Shape.Protos, Vm.World.LocalsRoot.Protos))
            return SendTo(strand, at, site, made, mayCache: false);
        if (ReferenceEquals(name, Vm.Names.Call) || ReferenceEquals(name, Vm.Names.Self) || ReferenceEquals(name, Vm.Names.UpdateSlot) || (name.IsDynamicLocal && window.Ref is not null))
        {
            var locals = LocalsOf(strand);
            if (locals.Shape.IndexOf(name) is >= 0 and var own)
                return Activate(strand, at, site, locals, new SlotLocation(locals, own));
        }
        var self = Unsafe.Add(ref window, Code.SelfRegister);
        if (Vm.Lookup.TryFind(Vm.World.Locals, name, out var found))
        {
            _misses++;
            if (found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is not ({ Kind: BuiltinKind.Control } or { IgnoresReceiver: true }) || name.IsDynamicLocal)
                return Activate(strand, at, site, LocalsOf(strand), found);
            // These need the Locals object only when they ask for it.
            entry = site.Describe(Vm.World.Locals, null, found, isOnLocals: true);
            site.OnLocals = entry;
            site.OnLocalsEpoch = name.Epoch;
            return Use(strand, at, site, Sentinels.Absent, entry);
        }
        if (!Vm.Lookup.TryFind(Vm.World.Locals, Vm.Names.Forward, out var forward) || forward.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
            return SendTo(strand, at, site, LocalsOf(strand));
        return SendTo(strand, at, site, self, mayCache: !name.IsDynamicLocal);
    }

    /// <summary>Answers or prepares what a cached lookup stands for.</summary>
    private Value Use(Strand strand, int at, Site site, Value receiver, Found found)
    {
        switch (found.Kind)
        {
            case FoundKind.OwnSlot:
                var own = receiver.Ref!.Slots[found.Index];
                return own.Ref is null || (own.Ref.Flags & ObjectFlags.SlowRead) == 0 ? own : Activate(strand, at, site, receiver, new SlotLocation(receiver.Ref, found.Index));
            case FoundKind.HolderSlot:
                var held = found.Holder.Slots[found.Index];
                return held.Ref is null || (held.Ref.Flags & ObjectFlags.SlowRead) == 0 ? held : Activate(strand, at, site, receiver, new SlotLocation(found.Holder, found.Index));
            case FoundKind.OwnMethod when !found.IsOwnOf(receiver):
                return Activate(strand, at, site, receiver, new SlotLocation(receiver.Ref!, found.Index));
            case FoundKind.Other:
                return Activate(strand, at, site, receiver, new SlotLocation(found.Holder, found.Index));
            default:
                return Prepare(strand, at, site, receiver, found.Target!, found.Holder);
        }
    }

    /// <summary>The general way: the slot's value, or its activation.</summary>
    private Value Activate(Strand strand, int at, Site site, Value receiver, SlotLocation found)
    {
        while (true)
        {
            var value = Vm.ReadRaw(found);
            if (value.Ref is not { } callee || (callee.Flags & ObjectFlags.Activatable) == 0)
                return value;
            switch (callee.Payload)
            {
                case BlockPayload or CFunctionPayload:
                    return Prepare(strand, at, site, receiver, site.TargetOf(callee, found.Holder), found.Holder);
                case MessagePayload { Message: var inline }:
                    var locals = LocalsOf(strand);
                    return EvalChain(inline, locals, locals, strand.Records[strand.Depth].Base + at);
                default:
                    var standIn = Invoke.StandIn(Vm, callee, site.Message, out var activate);
                    if (activate is not { } place)
                        return standIn;
                    found = place;
                    continue;
            }
        }
    }

    /// <summary>Leaves a callee's token and the receiver in registers, or begins a control built-in.</summary>
    private Value Prepare(Strand strand, int at, Site site, Value receiver, CallTarget target, IoObject holder)
    {
        var place = strand.Records[strand.Depth].Base + at;
        if (target.Builtin is { } builtin)
        {
            if (!receiver.Is(Sentinels.Absent) && !Invoke.CheckReceiver(Vm, builtin, receiver, site.Message))
                return _unwind;
            if (target.Intrinsic == Intrinsic.BlockCall && BlockCallee(site, receiver) is { } block)
            {
                strand.Registers[place] = block.Token;
                strand.Registers[place + 1] = block.Block!.Scope!;
                return site.Count == 0 ? CallNextObject : ArgumentsNextObject;
            }
            if (target.Intrinsic == Intrinsic.MakeBlock && !IsInstrumented)
                return Vm.World.NewBlock(site.Message, LocalsOf(strand));
            if (builtin.Kind == BuiltinKind.Control)
                return PushItem(NewControlFrame(strand, site.Message, receiver, builtin, holder), place);
            if (site.Count != site.Message.Arguments.Length)
                return PushArguments(strand, site, receiver, target.Callee, holder, place);
            if (site.Count == 0)
                return CallNullary(strand, site, receiver, builtin, holder, place);
            strand.Registers[place] = target.Token;
            strand.Registers[place + 1] = receiver;
            return ArgumentsNextObject;
        }
        var code = CodeOf(target.Block!);
        var formals = target.Block!.Formals.Length;
        if (code.IsLiteral && site.Message.Arguments.Length == 0)
            return code.Literal;
        if (formals == 0 || site.Message.Arguments.Length == 0)
        {
            strand.Registers[place] = target.Token;
            strand.Registers[place + 1] = receiver;
            return CallNextObject;
        }
        if (formals < site.Count || site.Count != site.Message.Arguments.Length || code.HasRepeatedFormals)
            return PushArguments(strand, site, receiver, target.Callee, holder, place);
        strand.Registers[place] = target.Token;
        strand.Registers[place + 1] = receiver;
        return ArgumentsNextObject;
    }

    /// <summary><c>b call(...)</c> of a block that has a scope is a call like a method's, the sender being its context. Null: it is none.</summary>
    private static CallTarget? BlockCallee(Site site, in Value receiver)
    {
        if (!site.IsInPlace || receiver.Ref is not { Payload: BlockPayload { Scope: not null } block } callee || site.Count > block.Formals.Length)
            return null;
        var target = site.TargetOf(callee, null);
        return target.HasRepeatedFormals ? null : target;
    }

    /// <summary>The same where it is not known yet that what has been found is <c>call</c>.</summary>
    private static CallTarget? BlockCalleeOf(Site site, CallTarget? found, in Value receiver) => found?.Intrinsic == Intrinsic.BlockCall ? BlockCallee(site, receiver) : null;

    /// <summary>Calls an eager built-in without arguments that a receiver has been found to have.</summary>
    private Value CallNullary(Strand strand, int at, Site site, in Value receiver, CallTarget target)
    {
        var builtin = target.Builtin!;
        return Invoke.CheckReceiver(Vm, builtin, receiver, site.Message)
            ? CallNullary(strand, site, receiver, builtin, target.SlotContext!, strand.Records[strand.Depth].Base + at)
            : _unwind;
    }

    /// <summary>Calls an eager built-in without arguments.</summary>
    private Value CallNullary(Strand strand, Site site, Value receiver, Builtin builtin, IoObject holder, int place)
    {
        var value = Invoke.Eager(Vm, builtin, receiver, new Args([], site.Message));
        if (IsInstrumented && !site.IsOpaque)
            Vm.NoteAnswer(builtin, site.Message, receiver, [], value);
        if (_watch.IsTouched && !value.IsUnwind)
            value = Attend(value);
        if (!value.IsUnwind || Vm.RedirectTo is not { } redirect)
            return value;
        Vm.RedirectTo = null;
        strand.Registers[place + 1] = receiver;
        return CallInPlace(strand, redirect, site.Message, holder, place, 0, site.State is null ? strand.Records[strand.Depth].TailRun + 1 : 0);
    }

    /// <summary>A call whose arguments are evaluated one by one in the locals object.</summary>
    private Value PushArguments(Strand strand, Site site, Value receiver, IoObject callee, IoObject holder, int place)
    {
        var locals = LocalsOf(strand);
        var count = callee.Payload is BlockPayload block ? block.Formals.Length : site.Message.Arguments.Length;
        return PushItem(new ArgsFrame(site.Message, locals, locals, receiver.Is(Sentinels.Absent) ? locals : receiver, callee, holder, new Value[count], -1, true), place);
    }

    private ControlFrame NewControlFrame(Strand strand, Message message, Value receiver, Builtin builtin, IoObject holder)
    {
        ref var record = ref strand.Records[strand.Depth];
        return strand.Registers[strand.Records[record.Owner].Base].Ref is { } locals
            ? new ControlFrame(builtin, message, receiver.Is(Sentinels.Absent) ? locals : receiver, locals, holder)
            : new ControlFrame(builtin, message, receiver, strand, record.Owner, holder);
    }

    /// <summary>Reads a local that holds no plain value.</summary>
    private Value ReadLocal(Strand strand, int at, Site site, Value local)
    {
        if (local.Is(Sentinels.Absent))
            return SendImplicit(strand, at, site);
        if (local.Is(Sentinels.Moved))
        {
            var moved = OwnerWindow(strand).Ref!;
            if (!ReferenceEquals(moved.Shape, site.Before))
            {
                site.SlotIndex = moved.Shape.IndexOf(site.Name);
                if (site.SlotIndex < 0)
                {
                    site.Before = null;
                    return SendImplicit(strand, at, site);
                }
                site.Before = moved.Shape;
            }
            local = moved.Slots[site.SlotIndex];
            if (local.Ref is not { } held || (held.Flags & ObjectFlags.SlowRead) == 0)
                return local;
            if ((held.Flags & ObjectFlags.SlowRead) != ObjectFlags.Activatable || held.Payload is not CFunctionPayload { Builtin: { Kind: not BuiltinKind.Control, Receiver: null } builtin } payload)
                return Activate(strand, at, site, moved, new SlotLocation(moved, site.SlotIndex));
            site.Held = payload;
            site.HeldIntrinsic = Intrinsics.Of(builtin);
            return CallNullary(strand, site, moved, builtin, moved, strand.Records[strand.Depth].Base + at);
        }
        if ((local.Ref!.Flags & ObjectFlags.Forwarder) != 0)
            return Vm.Resolve(local);
        // An activatable value in a register runs with the Locals object as its context.
        var locals = LocalsOf(strand);
        return Activate(strand, at, site, locals, new SlotLocation(locals, locals.Shape.IndexOf(site.Name)));
    }

    /// <summary>A local of this name, read in the locals object; null: there is none, or it is not assigned.</summary>
    private Value? ReadMoved(Strand strand, int at, Site site)
    {
        var owner = strand.Records[strand.Records[strand.Depth].Owner].Code!;
        if (!owner.NameSet.Contains(site.Name))
            return null;
        var locals = LocalsOf(strand);
        return locals.Shape.IndexOf(site.Name) is >= 0 and var index ? Activate(strand, at, site, locals, new SlotLocation(locals, index)) : (Value?)null;
    }

    /// <summary>Writes a local that is in no register, or not assigned yet.</summary>
    private Value WriteLocal(Strand strand, int at, Site site, ref Value register, Value value)
    {
        var name = site.Variable!;
        var isUpdate = ReferenceEquals(site.Builtin, LocalsUpdate);
        if (register.Is(Sentinels.Absent) && !isUpdate)
        {
            register = value;
            return value;
        }
        var locals = LocalsOf(strand);
        if (isUpdate)
        {
            var setter = locals.Shape.IndexOf(Vm.Names.UpdateSlot);
            if (setter < 0 || locals.Slots[setter].PayloadAs<CFunctionPayload>()?.Builtin != LocalsUpdate)
                return SendEvaluated(strand, at, site, locals, [Vm.SymbolObject(name), value]);
            site.LocalsSetter = setter;
            site.Held = locals.Slots[setter].Ref!.Payload;
            site.SlotIndex = locals.Shape.IndexOf(name);
            site.Before = locals.Shape.IsUnique || site.SlotIndex < 0 ? null : locals.Shape;
            return SlotAccess.Update(Vm, locals, name, value, site.Message);
        }
        if (!ReferenceEquals(locals.Shape.Protos, Vm.World.LocalsRoot.Protos))
            return SendEvaluated(strand, at, site, locals, [Vm.SymbolObject(name), value]);
        Vm.Slots.Set(locals, name, value);
        site.SlotIndex = locals.Shape.IndexOf(name);
        site.Before = locals.Shape.IsUnique ? null : locals.Shape;
        return value;
    }

    /// <summary>A setter that is not the one it was thought to be, with its arguments evaluated.</summary>
    private Value SendEvaluated(Strand strand, int at, Site site, Value receiver, Value[] values)
    {
        var m = site.Message;
        if (!Vm.Lookup.TryFind(Vm.LookupStart(receiver), m.Name, out var found))
            return Vm.Raise($"'{Vm.KindName(receiver)}' does not respond to message '{m.Name.Text}'", m);
        var setter = Vm.ReadRaw(found);
        var locals = LocalsOf(strand);
        var place = strand.Records[strand.Depth].Base + at;
        return setter.Ref is not { Payload: BlockPayload or CFunctionPayload { Builtin.Kind: not BuiltinKind.Control } } callee || (callee.Flags & ObjectFlags.Activatable) == 0
            ? setter
            : PushItem(new ArgsFrame(m, locals, locals, receiver, callee, found.Holder, values, values.Length, true), place);
    }

    /// <summary><c>x = v</c> where x is no local that the compiler knew: self's slot, or a local that was added.</summary>
    private Value UpdateSelf(Strand strand, int at, Site site, Value value)
    {
        ref var window = ref OwnerWindow(strand);
        var name = site.Variable!;
        _misses++;
        if (window.Ref is { } locals)
        {
            if (!IsInstrumented && UpdatesBehind(site, locals, value))
                return value;
            var setter = locals.Shape.IndexOf(Vm.Names.UpdateSlot);
            if (setter < 0 || locals.Slots[setter].PayloadAs<CFunctionPayload>()?.Builtin != LocalsUpdate)
                return SendEvaluated(strand, at, site, locals, [Vm.SymbolObject(name), value]);
            var updated = SlotAccess.Update(Vm, locals, name, value, site.Message);
            if (!updated.IsUnwind)
                LearnBehind(site, locals, setter);
            return updated;
        }
        var self = Unsafe.Add(ref window, Code.SelfRegister);
        if (!IsInstrumented && StoresOrAdds(site, self, value))
            return value;
        var before = self.Ref?.Shape;
        var answer = SlotAccess.Update(Vm, self, name, value, site.Message);
        if (!answer.IsUnwind && self.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) == 0 && o.Shape.IndexOf(name) is >= 0 and var index)
        {
            site.Before = o.Shape;
            site.SlotIndex = index;
            if (!ReferenceEquals(before, o.Shape) && !o.Shape.IsUnique)
            {
                site.AddsTo = before;
                site.After = o.Shape;
                site.InheritedAt = name.Epoch;
            }
        }
        return answer;
    }

    /// <summary>Updates a slot that self has, as it did before, while the locals that answer first are an object. False: nothing has been done.</summary>
    private bool UpdatesBehind(Site site, IoObject locals, in Value value)
    {
        if (!ReferenceEquals(locals.Shape, site.LocalsShape) || !ReferenceEquals(SlotAt(locals, site.LocalsSetter).Ref?.Payload, site.Held) || locals.Payload is not Activation activation)
            return false;
        return (site.LocalsSelf < 0 || SlotAt(locals, site.LocalsSelf).Is(activation.Self))
            && activation.Self.Ref is { } o && ReferenceEquals(o.Shape, site.Before) && (o.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Locals | ObjectFlags.Sentinel)) == 0
            && TryStore(o, site.SlotIndex, value);
    }

    /// <summary>Remembers for <see cref="UpdatesBehind"/> that locals of a shape have no such slot, and self's has.</summary>
    private void LearnBehind(Site site, IoObject locals, int setter)
    {
        if (locals.Shape.IsUnique || !ReferenceEquals(locals.Shape.Protos, Vm.World.LocalsRoot.Protos) || locals.Shape.IndexOf(site.Variable!) >= 0
            || Vm.ImplicitReceiver(locals).Ref is not { } o || o.Shape.IndexOf(site.Variable!) is not (>= 0 and var index))
            return;
        site.LocalsShape = locals.Shape;
        site.LocalsSetter = setter;
        site.Held = locals.Slots[setter].Ref!.Payload;
        site.LocalsSelf = locals.Shape.IndexOf(Vm.Names.Self);
        site.Before = o.Shape;
        site.SlotIndex = index;
    }

    /// <summary>Updates a slot that self has, whatever its shape, or one that it inherits and an object of its shape was given before.</summary>
    private static bool StoresOrAdds(Site site, Value self, Value value)
    {
        if (self.Ref is not { } o || (o.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Locals | ObjectFlags.Sentinel)) != 0)
            return false;
        var name = site.Variable!;
        if (ReferenceEquals(o.Shape, site.AddsTo))
        {
            if (site.InheritedAt != name.Epoch || (o.Flags & ObjectFlags.Proto) != 0)
                return false;
            var added = o.Shape.Count;
            if (added >= o.Slots.Length)
                Slots.Grow(o, added);
            o.Slots[added] = value;
            o.Shape = site.After!;
            o.Flags |= ObjectFlags.Dirty;
            return true;
        }
        if (o.Shape.IndexOf(name) is not (>= 0 and var index) || !TryStore(o, index, value))
            return false;
        site.Before = o.Shape;
        site.SlotIndex = index;
        return true;
    }

    /// <summary>Caches a write if the receiver's setter is the built-in one and the object's layout is plain.</summary>
    private bool LearnSetter(Site site, Value receiver)
    {
        _misses++;
        if (receiver.Ref is not { } o || (o.Flags & (ObjectFlags.Forwarder | ObjectFlags.Locals)) != 0
            || !Vm.Lookup.TryFind(o, site.Name, out var setter)
            || setter.Raw.PayloadAs<CFunctionPayload>() is not { Builtin: var builtin } || (builtin != SetSlotBuiltin && builtin != UpdateSlotBuiltin))
            return false;
        var name = site.Variable!;
        var index = o.Shape.IndexOf(name);
        if (index < 0 && (o.Shape.IsUnique || o.Shape.Count >= Shape.MaxSharedSlots))
            return false;
        if (index < 0 && builtin == UpdateSlotBuiltin && (o.Payload is Activation || !Vm.Lookup.TryFind(o, name, out _)))
            return false;
        site.InheritedAt = index < 0 && builtin == UpdateSlotBuiltin && !Vm.Mutants.Has(Mutant.ForgottenAncestor) ? name.Epoch : null;
        site.IsUpdate = builtin == UpdateSlotBuiltin;
        site.Before = o.Shape;
        site.SetterEpoch = site.Name.Epoch;
        site.After = index < 0 ? o.Shape.With(name) : o.Shape;
        site.SlotIndex = index < 0 ? o.Shape.Count : index;
        return true;
    }

    /// <summary>Writes a slot of another object by the built-in setter. False: it is to be done in general, and nothing has been done.</summary>
    private bool StoresSlot(Site site, Value receiver, Value value) => (site.KnowsSetter(receiver) || LearnSetter(site, receiver)) && StoresKnown(site, receiver, value);

    /// <summary>The same when the setter is the one that is known.</summary>
    private static bool StoresKnown(Site site, Value receiver, Value value)
    {
        const ObjectFlags SlowWrite = ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Sentinel;
        if (receiver.Ref is not { } o || !ReferenceEquals(o.Shape, site.Before) || (o.Flags & SlowWrite) != 0)
            return false;
        if (ReferenceEquals(site.Before, site.After))
            return TryStore(o, site.SlotIndex, value);
        if ((o.Flags & ObjectFlags.Proto) != 0 || (site.InheritedAt is { } epoch && epoch != site.Variable!.Epoch))
            return false;
        if (site.SlotIndex >= o.Slots.Length)
            Slots.Grow(o, site.SlotIndex);
        o.Slots[site.SlotIndex] = value;
        o.Shape = site.After!;
        o.Flags |= ObjectFlags.Dirty;
        return true;
    }

    /// <summary>Writes a slot of another object.</summary>
    private Value WriteSlot(Site site, Value receiver, Value value)
    {
        receiver = Vm.Resolve(receiver);
        if (StoresKnown(site, receiver, value))
            return value;
        _misses++;
        // The value's evaluation has changed the receiver.
        if (site.IsUpdate)
            return SlotAccess.Update(Vm, receiver, site.Variable!, value, site.Message);
        SlotAccess.Write(Vm, receiver, site.Variable!, value, site.Message);
        return value;
    }

    /// <summary>Stores into an existing slot. False when the slot belongs to a proto and activatable values are involved: cached methods must then be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryStore(IoObject o, int index, in Value value)
    {
        if (!MayStore(o, index, value))
            return false;
        o.Flags |= ObjectFlags.Dirty;
        Put(ref SlotAt(o, index), value);
        return true;
    }

    /// <summary>May that be stored without telling anybody?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayStore(IoObject o, int index, in Value value) => (o.Flags & ObjectFlags.Proto) == 0 || !InvolvesActivatable(SlotAt(o, index), value);

    private static bool InvolvesActivatable(in Value a, in Value b) => IsActivatable(a) || IsActivatable(b);

    private static bool IsActivatable(Value v) => v.Ref is { } o && (o.Flags & ObjectFlags.Activatable) != 0;

    /// <summary>Does a receiver find the built-in that code in place was made from?</summary>
    private bool Finds(Site site, Value receiver)
    {
        if (site.Holds(receiver))
            return true;
        _misses++;
        receiver = Vm.Resolve(receiver);
        for (var isFirst = true; ; isFirst = false)
        {
            var start = Vm.LookupStart(receiver);
            if (Vm.Lookup.TryFind(start, site.Name, out var found))
            {
                if (found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is not { } builtin || (!ReferenceEquals(builtin, site.Builtin) && builtin.Name != site.Builtin!.Name))
                    return false;
                if (!ReferenceEquals(builtin, site.Builtin) && !(builtin.Name == "foreach" && builtin.Proto is "Sequence"))
                    return false;
                if (isFirst && (receiver.Ref is not null || !Vm.World.HasNumberSlots))
                    site.Remember(start.Shape);
                return true;
            }
            if ((start.Flags & ObjectFlags.Locals) == 0 || !Vm.Lookup.TryFind(start, Vm.Names.Forward, out found) || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin != Builtins.LocalsForward)
                return false;
            receiver = Vm.ImplicitReceiver(start);
        }
    }

    /// <summary>Sets the variable of a loop.</summary>
    private void SetVariable(Strand strand, Site site, int register, Value value) => SetVariable(strand, site.Variable!, register, value, ref site.Before, ref site.SlotIndex);

    /// <summary>Sets a variable of a loop; where locals of a shape have it is remembered.</summary>
    private void SetVariable(Strand strand, Symbol name, int register, Value value, ref Shape? known, ref int index)
    {
        ref var window = ref OwnerWindow(strand);
        if (register > 0 && window.Ref is null)
        {
            Unsafe.Add(ref window, register) = value;
            return;
        }
        var locals = LocalsOf(strand);
        if (ReferenceEquals(locals.Shape, known) && (locals.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0 && TryStore(locals, index, value))
            return;
        Vm.Slots.Set(locals, name, value);
        index = locals.Shape.IndexOf(name);
        // Who sets self must tell the activation.
        known = locals.Shape.IsUnique || ReferenceEquals(name, Vm.Names.Self) ? null : locals.Shape;
    }
}
