using System.Runtime.CompilerServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>The loop.</summary>
internal sealed partial class BytecodeMachine
{
    private Shape _numberShape;

    /// <summary>
    /// Runs the newest record, which is code, and whatever it calls and returns to. Answers when somebody else must decide: <see cref="PushedObject"/> for a record that is to be
    /// stepped, Unwind for a stop, or the value of the last code record above something that is none.
    /// </summary>
    /// <remarks>
    /// Written for what .NET makes of it. The five registers that survive calls hold this, strand, code, r and ip; whatever else is kept over a label is in memory. So operands are read from the
    /// instruction where they are used, and what is put into <c>at</c>, <c>depth</c>, <c>value</c> or <c>target</c> is on its way out of the quick ways.
    /// </remarks>
    private Value Execute<T>()
        where T : IMode
    {
        _numberShape = Vm.World.Number.Shape;
        var strand = _strand;
        var code = Newest(strand).Code!;
        ref var r = ref strand.Registers[Newest(strand).Base];
        ref var ip = ref At(code, (uint)Newest(strand).Pc);
        Value value;
        // What is called, and where its window begins: on the quick ways into a call nothing else is kept.
        CallTarget target;
        int window;
        Found found;
        int at, depth;
        bool isTrue;
        ref var entry = ref Unsafe.NullRef<InlineEntry>();
        while (true)
        {
            if (T.IsInstrumented)
                _executed[ip & 255]++;
            if (T.IsProfiled)
                _recorder!.Note(strand, code, PlaceOf(code, ref ip));
            switch ((Opcode)Op(ref ip))
            {
                case Opcode.Load:
                {
                    ref var constant = ref ConstantAt(code, Unsafe.Add(ref ip, 1));
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, constant);
                    continue;
                }
                case Opcode.Move:
                {
                    ref var from = ref Unsafe.Add(ref r, B(ref ip));
                    ref var to = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 1);
                    Put(ref to, from);
                    continue;
                }
                case Opcode.GetLocal:
                {
                    ref var local = ref Unsafe.Add(ref r, B(ref ip));
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    if (local.Ref is not null && (local.Ref.Flags & ObjectFlags.SlowRead) != 0)
                    {
                        if (T.IsInstrumented || r.Ref is not { } moved || !ReadsMoved(SiteAt(code, Unsafe.Add(ref ip, 1)), local, moved, ref place))
                            goto case Opcode.GetOuter;
                        ip = ref Unsafe.Add(ref ip, 2);
                        if (!T.IsProfiled && Op(ref ip) == (int)Opcode.GetLocal)
                            goto case Opcode.GetLocal;
                        continue;
                    }
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, local);
                    if (T.IsInstrumented && !Count(SiteAt(code, Unsafe.Add(ref ip, -1)), Kind.Locals))
                    {
                        depth = Save(strand, code, ref ip);
                        goto Unwinding;
                    }
                    if (!T.IsInstrumented && !T.IsProfiled && Op(ref ip) == (int)Opcode.GetLocal)
                        goto case Opcode.GetLocal;
                    continue;
                }
                case Opcode.GetOuter:
                {
                    at = A(ref ip);
                    var register = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                    ref var owner = ref code.Locality == Locality.Body ? ref r : ref OwnerWindow(strand);
                    var local = Unsafe.Add(ref owner, register);
                    depth = Save(strand, code, ref ip);
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0 ? local : ReadLocal(strand, at, site, local);
                    goto Sent;
                }
                case Opcode.SetLocal:
                {
                    ref var local = ref Unsafe.Add(ref r, B(ref ip));
                    ref var assigned = ref Unsafe.Add(ref r, A(ref ip));
                    if (!T.IsInstrumented && (local.Ref is null || (local.Ref.Flags & ObjectFlags.Sentinel) == 0 || (C(ref ip) != 0 && local.Is(Sentinels.Absent))))
                    {
                        ip = ref Unsafe.Add(ref ip, 2);
                        Put(ref local, assigned);
                        continue;
                    }
                    at = A(ref ip);
                    window = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    goto Assigning;
                }
                case Opcode.SetConstant:
                {
                    ref var local = ref Unsafe.Add(ref r, B(ref ip));
                    ref var assigned = ref Unsafe.Add(ref r, A(ref ip));
                    Put(ref assigned, ConstantAt(code, Unsafe.Add(ref ip, 1)));
                    if (!T.IsInstrumented && (local.Ref is null || (local.Ref.Flags & ObjectFlags.Sentinel) == 0 || (C(ref ip) != 0 && local.Is(Sentinels.Absent))))
                    {
                        ip = ref Unsafe.Add(ref ip, 3);
                        Put(ref local, assigned);
                        if (!T.IsInstrumented && !T.IsProfiled && Op(ref ip) == (int)Opcode.SetConstant)
                            goto case Opcode.SetConstant;
                        continue;
                    }
                    at = A(ref ip);
                    window = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 3);
                    goto Assigning;
                }
                case Opcode.SetOuter:
                {
                    at = A(ref ip);
                    ref var local = ref Unsafe.Add(ref OwnerWindow(strand), B(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    value = Assign<T>(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)), ref local, Unsafe.Add(ref r, at));
                    goto Slow;
                }
                case Opcode.GetSelf:
                {
                    ref var self = ref Unsafe.Add(ref r, Code.SelfRegister);
                    if (!T.IsInstrumented && r.Ref is null && code.Locality == Locality.Body && (self.Ref is null || (self.Ref.Flags & ObjectFlags.SlowRead) == 0))
                    {
                        Put(ref Unsafe.Add(ref r, A(ref ip)), self);
                        ip = ref Unsafe.Add(ref ip, 2);
                        continue;
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    value = ReadSelf<T>(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)));
                    goto Slow;
                }
                case Opcode.SendLocal:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (receiver.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) != 0)
                    {
                        if (T.IsInstrumented || r.Ref is null)
                            goto Jump1;
                        receiver = ref Behind(code, ref r, B(ref ip));
                        if (!IsPlain(receiver))
                            goto Jump1;
                    }
                    ref var read = ref OwnReadAt(code, Unsafe.Add(ref ip, 2));
                    if (!T.IsInstrumented && receiver.Ref is { } own && ReferenceEquals(own.Shape, read.Shape) && IsPlain(SlotAt(own, read.Index)))
                    {
                        ref var place = ref Unsafe.Add(ref r, A(ref ip));
                        ip = ref Unsafe.Add(ref ip, 3);
                        Put(ref place, SlotAt(own, read.Index));
                        continue;
                    }
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    if (!T.IsInstrumented)
                    {
                        entry = ref EntryFor(site, receiver, _clock);
                        if (!Unsafe.IsNullRef(ref entry))
                        {
                            if (ReadsSlot(entry, receiver, ref Unsafe.Add(ref r, A(ref ip))) || ReadsLiteral(entry, receiver, ref Unsafe.Add(ref r, A(ref ip))))
                            {
                                ip = ref Unsafe.Add(ref ip, 3);
                                continue;
                            }
                            window = A(ref ip);
                            Put(ref Unsafe.Add(ref r, window), receiver);
                            ip = ref Unsafe.Add(ref ip, 3);
                            goto SendCached;
                        }
                    }
                    at = A(ref ip);
                    Put(ref Unsafe.Add(ref r, at), receiver);
                    ip = ref Unsafe.Add(ref ip, 3);
                    goto SendNullary;
                }
                case Opcode.Send:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    ref var read = ref OwnReadAt(code, Unsafe.Add(ref ip, 1));
                    if (!T.IsInstrumented && receiver.Ref is { } o && ReferenceEquals(o.Shape, read.Shape) && IsPlain(SlotAt(o, read.Index)))
                    {
                        ref var place = ref Unsafe.Add(ref r, A(ref ip));
                        ip = ref Unsafe.Add(ref ip, 2);
                        Put(ref place, SlotAt(o, read.Index));
                        continue;
                    }
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    if (!T.IsInstrumented)
                    {
                        entry = ref EntryFor(site, receiver, _clock);
                        if (!Unsafe.IsNullRef(ref entry))
                        {
                            if (ReadsSlot(entry, receiver, ref Unsafe.Add(ref r, A(ref ip))))
                            {
                                ip = ref Unsafe.Add(ref ip, 2);
                                continue;
                            }
                            if (site.HasOneMethod())
                                Become(ref ip, Opcode.CallNullary);
                            window = A(ref ip);
                            if (window != B(ref ip))
                                Put(ref Unsafe.Add(ref r, window), receiver);
                            ip = ref Unsafe.Add(ref ip, 2);
                            goto SendCached;
                        }
                    }
                    at = A(ref ip);
                    if (at != B(ref ip))
                        Put(ref Unsafe.Add(ref r, at), receiver);
                    ip = ref Unsafe.Add(ref ip, 2);
                    goto SendNullary;
                }
                case Opcode.CallNullary:
                case Opcode.CallImplicit:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    entry = ref SiteAt(code, Unsafe.Add(ref ip, 1)).Newest;
                    if (T.IsInstrumented || !entry.IsFor(receiver, _clock) || entry.Kind <= FoundKind.HolderSlot)
                    {
                        Become(ref ip, (Opcode)(Op(ref ip) - 1)); // What it has been.
                        continue;
                    }
                    if (ReadsLiteral(entry, receiver, ref Unsafe.Add(ref r, A(ref ip))))
                    {
                        ip = ref Unsafe.Add(ref ip, 2);
                        if (!T.IsInstrumented && !T.IsProfiled && Op(ref ip) == (int)Opcode.CallImplicit)
                            goto case Opcode.CallImplicit;
                        continue;
                    }
                    window = A(ref ip);
                    if (window != B(ref ip))
                        Put(ref Unsafe.Add(ref r, window), receiver);
                    ip = ref Unsafe.Add(ref ip, 2);
                    goto SendCached;
                }
                case Opcode.SendImplicit:
                {
                    ref var self = ref Unsafe.Add(ref r, Code.SelfRegister);
                    ref var read = ref OwnReadAt(code, Unsafe.Add(ref ip, 1));
                    if (!T.IsInstrumented && self.Ref is { } o && ReferenceEquals(o.Shape, read.Shape) && read.Seen == _clock.Now)
                    {
                        ref var slot = ref SlotAt(read.Holder ?? o, read.Index);
                        if (IsPlain(slot))
                        {
                            ref var place = ref Unsafe.Add(ref r, A(ref ip));
                            ip = ref Unsafe.Add(ref ip, 2);
                            Put(ref place, slot);
                            if (!T.IsInstrumented && !T.IsProfiled && Op(ref ip) == (int)Opcode.SendImplicit)
                                goto case Opcode.SendImplicit;
                            continue;
                        }
                    }
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    if (!T.IsInstrumented && code.Locality == Locality.Body)
                    {
                        entry = ref EntryFor(site, self, _clock);
                        if (!Unsafe.IsNullRef(ref entry))
                        {
                            if (ReadsSlot(entry, self, ref Unsafe.Add(ref r, A(ref ip))))
                            {
                                ip = ref Unsafe.Add(ref ip, 2);
                                continue;
                            }
                            if (site.HasOneMethod())
                                BecomeCallOfSelf(ref ip);
                            window = A(ref ip);
                            Put(ref Unsafe.Add(ref r, window), self);
                            ip = ref Unsafe.Add(ref ip, 2);
                            goto SendCached;
                        }
                        if (FindImplicit(site, ref r, ref Unsafe.Add(ref r, A(ref ip))) is { } implied)
                        {
                            found = implied;
                            at = A(ref ip);
                            ip = ref Unsafe.Add(ref ip, 2);
                            goto SendFound;
                        }
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = SendImplicit(strand, at, site);
                    goto Sent;
                }
                case Opcode.Begin:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (!T.IsInstrumented)
                    {
                        entry = ref EntryFor(site, receiver, _clock);
                        var callee = Unsafe.IsNullRef(ref entry) ? OtherCallee(site, receiver) : MayBegin(entry, receiver) ? entry.Target : null;
                        if (callee is not null)
                        {
                            ref var place = ref Unsafe.Add(ref r, A(ref ip));
                            ip = ref Unsafe.Add(ref ip, 3);
                            Put(ref Unsafe.Add(ref place, 1), receiver);
                            Put(ref place, callee.Token);
                            continue;
                        }
                        if (!Unsafe.IsNullRef(ref entry) && BlockCalleeOf(site, entry.Target, receiver) is { } block)
                        {
                            ref var place = ref Unsafe.Add(ref r, A(ref ip));
                            ip = ref Unsafe.Add(ref ip, 3);
                            place = block.Token;
                            Unsafe.Add(ref place, 1) = block.Block!.Scope!;
                            continue;
                        }
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 3);
                    depth = Save(strand, code, ref ip);
                    if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                        goto Unwinding;
                    value = SendTo(strand, at, site, receiver);
                    goto Begun;
                }
                case Opcode.BeginNumber:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (receiver.Ref is null)
                    {
                        ref var place = ref Unsafe.Add(ref r, A(ref ip));
                        ip = ref Unsafe.Add(ref ip, 3);
                        Put(ref Unsafe.Add(ref place, 1), receiver.Num);
                        Put(ref place, 0.0);
                        continue;
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 3);
                    depth = Save(strand, code, ref ip);
                    value = SendTo(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)), receiver);
                    goto Begun;
                }
                case Opcode.BeginImplicit:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var self = ref Unsafe.Add(ref r, Code.SelfRegister);
                    if (!T.IsInstrumented && code.Locality == Locality.Body)
                    {
                        entry = ref EntryFor(site, self, _clock);
                        ref var place = ref Unsafe.Add(ref r, A(ref ip));
                        CallTarget? callee = null;
                        if (Unsafe.IsNullRef(ref entry))
                        {
                            callee = OtherImplicitCallee(site, ref r, ref Unsafe.Add(ref place, 1));
                        }
                        else if (MayBegin(entry, self))
                        {
                            callee = entry.Target;
                            Put(ref Unsafe.Add(ref place, 1), self);
                        }
                        if (callee is not null)
                        {
                            ip = ref Unsafe.Add(ref ip, 3);
                            place = callee.Token;
                            continue;
                        }
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 3);
                    depth = Save(strand, code, ref ip);
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = SendImplicit(strand, at, site);
                    goto Begun;
                }
                case Opcode.BeginLocal:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    var local = Unsafe.Add(ref r, B(ref ip));
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 3);
                    depth = Save(strand, code, ref ip);
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0 ? local : ReadLocal(strand, at, site, local);
                    goto Begun;
                }
                case Opcode.CallNumber:
                {
                    ref var left = ref Unsafe.Add(ref r, A(ref ip));
                    if (left.Ref is not null)
                        goto case Opcode.Call;
                    var x = Unsafe.Add(ref left, 1).Num;
                    ref var right = ref Unsafe.Add(ref left, 2);
                    if (right.Ref is null)
                    {
                        var operation = (Opcode)C(ref ip);
                        ip = ref Unsafe.Add(ref ip, 2);
                        if (operation == Opcode.Add)
                            Put(ref left, x + right.Num);
                        else if (operation == Opcode.Multiply)
                            Put(ref left, x * right.Num);
                        else if (operation == Opcode.Subtract)
                            Put(ref left, x - right.Num);
                        else
                            left = Calculate(operation, x, right.Num);
                        continue;
                    }
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    value = CallOperator(strand, SiteAt(code, Unsafe.Add(ref ip, -1)), x, at);
                    goto Slow;
                }
                case Opcode.Call:
                    at = A(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    goto Calling;
                case Opcode.SendWith:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    ref var argument = ref Unsafe.Add(ref r, C(ref ip));
                    if (T.IsInstrumented || !IsPlain(receiver) || !IsPlain(argument))
                        goto Jump1;
                    entry = ref EntryFor(site, receiver, _clock);
                    if (Unsafe.IsNullRef(ref entry))
                    {
                        if (OtherCallee(site, receiver) is not { } other)
                            goto Jump1;
                        target = other;
                        goto WithOne;
                    }
                    if (!entry.FitsArguments)
                        goto Jump1;
                    target = entry.Target!;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    if (target.Intrinsic != Intrinsic.None)
                    {
                        if (target.Intrinsic == Intrinsic.BlockCall)
                            goto BlockOne;
                        if (target.Intrinsic == Intrinsic.MapAt ? !Intrinsics.TryMapAt(Vm, receiver, argument, _nil, ref place) : !Intrinsics.TryCall(target.Intrinsic, receiver, argument, ref place))
                            goto Jump1;
                        ip = ref Unsafe.Add(ref ip, 3);
                        continue;
                    }
                    if (!MayBegin(entry, receiver))
                        goto Jump1;
                    goto WithOne;
                }
                case Opcode.SendWithTwo:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 3));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    ref var first = ref Unsafe.Add(ref r, C(ref ip));
                    ref var second = ref Unsafe.Add(ref r, Unsafe.Add(ref ip, 1));
                    if (T.IsInstrumented || !IsPlain(receiver) || !IsPlain(first) || !IsPlain(second))
                        goto Jump2;
                    entry = ref EntryFor(site, receiver, _clock);
                    if (Unsafe.IsNullRef(ref entry))
                    {
                        if (OtherCallee(site, receiver) is not { } other)
                            goto Jump2;
                        target = other;
                        goto WithTwo;
                    }
                    if (!entry.FitsArguments)
                        goto Jump2;
                    target = entry.Target!;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    if (target.Intrinsic == Intrinsic.AtPut)
                    {
                        if (!Intrinsics.TryReplace(receiver, first, second, ref place))
                            goto Jump2;
                        ip = ref Unsafe.Add(ref ip, 4);
                        continue;
                    }
                    if (target.Intrinsic == Intrinsic.BlockCall)
                        goto BlockTwo;
                    if (target.Intrinsic == Intrinsic.MapAt)
                    {
                        if (!Intrinsics.TryMapAt(Vm, receiver, first, second, ref place))
                            goto Jump2;
                        ip = ref Unsafe.Add(ref ip, 4);
                        continue;
                    }
                    if (target.Intrinsic == Intrinsic.MapAtPut)
                    {
                        if (!Intrinsics.TryMapAtPut(Vm, receiver, first, second, ref place))
                            goto Jump2;
                        ip = ref Unsafe.Add(ref ip, 4);
                        continue;
                    }
                    if (!MayBegin(entry, receiver))
                        goto Jump2;
                    goto WithTwo;
                }
                case Opcode.SendWithThree:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 4));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (T.IsInstrumented || !IsPlain(receiver) || !IsPlain(Unsafe.Add(ref r, C(ref ip))) || !IsPlain(Unsafe.Add(ref r, Unsafe.Add(ref ip, 1))) || !IsPlain(Unsafe.Add(ref r, Unsafe.Add(ref ip, 2))))
                        goto Jump3;
                    entry = ref EntryFor(site, receiver, _clock);
                    if (Unsafe.IsNullRef(ref entry))
                    {
                        if (OtherCallee(site, receiver) is not { } other)
                            goto Jump3;
                        target = other;
                    }
                    else
                    {
                        if (!MayBegin(entry, receiver))
                            goto Jump3;
                        target = entry.Target!;
                    }
                    window = A(ref ip);
                    ref var place = ref Unsafe.Add(ref r, window);
                    Put(ref Unsafe.Add(ref place, 1), receiver);
                    if (C(ref ip) != window + 2)
                        Put(ref Unsafe.Add(ref place, 2), Unsafe.Add(ref r, C(ref ip)));
                    if (Unsafe.Add(ref ip, 1) != window + 3)
                        Put(ref Unsafe.Add(ref place, 3), Unsafe.Add(ref r, Unsafe.Add(ref ip, 1)));
                    if (Unsafe.Add(ref ip, 2) != window + 4)
                        Put(ref Unsafe.Add(ref place, 4), Unsafe.Add(ref r, Unsafe.Add(ref ip, 2)));
                    ip = ref Unsafe.Add(ref ip, 5);
                    if (target.Builtin is null)
                        goto Enter;
                    goto CallingEager;
                }
                case Opcode.ReadSlot:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (T.IsInstrumented || !IsPlain(receiver))
                    {
                        if (T.IsInstrumented || r.Ref is null || A(ref ip) < Code.FirstRegister + code.NameCount)
                            goto Jump1;
                        receiver = ref Behind(code, ref r, B(ref ip));
                        if (!IsPlain(receiver))
                            goto Jump1;
                    }
                    ref var read = ref OwnReadAt(code, Unsafe.Add(ref ip, 2));
                    if (receiver.Ref is { } o && ReferenceEquals(o.Shape, read.Shape) && read.Seen == _clock.Now)
                    {
                        ref var slot = ref SlotAt(read.Holder ?? o, read.Index);
                        if (IsPlain(slot))
                        {
                            ref var place = ref Unsafe.Add(ref r, A(ref ip));
                            ip = ref Unsafe.Add(ref ip, 3);
                            Put(ref place, slot);
                            continue;
                        }
                    }
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    entry = ref EntryFor(site, receiver, _clock);
                    var isRead = Unsafe.IsNullRef(ref entry)
                        ? FindsSlot(site, receiver, B(ref ip) == Code.SelfRegister, ref r, ref Unsafe.Add(ref r, A(ref ip)))
                        : ReadsSlot(entry, receiver, ref Unsafe.Add(ref r, A(ref ip)));
                    if (!isRead)
                    {
                        if (!Unsafe.IsNullRef(ref entry) && site.HasNothingToRead())
                            Become(ref ip, Opcode.SkipRead);
                        goto Jump1;
                    }
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.SkipRead:
                    goto Jump1;
                case Opcode.SendGeneric:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    at = A(ref ip);
                    var b = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    var receiver = b == Opcodes.NoRegister ? new Value(Sentinels.Absent) : Unsafe.Add(ref r, b);
                    if (T.IsInstrumented && !Count(site, b == Opcodes.NoRegister ? Kind.Locals : KindOf(receiver)))
                        goto Unwinding;
                    value = b != Opcodes.NoRegister ? SendTo(strand, at, site, receiver) : ReadMoved(strand, at, site) ?? SendImplicit(strand, at, site);
                    goto Sent;
                }
                case Opcode.Return:
                {
                    depth = strand.Depth;
                    ref var record = ref RecordAt(strand, depth);
                    if (r.Ref is not null || B(ref ip) != 0)
                    {
                        value = Unsafe.Add(ref r, A(ref ip));
                        if (r.Ref?.Payload is Activation { PendingStop: not StopKind.None } activation && record.Target is not null)
                        {
                            strand.Depth--;
                            _resultPlace = record.Base;
                            return Vm.StopWith(activation.PendingStop, value);
                        }
                        if (B(ref ip) != 0 && record.Target!.Block!.PassStops)
                        {
                            record.Pc = 0;
                            return Vm.StopWith(StopKind.Return, value);
                        }
                    }
                    ref var result = ref Unsafe.Add(ref r, A(ref ip));
                    strand.Depth = --depth;
                    ref var below = ref Unsafe.Add(ref record, -1);
                    if (below.Code is not { } caller || depth == 0 || _reifyEvery != 0)
                    {
                        _resultPlace = record.Base;
                        return ReturnTo(result);
                    }
                    // A callee's window is the caller's from the register of the result on: r is where the value goes.
                    Put(ref r, result);
                    code = caller;
                    r = ref Unsafe.Add(ref r, below.Base - record.Base);
                    ip = ref At(code, (uint)below.Pc);
                    continue;
                }
                case Opcode.Jump:
                    goto Jump1;
                case Opcode.Back:
                    ip = ref At(code, Unsafe.Add(ref ip, 1));
                    if (T.IsInstrumented ? !Vm.BackEdge() : _host.Interrupt)
                        goto Interrupted;
                    continue;
                case Opcode.Guard:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (!site.Newest.IsFor(receiver, _clock) && !Finds(site, receiver))
                        goto Jump1;
                    if (T.IsInstrumented && !Count(site, KindOf(Unsafe.Add(ref r, B(ref ip)))))
                        goto Aborted;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.GuardSetter:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (!site.KnowsSetter(receiver) && !LearnSetter(site, receiver))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.GuardUpdate:
                {
                    ref var setter = ref Unsafe.Add(ref r, A(ref ip));
                    if (!setter.Is(Sentinels.Moved) && !IsLocalsUpdate(setter))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 2);
                    continue;
                }
                case Opcode.Note:
                    if (T.IsInstrumented && !Count(SiteAt(code, Unsafe.Add(ref ip, 1)), Kind.Locals))
                        goto Aborted;
                    ip = ref Unsafe.Add(ref ip, 2);
                    continue;
                case Opcode.JumpIfFalse:
                {
                    ref var test = ref Unsafe.Add(ref r, A(ref ip));
                    if (ReferenceEquals(test.Ref, _false.Ref) || ReferenceEquals(test.Ref, _nil.Ref))
                        goto Jump1;
                    if (!ReferenceEquals(test.Ref, _true.Ref) && (test.Ref is not { } o || o.Shape.TrueEpoch != _asBoolean.Epoch))
                    {
                        var truth = Truth(test);
                        if (truth is null)
                            goto Jump2;
                        if (truth == false)
                            goto Jump1;
                    }
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessLocal:
                {
                    if (Unsafe.Add(ref r, A(ref ip)).Ref is not { } o || (o.Flags & ObjectFlags.SlowRead) != 0) // Nil, too, may have been made activatable.
                        goto Jump2;
                    if (ReferenceEquals(o, _false.Ref) || ReferenceEquals(o, _nil.Ref))
                        goto Jump1;
                    if (!ReferenceEquals(o, _true.Ref) && (o.Shape.TrueEpoch != _asBoolean.Epoch))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessTrue:
                {
                    ref var test = ref Unsafe.Add(ref r, A(ref ip));
                    if (ReferenceEquals(test.Ref, _false.Ref) || ReferenceEquals(test.Ref, _nil.Ref))
                        goto Jump1;
                    if (test.Ref is not null && !ReferenceEquals(test.Ref, _true.Ref))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.Judge:
                {
                    Judge(ref Unsafe.Add(ref r, A(ref ip)));
                    ip = ref Unsafe.Add(ref ip, 1);
                    continue;
                }
                case Opcode.AndOr:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    if (!T.IsInstrumented && !site.Newest.IsFor(receiver, _clock))
                    {
                        // Where the built-in is a plain value, as of nil and false mostly, the general form's message reads it.
                        ref var general = ref At(code, Unsafe.Add(ref ip, 1));
                        if (Op(ref general) == (int)Opcode.Send && SiteAt(code, Unsafe.Add(ref general, 1)) is var other && other.Newest.IsFor(receiver, _clock)
                            && ReadsSlot(other.Newest, receiver, ref Unsafe.Add(ref r, A(ref general))))
                        {
                            ip = ref Unsafe.Add(ref general, 2);
                            continue;
                        }
                    }
                    if (!site.Newest.IsFor(receiver, _clock) && !EvaluatesArgument(site, receiver))
                        goto Jump1;
                    if (T.IsInstrumented && !Count(site, KindOf(Unsafe.Add(ref r, B(ref ip)))))
                        goto Aborted;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.Truth:
                {
                    ref var test = ref Unsafe.Add(ref r, B(ref ip));
                    isTrue = test.Ref is null || ReferenceEquals(test.Ref, _true.Ref);
                    if (isTrue || ReferenceEquals(test.Ref, _false.Ref) || ReferenceEquals(test.Ref, _nil.Ref))
                        goto Answer;
                    Put(ref Unsafe.Add(ref r, A(ref ip)), test);
                    goto Jump1;
                }
                case Opcode.Add:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, left.Num + right.Num);
                    continue;
                }
                case Opcode.Subtract:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, left.Num - right.Num);
                    continue;
                }
                case Opcode.Multiply:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, left.Num * right.Num);
                    continue;
                }
                case Opcode.Divide:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, left.Num / right.Num);
                    continue;
                }
                case Opcode.Remainder:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    Put(ref place, Remainder(left.Num, right.Num));
                    continue;
                }
                case Opcode.Less:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    isTrue = left.Num < right.Num;
                    goto Answer;
                }
                case Opcode.LessOrEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    isTrue = left.Num <= right.Num;
                    goto Answer;
                }
                case Opcode.Greater:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    isTrue = left.Num > right.Num;
                    goto Answer;
                }
                case Opcode.GreaterOrEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind1;
                    isTrue = left.Num >= right.Num;
                    goto Answer;
                }
                case Opcode.Equal:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is null && right.Ref is null)
                    {
                        isTrue = left.Num == right.Num;
                        goto Answer;
                    }
                    var holds = Compare(Opcode.Equal, left, right);
                    if (holds < 0)
                        goto Behind1;
                    isTrue = holds != 0;
                    goto Answer;
                }
                case Opcode.NotEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is null && right.Ref is null)
                    {
                        isTrue = left.Num != right.Num;
                        goto Answer;
                    }
                    var holds = Compare(Opcode.NotEqual, left, right);
                    if (holds < 0)
                        goto Behind1;
                    isTrue = holds != 0;
                    goto Answer;
                }
                case Opcode.AddConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind2;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    var right = ConstantAt(code, Unsafe.Add(ref ip, 1)).Num;
                    ip = ref Unsafe.Add(ref ip, 3);
                    Put(ref place, left.Num + right);
                    continue;
                }
                case Opcode.SubtractConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind2;
                    ref var place = ref Unsafe.Add(ref r, A(ref ip));
                    var right = ConstantAt(code, Unsafe.Add(ref ip, 1)).Num;
                    ip = ref Unsafe.Add(ref ip, 3);
                    Put(ref place, left.Num - right);
                    continue;
                }
                case Opcode.JumpUnlessLess:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind2;
                    if (!(left.Num < right.Num))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessLessOrEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind2;
                    if (!(left.Num <= right.Num))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessGreater:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind2;
                    if (!(left.Num > right.Num))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessGreaterOrEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is not null || right.Ref is not null)
                        goto Behind2;
                    if (!(left.Num >= right.Num))
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is null && right.Ref is null)
                    {
                        if (left.Num != right.Num)
                            goto Jump1;
                        ip = ref Unsafe.Add(ref ip, 3);
                        continue;
                    }
                    var holds = Compare(Opcode.Equal, left, right);
                    if (holds < 0)
                        goto Behind2;
                    if (holds == 0)
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessNotEqual:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref Unsafe.Add(ref r, C(ref ip));
                    if (left.Ref is null && right.Ref is null)
                    {
                        if (left.Num == right.Num)
                            goto Jump1;
                        ip = ref Unsafe.Add(ref ip, 3);
                        continue;
                    }
                    var holds = Compare(Opcode.NotEqual, left, right);
                    if (holds < 0)
                        goto Behind2;
                    if (holds == 0)
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.JumpUnlessLessConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind3;
                    if (!(left.Num < ConstantAt(code, Unsafe.Add(ref ip, 1)).Num))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.JumpUnlessLessOrEqualConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind3;
                    if (!(left.Num <= ConstantAt(code, Unsafe.Add(ref ip, 1)).Num))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.JumpUnlessGreaterConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind3;
                    if (!(left.Num > ConstantAt(code, Unsafe.Add(ref ip, 1)).Num))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.JumpUnlessGreaterOrEqualConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    if (left.Ref is not null)
                        goto Behind3;
                    if (!(left.Num >= ConstantAt(code, Unsafe.Add(ref ip, 1)).Num))
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.JumpUnlessEqualConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref ConstantAt(code, Unsafe.Add(ref ip, 1));
                    if (left.Ref is null && right.Ref is null)
                    {
                        if (left.Num != right.Num)
                            goto Jump2;
                        ip = ref Unsafe.Add(ref ip, 4);
                        continue;
                    }
                    var holds = Compare(Opcode.Equal, left, right);
                    if (holds < 0)
                        goto Behind3;
                    if (holds == 0)
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.JumpUnlessNotEqualConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, B(ref ip));
                    ref var right = ref ConstantAt(code, Unsafe.Add(ref ip, 1));
                    if (left.Ref is null && right.Ref is null)
                    {
                        if (left.Num == right.Num)
                            goto Jump2;
                        ip = ref Unsafe.Add(ref ip, 4);
                        continue;
                    }
                    var holds = Compare(Opcode.NotEqual, left, right);
                    if (holds < 0)
                        goto Behind3;
                    if (holds == 0)
                        goto Jump2;
                    ip = ref Unsafe.Add(ref ip, 4);
                    continue;
                }
                case Opcode.ForNumber:
                    if (Unsafe.Add(ref r, A(ref ip)).Ref is not null)
                        goto Jump1;
                    ip = ref Unsafe.Add(ref ip, 2);
                    continue;
                case Opcode.GoOn:
                {
                    at = A(ref ip);
                    var b = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    var frame = ControlFrameAt(strand, depth, SiteAt(code, Unsafe.Add(ref ip, -1)).Control!);
                    frame.Value = Unsafe.Add(ref r, b);
                    value = PushItem(frame, strand.Records[depth].Base + at);
                    goto Exit;
                }
                case Opcode.ForBegin:
                {
                    ref var index = ref Unsafe.Add(ref r, A(ref ip));
                    if (IsOver(index.Num, Unsafe.Add(ref index, 1).Num, Unsafe.Add(ref index, 2).Num))
                        goto Jump1;
                    if (B(ref ip) > 0 && r.Ref is null && code.Locality == Locality.Body)
                        Put(ref Unsafe.Add(ref r, B(ref ip)), index.Num);
                    else
                        SetVariable(strand, SiteAt(code, Unsafe.Add(ref ip, 2)), B(ref ip), index);
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.ForNext:
                {
                    if (T.IsInstrumented ? !Vm.BackEdge() : _host.Interrupt)
                        goto Interrupted;
                    ref var index = ref Unsafe.Add(ref r, A(ref ip));
                    var step = Unsafe.Add(ref index, 2).Num;
                    var next = index.Num + step;
                    Put(ref index, next);
                    if (IsOver(next, Unsafe.Add(ref index, 1).Num, step))
                    {
                        ip = ref Unsafe.Add(ref ip, 3);
                        continue;
                    }
                    var variable = B(ref ip);
                    if (variable > 0 && r.Ref is null && code.Locality == Locality.Body)
                        Put(ref Unsafe.Add(ref r, variable), next);
                    else
                        SetVariable(strand, SiteAt(code, Unsafe.Add(ref ip, 2)), variable, next);
                    ip = ref At(code, Unsafe.Add(ref ip, 1));
                    continue;
                }
                case Opcode.RepeatBegin:
                {
                    ref var count = ref Unsafe.Add(ref r, A(ref ip));
                    Put(ref Unsafe.Add(ref count, 1), 0.0);
                    if (!(count.Num > 0))
                        goto Jump1;
                    if (SiteAt(code, Unsafe.Add(ref ip, 2)) is { Variable: not null } site)
                        SetVariable(strand, site, B(ref ip), 0.0);
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.RepeatNext:
                {
                    if (T.IsInstrumented ? !Vm.BackEdge() : _host.Interrupt)
                        goto Interrupted;
                    ref var count = ref Unsafe.Add(ref r, A(ref ip));
                    ref var index = ref Unsafe.Add(ref count, 1);
                    var next = index.Num + 1;
                    Put(ref index, next);
                    if (!(next < count.Num))
                    {
                        ip = ref Unsafe.Add(ref ip, 3);
                        continue;
                    }
                    if (SiteAt(code, Unsafe.Add(ref ip, 2)) is { Variable: not null } site)
                        SetVariable(strand, site, B(ref ip), next);
                    goto Jump1;
                }
                case Opcode.ForeachBegin:
                case Opcode.ForeachNext:
                {
                    ref var collection = ref Unsafe.Add(ref r, A(ref ip));
                    ref var index = ref Unsafe.Add(ref collection, 1);
                    var isNext = Op(ref ip) == (int)Opcode.ForeachNext;
                    if (isNext)
                    {
                        if (T.IsInstrumented ? !Vm.BackEdge() : _host.Interrupt)
                            goto Interrupted;
                        Put(ref index, index.Num + 1);
                    }
                    else
                    {
                        Put(ref index, 0.0);
                    }
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    var isOver = !NextItem(strand, site, collection, (int)index.Num, ref (code.Locality == Locality.Body ? ref r : ref Unsafe.NullRef<Value>()));
                    ip = ref isOver != isNext ? ref At(code, Unsafe.Add(ref ip, 1)) : ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.SetSlot:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    at = A(ref ip);
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    ref var assigned = ref Unsafe.Add(ref r, C(ref ip));
                    ip = ref Unsafe.Add(ref ip, 2);
                    if (!T.IsInstrumented && receiver.Ref is { } o && ReferenceEquals(o.Shape, site.Before) && ReferenceEquals(o.Shape, site.After)
                        && (o.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Sentinel)) == 0 && TryStore(o, site.SlotIndex, assigned))
                    {
                        Put(ref Unsafe.Add(ref r, at), assigned);
                        continue;
                    }
                    depth = Save(strand, code, ref ip);
                    value = WriteSlot(site, receiver, assigned);
                    goto Slow;
                }
                case Opcode.StoreSlot:
                {
                    ref var receiver = ref Unsafe.Add(ref r, B(ref ip));
                    ref var assigned = ref Unsafe.Add(ref r, C(ref ip));
                    if (T.IsInstrumented || !IsPlain(receiver) || !IsPlain(assigned))
                        goto Jump1;
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    if (receiver.Ref is { } o && ReferenceEquals(o.Shape, site.Before) && ReferenceEquals(o.Shape, site.After) && site.SetterEpoch == site.Name.Epoch
                        && (o.Flags & ObjectFlags.Image) == 0 && MayStore(o, site.SlotIndex, assigned))
                    {
                        o.Flags |= ObjectFlags.Dirty;
                        if (A(ref ip) != C(ref ip))
                            Put(ref Unsafe.Add(ref r, A(ref ip)), assigned);
                        ip = ref Unsafe.Add(ref ip, 3);
                        Put(ref SlotAt(o, site.SlotIndex), assigned);
                        continue;
                    }
                    if (!StoresSlot(site, receiver, assigned))
                        goto Jump1;
                    if (A(ref ip) != C(ref ip))
                        Put(ref Unsafe.Add(ref r, A(ref ip)), assigned);
                    ip = ref Unsafe.Add(ref ip, 3);
                    continue;
                }
                case Opcode.UpdateSlot:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    ref var assigned = ref Unsafe.Add(ref r, B(ref ip));
                    if (!T.IsInstrumented && r.Ref is null && code.Locality == Locality.Body && Unsafe.Add(ref r, Code.SelfRegister).Ref is { } self && ReferenceEquals(self.Shape, site.Before)
                        && (self.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0 && MayStore(self, site.SlotIndex, assigned))
                    {
                        self.Flags |= ObjectFlags.Dirty;
                        if (A(ref ip) != B(ref ip))
                            Put(ref Unsafe.Add(ref r, A(ref ip)), assigned);
                        ip = ref Unsafe.Add(ref ip, 2);
                        Put(ref SlotAt(self, site.SlotIndex), assigned);
                        continue;
                    }
                    at = A(ref ip);
                    window = B(ref ip);
                    ip = ref Unsafe.Add(ref ip, 2);
                    goto Updating;
                }
                case Opcode.UpdateConstant:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 2));
                    ref var assigned = ref Unsafe.Add(ref r, A(ref ip));
                    Put(ref assigned, ConstantAt(code, Unsafe.Add(ref ip, 1)));
                    if (!T.IsInstrumented && r.Ref is null && code.Locality == Locality.Body && Unsafe.Add(ref r, Code.SelfRegister).Ref is { } self && ReferenceEquals(self.Shape, site.Before)
                        && (self.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0 && MayStore(self, site.SlotIndex, assigned))
                    {
                        self.Flags |= ObjectFlags.Dirty;
                        ip = ref Unsafe.Add(ref ip, 3);
                        Put(ref SlotAt(self, site.SlotIndex), assigned);
                        continue;
                    }
                    at = A(ref ip);
                    window = at;
                    ip = ref Unsafe.Add(ref ip, 3);
                    goto Updating;
                }
                case Opcode.Evaluate:
                {
                    var site = SiteAt(code, Unsafe.Add(ref ip, 1));
                    at = A(ref ip);
                    var isOwn = B(ref ip) != 0;
                    ip = ref Unsafe.Add(ref ip, 2);
                    depth = Save(strand, code, ref ip);
                    var locals = LocalsOf(strand);
                    value = EvalChain(site.Chain, isOwn ? Unsafe.Add(ref r, Code.SelfRegister) : locals, locals, strand.Records[depth].Base + at);
                    goto Exit;
                }
                default:
                    throw NoInstruction(ip);
            }

        Answer:
            Put(ref Unsafe.Add(ref r, A(ref ip)), isTrue ? _true.Ref! : _false.Ref!);
            ip = ref Unsafe.Add(ref ip, 2);
            continue;

        Jump1: // The operands are not of the quick way's kind: where the general one is, is told by the word at this distance.
            ip = ref At(code, Unsafe.Add(ref ip, 1));
            continue;
        Jump2:
            ip = ref At(code, Unsafe.Add(ref ip, 2));
            continue;
        Jump3:
            ip = ref At(code, Unsafe.Add(ref ip, 3));
            continue;

        Behind1: // The same where locals that have moved may be such operands.
            if (r.Ref is null)
                goto Jump1;
            goto Behind;
        Behind2:
            if (r.Ref is null)
                goto Jump2;
            goto Behind;
        Behind3:
            if (r.Ref is null)
                goto Jump3;
        Behind:
            ip = ref StepBehind(code, ref ip, ref r);
            continue;

        Assigning: // The value is in register at, the local is register window.
            {
                var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                ref var assigned = ref Unsafe.Add(ref r, at);
                ref var local = ref Unsafe.Add(ref r, window);
                if (!T.IsInstrumented && r.Ref is { } moved && WritesMoved(site, local, moved, assigned))
                    continue;
                depth = Save(strand, code, ref ip);
                value = Assign<T>(strand, at, site, ref local, assigned);
                goto Slow;
            }

        Updating: // The value is in register window, the answer goes to register at.
            {
                var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                ref var assigned = ref Unsafe.Add(ref r, window);
                if (!T.IsInstrumented && code.Locality == Locality.Body && r.Ref is { } moved && UpdatesBehind(site, moved, assigned))
                {
                    if (at != window)
                        Put(ref Unsafe.Add(ref r, at), assigned);
                    continue;
                }
                depth = Save(strand, code, ref ip);
                var given = assigned;
                value = UpdateSelf(strand, at, site, given);
                if (T.IsInstrumented)
                    NoteSetter(site, value, given);
                goto Slow;
            }

        SendNullary:
            {
                var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                ref var receiver = ref Unsafe.Add(ref r, at);
                if (!T.IsInstrumented && site.Other(ref receiver, _numberShape) is { } other)
                {
                    found = other;
                    goto SendFound;
                }
                depth = Save(strand, code, ref ip);
                if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                    goto Unwinding;
                value = SendTo(strand, at, site, receiver);
                goto Sent;
            }

        SendCached: // The receiver is in place, and the entry of the cache, which is no plain slot, is for it.
            {
                var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                ref var place = ref Unsafe.Add(ref r, window);
                if (site.IsInPlace)
                {
                    if (entry.Kind == FoundKind.Method || (entry.Kind == FoundKind.OwnMethod && ReferenceEquals(place.Ref, entry.Holder)))
                    {
                        target = entry.Target!;
                        Put(ref Unsafe.Add(ref place, 1), place);
                        goto Enter;
                    }
                    if (entry.Kind == FoundKind.Eager && entry.Target!.Intrinsic != Intrinsic.None && place.Ref is { } o && Intrinsics.TryNullary(Vm, entry.Target.Intrinsic, o, ref place))
                        continue;
                    if (entry.Kind == FoundKind.Control && BlockCalleeOf(site, entry.Target, place) is { } block)
                    {
                        target = block;
                        goto Enter;
                    }
                }
                at = window;
                depth = Save(strand, code, ref ip);
                value = entry.Kind == FoundKind.Eager && site.IsInPlace ? CallNullary(strand, at, site, place, entry.Target!) : Use(strand, at, site, place, entry.Found!);
                goto Sent;
            }

        SendFound: // The same for another entry, whatever it has found.
            {
                ref var place = ref Unsafe.Add(ref r, at);
                _hits++;
                if (ReferenceEquals(found, Site.HasRead))
                    continue;
                if (found.FitsArguments && (found.Kind == FoundKind.Method || (found.Kind == FoundKind.OwnMethod && found.IsOwnOf(place))))
                {
                    target = found.Target!;
                    window = at;
                    Put(ref Unsafe.Add(ref place, 1), place);
                    goto Enter;
                }
                depth = Save(strand, code, ref ip);
                value = Use(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)), place, found);
                goto Sent;
            }

        Sent: // A message without arguments in place: its value is known, or its callee is called at once.
            if (strand.Depth < depth)
                return value; // All frames have become portable.
            if (value.Ref is { Flags: var sentFlags } && (sentFlags & ObjectFlags.Sentinel) != 0)
            {
                r = ref strand.Registers[Newest(strand).Base];
                if (value.Is(CallNextObject) || value.Is(ArgumentsNextObject))
                    goto Calling;
                goto Exit;
            }
            Unsafe.Add(ref r, at) = value;
            continue;

        Begun: // A message whose arguments are in place: they come next, unless its value is known or it is called without them.
            if (strand.Depth < depth)
                return value;
            if (value.Ref is { Flags: var begunFlags } && (begunFlags & ObjectFlags.Sentinel) != 0)
            {
                if (value.Is(ArgumentsNextObject))
                    continue;
                if (value.Is(CallNextObject))
                {
                    ip = ref At(code, (uint)SiteAt(code, Unsafe.Add(ref ip, -1)).CallPc);
                    continue;
                }
                if (value.Is(PushedObject))
                    strand.Records[depth].Pc = SiteAt(code, Unsafe.Add(ref ip, -1)).NextPc; // The records may have moved.
                goto Exit;
            }
            ip = ref At(code, (uint)SiteAt(code, Unsafe.Add(ref ip, -1)).NextPc);
            Unsafe.Add(ref r, at) = value;
            continue;

        Calling:
            {
                ref var place = ref Unsafe.Add(ref r, at);
                target = Unsafe.As<CallTarget>(place.Ref!.Payload!);
                window = at;
                if (target.Builtin is null)
                    goto Enter;
                if (!T.IsInstrumented && target.Intrinsic != Intrinsic.None && Intrinsics.TryCallWindow(Vm, target.Intrinsic, SiteAt(code, Unsafe.Add(ref ip, -1)).Count, ref place))
                    continue;
                depth = Save(strand, code, ref ip);
                value = CallEager<T>(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)), target);
                goto Slow;
            }

        BlockOne: // The instruction is a SendWith or SendWithTwo, and what its message finds is the call of blocks.
            if (BlockCallee(SiteAt(code, Unsafe.Add(ref ip, 2)), Unsafe.Add(ref r, B(ref ip))) is not { } one)
                goto Jump1;
            target = one;
            goto WithOne;

        BlockTwo:
            if (BlockCallee(SiteAt(code, Unsafe.Add(ref ip, 3)), Unsafe.Add(ref r, B(ref ip))) is not { } two)
                goto Jump2;
            target = two;
            goto WithTwo;

        WithOne: // The instruction is a SendWith, its operands are plain, and its callee may be called.
            {
                window = A(ref ip);
                ref var place = ref Unsafe.Add(ref r, window);
                Put(ref Unsafe.Add(ref place, 1), Unsafe.Add(ref r, B(ref ip)));
                if (C(ref ip) != window + 2)
                    Put(ref Unsafe.Add(ref place, 2), Unsafe.Add(ref r, C(ref ip)));
                ip = ref Unsafe.Add(ref ip, 3);
                if (target.Builtin is null)
                    goto Enter;
                goto CallingEager;
            }

        WithTwo: // The same for a SendWithTwo.
            {
                window = A(ref ip);
                ref var place = ref Unsafe.Add(ref r, window);
                Put(ref Unsafe.Add(ref place, 1), Unsafe.Add(ref r, B(ref ip)));
                if (C(ref ip) != window + 2)
                    Put(ref Unsafe.Add(ref place, 2), Unsafe.Add(ref r, C(ref ip)));
                if (Unsafe.Add(ref ip, 1) != window + 3)
                    Put(ref Unsafe.Add(ref place, 3), Unsafe.Add(ref r, Unsafe.Add(ref ip, 1)));
                ip = ref Unsafe.Add(ref ip, 4);
                if (target.Builtin is null)
                    goto Enter;
            }

        CallingEager:
            at = window;
            depth = Save(strand, code, ref ip);
            value = CallEager<T>(strand, at, SiteAt(code, Unsafe.Add(ref ip, -1)), target);
            goto Slow;

        Enter: // Self and arguments are in place.
            {
                var site = SiteAt(code, Unsafe.Add(ref ip, -1));
                var block = target.Block!;
                var callee = CodeOf(block);
                if (!T.IsInstrumented && callee.IsLiteral && site.Count == 0 && site.IsInPlace)
                {
                    target.IsLiteral = true;
                    Put(ref Unsafe.Add(ref r, window), callee.Literal);
                    continue;
                }
                ref var caller = ref RecordAt(strand, strand.Depth);
                caller.Pc = PlaceOf(code, ref ip);
                var tailRun = site.State is null ? caller.TailRun + 1 : 0;
                if (caller.Base + window + callee.Size > strand.Registers.Length || strand.Depth + 2 > strand.Records.Length || tailRun >= MostTailRun || callee.FormalCount != site.Count
                    || (!T.IsInstrumented && _host.Interrupt))
                {
                    value = EnterSlowly(strand, target, window, site, tailRun);
                    if (value.Ref is not null)
                        goto Exit;
                    code = Newest(strand).Code!;
                    r = ref strand.Registers[Newest(strand).Base];
                    ip = ref At(code, 0);
                    continue;
                }
                r = ref Unsafe.Add(ref r, window);
                Put(ref r, 0.0);
                ref var record = ref Unsafe.Add(ref caller, 1);
                record.Base = caller.Base + window;
                record.Owner = ++strand.Depth;
                record.TailRun = tailRun;
                // Stores of references cost a write barrier; in a loop the record mostly holds the same already.
                if (!ReferenceEquals(record.Target, target))
                    record.Target = target;
                if (record.Sender is not null)
                    record.Sender = null;
                if (!ReferenceEquals(record.Code, callee))
                    record.Code = callee;
                if (block.Scope is { } scope)
                    Put(ref Unsafe.Add(ref r, Code.SelfRegister), scope);
                code = callee;
                for (var filled = callee.FormalCount; filled < callee.NameCount; filled++)
                    Put(ref Unsafe.Add(ref r, Code.FirstRegister + filled), Sentinels.Absent);
                ip = ref At(code, 0);
                continue;
            }

        Slow: // A value, or something that somebody else must look at.
            if ((value.Ref is { Flags: var slowFlags } && (slowFlags & ObjectFlags.Sentinel) != 0) || _watch.IsTouched)
            {
                if (value.Is(CallNextObject) || value.Is(ArgumentsNextObject))
                {
                    r = ref strand.Registers[Newest(strand).Base];
                    goto Calling;
                }
                if (value.IsUnwind || value.Is(PushedObject))
                    goto Exit;
                value = Attend(value);
                if (strand.Depth != depth)
                    return value;
            }
            r = ref strand.Registers[Newest(strand).Base];
            Unsafe.Add(ref r, at) = value;
            continue;

        Interrupted: // At a safepoint: the run ends, or goes on at this instruction when the loop is entered again.
            if (!T.IsInstrumented && Vm.CheckInterrupt())
            {
                _ = Save(strand, code, ref ip);
                return _pushed;
            }
        Aborted:
            _ = Save(strand, code, ref ip);
        Unwinding:
            value = _unwind;
        Exit:
            return value;
        }
    }
}
