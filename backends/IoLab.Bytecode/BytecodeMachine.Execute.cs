using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>The loop.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>
    /// Runs the newest record, which is code, and whatever it calls and returns to. Answers when somebody else must decide: <see cref="PushedObject"/> for a record that is to be
    /// stepped, Unwind for a stop, or the value of the last code record above something that is none.
    /// </summary>
    private Value Execute<T>()
        where T : IMode
    {
        var strand = _strand;
        var depth = strand.Depth;
        ref var record = ref strand.Records[depth];
        var code = record.Code!;
        var pc = record.Pc;
        ref var words = ref MemoryMarshal.GetArrayDataReference(code.Words);
        ref var r = ref strand.Registers[record.Base];
        Value value;
        CallTarget target;
        double x, y;
        _numberShape = Vm.World.Number.Shape;
        while (true)
        {
            var word = Unsafe.Add(ref words, pc);
            var a = (int)(word >> 8) & 255;
            if (T.IsInstrumented)
                _executed[word & 255]++;
            if (T.IsProfiled)
                _recorder!.Note(strand, code, pc);
            switch ((Opcode)(word & 255))
            {
                case Opcode.Load:
                    Unsafe.Add(ref r, a) = code.Constants[Unsafe.Add(ref words, pc + 1)];
                    pc += 2;
                    continue;
                case Opcode.Move:
                    Unsafe.Add(ref r, a) = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    pc++;
                    continue;
                case Opcode.GetLocal:
                {
                    var local = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    pc += 2;
                    if (local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0)
                    {
                        if (T.IsInstrumented && !Count(code.Sites[Unsafe.Add(ref words, pc - 1)], Kind.Locals))
                            goto Unwinding;
                        Unsafe.Add(ref r, a) = local;
                        continue;
                    }
                    goto SlowLocal;
                }
                case Opcode.GetOuter:
                    pc += 2;
                    goto SlowLocal;
                case Opcode.SetLocal:
                {
                    ref var local = ref Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    var assigned = Unsafe.Add(ref r, a);
                    pc += 2;
                    if (!T.IsInstrumented && (local.Ref is null || (local.Ref.Flags & ObjectFlags.Sentinel) == 0))
                    {
                        if (assigned.Ref is null)
                            local = new Value(assigned.Num);
                        else
                            local = assigned;
                        continue;
                    }
                    record.Pc = pc;
                    value = Assign<T>(strand, a, code.Sites[Unsafe.Add(ref words, pc - 1)], ref local, assigned);
                    goto Slow;
                }
                case Opcode.SetOuter:
                    pc += 2;
                    record.Pc = pc;
                    value = Assign<T>(strand, a, code.Sites[Unsafe.Add(ref words, pc - 1)], ref Unsafe.Add(ref OwnerWindow(strand), (int)(word >> 16) & 255), Unsafe.Add(ref r, a));
                    goto Slow;
                case Opcode.GetSelf:
                {
                    pc += 2;
                    var self = Unsafe.Add(ref r, Code.SelfRegister);
                    if (!T.IsInstrumented && r.Ref is null && code.Locality == Locality.Body && (self.Ref is null || (self.Ref.Flags & ObjectFlags.SlowRead) == 0))
                    {
                        Unsafe.Add(ref r, a) = self;
                        continue;
                    }
                    record.Pc = pc;
                    value = ReadSelf<T>(strand, a, code.Sites[Unsafe.Add(ref words, pc - 1)]);
                    goto Slow;
                }
                case Opcode.SendLocal:
                {
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    if (receiver.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) != 0)
                    {
                        pc = (int)Unsafe.Add(ref words, pc + 1);
                        continue;
                    }
                    Unsafe.Add(ref r, a) = receiver;
                    pc += 3;
                    goto SendNullary;
                }
                case Opcode.Send:
                    Unsafe.Add(ref r, a) = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    pc += 2;
                    goto SendNullary;
                case Opcode.SendImplicit:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 1)];
                    pc += 2;
                    var self = Unsafe.Add(ref r, Code.SelfRegister);
                    if (!T.IsInstrumented && site.Epoch == site.Name.Epoch && ReferenceEquals(self.Ref is null ? _numberShape : self.Ref.Shape, site.Shape) && code.Locality == Locality.Body)
                    {
                        Unsafe.Add(ref r, a) = self;
                        goto SendCached;
                    }
                    record.Pc = pc;
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = SendImplicit(strand, a, site);
                    goto Sent;
                }
                case Opcode.Begin:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    pc += 3;
                    if (!T.IsInstrumented && site.Epoch == site.Name.Epoch && ReferenceEquals(receiver.Ref is null ? _numberShape : receiver.Ref.Shape, site.Shape) && MayBegin(site, receiver))
                    {
                        Unsafe.Add(ref r, a + 1) = receiver;
                        Unsafe.Add(ref r, a) = site.Target!.Token;
                        continue;
                    }
                    record.Pc = pc;
                    if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                        goto Unwinding;
                    value = SendTo(strand, a, site, receiver);
                    goto Begun;
                }
                case Opcode.BeginNumber:
                {
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    pc += 3;
                    if (receiver.Ref is null)
                    {
                        Unsafe.Add(ref r, a) = new Value(0.0);
                        Unsafe.Add(ref r, a + 1) = new Value(receiver.Num);
                        continue;
                    }
                    record.Pc = pc;
                    value = SendTo(strand, a, site, receiver);
                    goto Begun;
                }
                case Opcode.BeginImplicit:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    pc += 3;
                    var self = Unsafe.Add(ref r, Code.SelfRegister);
                    if (!T.IsInstrumented && site.Epoch == site.Name.Epoch && ReferenceEquals(self.Ref is null ? _numberShape : self.Ref.Shape, site.Shape) && code.Locality == Locality.Body
                        && MayBegin(site, self))
                    {
                        Unsafe.Add(ref r, a + 1) = self;
                        Unsafe.Add(ref r, a) = site.Target!.Token;
                        continue;
                    }
                    record.Pc = pc;
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = SendImplicit(strand, a, site);
                    goto Begun;
                }
                case Opcode.BeginLocal:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var local = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    pc += 3;
                    record.Pc = pc;
                    if (T.IsInstrumented && !Count(site, Kind.Locals))
                        goto Unwinding;
                    value = local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0 ? local : ReadLocal(strand, a, site, local);
                    goto Begun;
                }
                case Opcode.CallNumber:
                {
                    ref var left = ref Unsafe.Add(ref r, a);
                    if (left.Ref is not null)
                        goto case Opcode.Call;
                    x = Unsafe.Add(ref left, 1).Num;
                    var right = Unsafe.Add(ref left, 2);
                    if (right.Ref is null)
                    {
                        Unsafe.Add(ref r, a) = Calculate((Opcode)(word >> 24), x, right.Num);
                        pc += 2;
                        continue;
                    }
                    pc += 2;
                    record.Pc = pc;
                    value = CallOperator(strand, code.Sites[Unsafe.Add(ref words, pc - 1)], x, a);
                    goto Slow;
                }
                case Opcode.Call:
                    pc += 2;
                    record.Pc = pc;
                    goto Calling;
                case Opcode.SendGeneric:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 1)];
                    var b = (int)(word >> 16) & 255;
                    pc += 2;
                    record.Pc = pc;
                    var receiver = b == 255 ? new Value(Sentinels.Absent) : Unsafe.Add(ref r, b);
                    if (T.IsInstrumented && !Count(site, b == 255 ? Kind.Locals : KindOf(receiver)))
                        goto Unwinding;
                    value = b != 255 ? SendTo(strand, a, site, receiver) : ReadMoved(strand, a, site) ?? SendImplicit(strand, a, site);
                    goto Sent;
                }
                case Opcode.Return:
                {
                    value = Unsafe.Add(ref r, a);
                    if (r.Ref?.Payload is Activation { PendingStop: not StopKind.None } activation && record.Target is not null)
                    {
                        strand.Depth--;
                        _resultPlace = record.Base;
                        return Vm.StopWith(activation.PendingStop, value);
                    }
                    if ((word >> 16 & 255) != 0 && record.Target!.Block!.PassStops)
                    {
                        record.Pc = 0;
                        return Vm.StopWith(StopKind.Return, value);
                    }
                    var place = record.Base;
                    strand.Depth = --depth;
                    record = ref strand.Records[depth];
                    if (record.Code is not { } caller || depth == 0 || _reifyEvery != 0)
                    {
                        _resultPlace = place;
                        return ReturnTo(value);
                    }
                    // A callee's window is the caller's from the register of the result on: r is where the value goes.
                    if (value.Ref is null)
                        r = new Value(value.Num);
                    else
                        r = value;
                    code = caller;
                    pc = record.Pc;
                    words = ref MemoryMarshal.GetArrayDataReference(code.Words);
                    r = ref strand.Registers[record.Base];
                    continue;
                }
                case Opcode.Jump:
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Back:
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    if (T.IsInstrumented ? !Vm.BackEdge() : Vm.Host.Interrupt && !Vm.CheckInterrupt())
                        goto Aborted;
                    continue;
                case Opcode.Guard:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    var shape = receiver.Ref is null ? _numberShape : receiver.Ref.Shape;
                    if (!(ReferenceEquals(shape, site.Shape) && site.Epoch == site.Name.Epoch) && !Finds(site, receiver))
                    {
                        pc = (int)Unsafe.Add(ref words, pc + 1);
                        continue;
                    }
                    pc += 3;
                    if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                        goto Aborted;
                    continue;
                }
                case Opcode.GuardSetter:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    var isKnown = receiver.Ref is { } o && ReferenceEquals(o.Shape, site.Before) && site.SetterEpoch == site.Name.Epoch
                        && (site.InheritedAt is not { } epoch || epoch == site.Variable!.Epoch);
                    pc = isKnown || LearnSetter(site, receiver) ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                }
                case Opcode.GuardUpdate:
                {
                    var setter = Unsafe.Add(ref r, a);
                    pc = setter.Is(Sentinels.Absent) || setter.Is(Sentinels.Moved) || setter.PayloadAs<CFunctionPayload>()?.Builtin == LocalsUpdate
                        ? pc + 2 : (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                }
                case Opcode.Note:
                    if (T.IsInstrumented && !Count(code.Sites[Unsafe.Add(ref words, pc + 1)], Kind.Locals))
                        goto Aborted;
                    pc += 2;
                    continue;
                case Opcode.JumpIfFalse:
                {
                    var test = Unsafe.Add(ref r, a);
                    if (test.Is(_true))
                        pc += 3;
                    else if (test.Is(_false) || test.Is(_nil))
                        pc = (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = Runtime.Protos.Object.ControlFlow.Truth(Vm, test) is { } truth ? truth ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1) : (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                }
                case Opcode.Judge:
                    Unsafe.Add(ref r, a) = Vm.Bool(Runtime.Protos.Object.ControlFlow.Judge(Vm, Unsafe.Add(ref r, a)));
                    pc++;
                    continue;
                case Opcode.AndOr:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var receiver = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    if (!EvaluatesArgument(site, receiver))
                    {
                        pc = (int)Unsafe.Add(ref words, pc + 1);
                        continue;
                    }
                    pc += 3;
                    if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                        goto Aborted;
                    continue;
                }
                case Opcode.Truth:
                {
                    var test = Unsafe.Add(ref r, a);
                    if (test.Ref is null || test.Is(_true))
                        Unsafe.Add(ref r, a) = _true;
                    else if (test.Is(_false) || test.Is(_nil))
                        Unsafe.Add(ref r, a) = _false;
                    else
                    {
                        pc = (int)Unsafe.Add(ref words, pc + 1);
                        continue;
                    }
                    pc += 2;
                    continue;
                }
                case Opcode.Add:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = new Value(x + y);
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Subtract:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = new Value(x - y);
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Multiply:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = new Value(x * y);
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Divide:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = new Value(x / y);
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Remainder:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = new Value(Remainder(x, y));
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Less:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x < y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.LessOrEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x <= y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Greater:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x > y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.GreaterOrEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x >= y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.Equal:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x == y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.NotEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                    {
                        Unsafe.Add(ref r, a) = x != y ? _true : _false;
                        pc += 2;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.AddConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    if (left.Ref is null)
                    {
                        Unsafe.Add(ref r, a) = new Value(left.Num + code.Constants[Unsafe.Add(ref words, pc + 1)].Num);
                        pc += 3;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                }
                case Opcode.SubtractConstant:
                {
                    ref var left = ref Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    if (left.Ref is null)
                    {
                        Unsafe.Add(ref r, a) = new Value(left.Num - code.Constants[Unsafe.Add(ref words, pc + 1)].Num);
                        pc += 3;
                        continue;
                    }
                    pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                }
                case Opcode.JumpUnlessLess:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x < y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessLessOrEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x <= y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessGreater:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x > y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessGreaterOrEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x >= y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x == y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessNotEqual:
                    if (AreNumbers(ref r, word, out x, out y))
                        pc = x != y ? pc + 3 : (int)Unsafe.Add(ref words, pc + 1);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 2);
                    continue;
                case Opcode.JumpUnlessLessConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x < code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.JumpUnlessLessOrEqualConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x <= code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.JumpUnlessGreaterConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x > code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.JumpUnlessGreaterOrEqualConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x >= code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.JumpUnlessEqualConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x == code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.JumpUnlessNotEqualConstant:
                    if (IsNumber(ref r, word, out x))
                        pc = x != code.Constants[Unsafe.Add(ref words, pc + 1)].Num ? pc + 4 : (int)Unsafe.Add(ref words, pc + 2);
                    else
                        pc = (int)Unsafe.Add(ref words, pc + 3);
                    continue;
                case Opcode.ForNumber:
                    pc = Unsafe.Add(ref r, a).Ref is null ? pc + 2 : (int)Unsafe.Add(ref words, pc + 1);
                    continue;
                case Opcode.GoOn:
                {
                    pc += 2;
                    record.Pc = pc;
                    var frame = ControlFrameAt(strand, depth, code.Sites[Unsafe.Add(ref words, pc - 1)].Control!);
                    frame.Value = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    value = PushItem(frame, record.Base + a);
                    goto Exit;
                }
                case Opcode.ForBegin:
                case Opcode.ForNext:
                {
                    ref var index = ref Unsafe.Add(ref r, a);
                    var step = Unsafe.Add(ref index, 2).Num;
                    var isNext = (word & 255) == (uint)Opcode.ForNext;
                    if (isNext)
                    {
                        if (T.IsInstrumented ? !Vm.BackEdge() : Vm.Host.Interrupt && !Vm.CheckInterrupt())
                            goto Aborted;
                        index = new Value(index.Num + step);
                    }
                    var bound = Unsafe.Add(ref index, 1).Num;
                    var isOver = step > 0 ? index.Num > bound : step < 0 && index.Num < bound;
                    if (!isOver)
                    {
                        var variable = (int)(word >> 16) & 255;
                        if (variable > 0 && r.Ref is null && code.Locality == Locality.Body)
                            Unsafe.Add(ref r, variable) = new Value(index.Num);
                        else
                            SetVariable(strand, code.Sites[Unsafe.Add(ref words, pc + 2)].Variable!, variable, index);
                    }
                    pc = isOver != isNext ? (int)Unsafe.Add(ref words, pc + 1) : pc + 3;
                    continue;
                }
                case Opcode.RepeatBegin:
                case Opcode.RepeatNext:
                {
                    ref var count = ref Unsafe.Add(ref r, a);
                    ref var index = ref Unsafe.Add(ref count, 1);
                    var isNext = (word & 255) == (uint)Opcode.RepeatNext;
                    if (isNext)
                    {
                        if (T.IsInstrumented ? !Vm.BackEdge() : Vm.Host.Interrupt && !Vm.CheckInterrupt())
                            goto Aborted;
                        index = new Value(index.Num + 1);
                    }
                    else
                    {
                        index = new Value(0.0);
                    }
                    var isOver = !(index.Num < count.Num);
                    if (!isOver && code.Sites[Unsafe.Add(ref words, pc + 2)].Variable is { } name)
                        SetVariable(strand, name, (int)(word >> 16) & 255, index);
                    pc = isOver != isNext ? (int)Unsafe.Add(ref words, pc + 1) : pc + 3;
                    continue;
                }
                case Opcode.ForeachBegin:
                case Opcode.ForeachNext:
                {
                    ref var collection = ref Unsafe.Add(ref r, a);
                    ref var index = ref Unsafe.Add(ref collection, 1);
                    var isNext = (word & 255) == (uint)Opcode.ForeachNext;
                    if (isNext)
                    {
                        if (T.IsInstrumented ? !Vm.BackEdge() : Vm.Host.Interrupt && !Vm.CheckInterrupt())
                            goto Aborted;
                        index = new Value(index.Num + 1);
                    }
                    else
                    {
                        index = new Value(0.0);
                    }
                    var site = code.Sites[Unsafe.Add(ref words, pc + 2)];
                    var isOver = !NextItem(strand, site, collection, (int)index.Num, ref (code.Locality == Locality.Body ? ref r : ref Unsafe.NullRef<Value>()));
                    pc = isOver != isNext ? (int)Unsafe.Add(ref words, pc + 1) : pc + 3;
                    continue;
                }
                case Opcode.SetSlot:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 1)];
                    pc += 2;
                    record.Pc = pc;
                    value = WriteSlot(site, Unsafe.Add(ref r, (int)(word >> 16) & 255), Unsafe.Add(ref r, (int)(word >> 24)));
                    goto Slow;
                }
                case Opcode.UpdateSlot:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 1)];
                    pc += 2;
                    var assigned = Unsafe.Add(ref r, (int)(word >> 16) & 255);
                    if (!T.IsInstrumented && r.Ref is null && code.Locality == Locality.Body && Unsafe.Add(ref r, Code.SelfRegister).Ref is { } self && ReferenceEquals(self.Shape, site.Before)
                        && (self.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0 && TryStore(self, site.SlotIndex, assigned))
                    {
                        Unsafe.Add(ref r, a) = assigned;
                        continue;
                    }
                    record.Pc = pc;
                    value = UpdateSelf(strand, a, site, assigned);
                    if (T.IsInstrumented)
                        NoteSetter(site, value, assigned);
                    goto Slow;
                }
                case Opcode.Evaluate:
                {
                    var site = code.Sites[Unsafe.Add(ref words, pc + 1)];
                    pc += 2;
                    record.Pc = pc;
                    var locals = LocalsOf(strand);
                    value = EvalChain(site.Chain, ((word >> 16) & 255) == 0 ? locals : Unsafe.Add(ref r, Code.SelfRegister), locals, record.Base + a);
                    goto Exit;
                }
                default:
                    throw new InvalidOperationException($"no instruction: {word:x8}");
            }

        SlowLocal:
            {
                var site = code.Sites[Unsafe.Add(ref words, pc - 1)];
                ref var window = ref code.Locality == Locality.Body ? ref r : ref OwnerWindow(strand);
                var local = Unsafe.Add(ref window, (int)(word >> 16) & 255);
                record.Pc = pc;
                if (T.IsInstrumented && !Count(site, Kind.Locals))
                    goto Unwinding;
                value = local.Ref is null || (local.Ref.Flags & ObjectFlags.SlowRead) == 0 ? local : ReadLocal(strand, a, site, local);
                goto Sent;
            }

        SendNullary:
            {
                var site = code.Sites[Unsafe.Add(ref words, pc - 1)];
                var receiver = Unsafe.Add(ref r, a);
                if (!T.IsInstrumented && site.Epoch == site.Name.Epoch && ReferenceEquals(receiver.Ref is null ? _numberShape : receiver.Ref.Shape, site.Shape))
                    goto SendCached;
                record.Pc = pc;
                if (T.IsInstrumented && !Count(site, KindOf(receiver)))
                    goto Unwinding;
                value = SendTo(strand, a, site, receiver);
                goto Sent;
            }

        SendCached: // The receiver is in place, and the newest entry of the cache is for it.
            {
                var site = code.Sites[Unsafe.Add(ref words, pc - 1)];
                switch (site.Kind)
                {
                    case FoundKind.OwnSlot:
                        value = Unsafe.Add(ref r, a).Ref!.Slots[site.Index];
                        break;
                    case FoundKind.HolderSlot:
                        value = site.Holder!.Slots[site.Index];
                        break;
                    case FoundKind.Method when site.IsInPlace:
                    case FoundKind.OwnMethod when site.IsInPlace && site.First!.IsOwnOf(Unsafe.Add(ref r, a)):
                        target = site.Target!;
                        Unsafe.Add(ref r, a + 1) = Unsafe.Add(ref r, a);
                        goto Enter;
                    case FoundKind.Eager when site.IsInPlace:
                        if (site.Target!.Intrinsic == Intrinsic.Size && Intrinsics.SizeOf(Unsafe.Add(ref r, a)) is >= 0 and var size)
                        {
                            Unsafe.Add(ref r, a) = new Value((double)size);
                            continue;
                        }
                        goto default;
                    default:
                        record.Pc = pc;
                        value = Use(strand, a, site, Unsafe.Add(ref r, a), site.First!);
                        goto Sent;
                }
                if (value.Ref is null)
                {
                    Unsafe.Add(ref r, a) = new Value(value.Num);
                    continue;
                }
                if ((value.Ref.Flags & ObjectFlags.SlowRead) == 0)
                {
                    Unsafe.Add(ref r, a) = value;
                    continue;
                }
                record.Pc = pc;
                value = Use(strand, a, site, Unsafe.Add(ref r, a), site.First!);
                goto Sent;
            }

        Sent: // A message without arguments in place: its value is known, or its callee is called at once.
            if (strand.Depth < depth)
                return value; // All frames have become portable.
            if (value.Ref is { Flags: var sentFlags } && (sentFlags & ObjectFlags.Sentinel) != 0)
            {
                r = ref strand.Registers[record.Base];
                if (value.Is(CallNextObject) || value.Is(ArgumentsNextObject))
                    goto Calling;
                goto Exit;
            }
            Unsafe.Add(ref r, a) = value;
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
                    pc = code.Sites[Unsafe.Add(ref words, pc - 1)].CallPc;
                    continue;
                }
                if (value.Is(PushedObject))
                    strand.Records[depth].Pc = code.Sites[Unsafe.Add(ref words, pc - 1)].NextPc; // The records may have moved.
                goto Exit;
            }
            pc = code.Sites[Unsafe.Add(ref words, pc - 1)].NextPc;
            Unsafe.Add(ref r, a) = value;
            continue;

        Calling:
            {
                target = Unsafe.As<CallTarget>(Unsafe.Add(ref r, a).Ref!.Payload!);
                if (target.Builtin is not null)
                {
                    if (!T.IsInstrumented && target.Intrinsic != Intrinsic.None && Intrinsics.TryCall(target.Intrinsic, code.Sites[Unsafe.Add(ref words, pc - 1)].Count, ref Unsafe.Add(ref r, a)))
                        continue;
                    value = CallEager<T>(strand, a, code.Sites[Unsafe.Add(ref words, pc - 1)], target);
                    goto Slow;
                }
                goto Enter;
            }

        Enter: // Self and arguments are in place.
            {
                var site = code.Sites[Unsafe.Add(ref words, pc - 1)];
                var callee = CodeOf(target.Block!);
                if (!T.IsInstrumented && callee.Literal is { } literal && site.Message.Arguments.Length == 0)
                {
                    Unsafe.Add(ref r, a) = literal;
                    continue;
                }
                record.Pc = pc;
                var tailRun = site.State is null ? record.TailRun + 1 : 0;
                if (!T.IsInstrumented && Vm.Host.Interrupt && !Vm.CheckInterrupt())
                    goto Unwinding;
                if (record.Base + a + callee.Size > strand.Registers.Length || depth + 2 > strand.Records.Length || tailRun >= MostTailRun)
                {
                    if (!PushActivation(strand, target, record.Base + a, site.Count, tailRun))
                        goto Unwinding;
                    depth = strand.Depth;
                    record = ref strand.Records[depth];
                    code = record.Code!;
                    r = ref strand.Registers[record.Base];
                }
                else
                {
                    var place = record.Base + a;
                    r = ref Unsafe.Add(ref r, a);
                    strand.Depth = ++depth;
                    r = new Value((double)depth);
                    if (target.Block!.Scope is { } scope)
                        Unsafe.Add(ref r, Code.SelfRegister) = scope;
                    var filled = site.Count;
                    if (filled != callee.FormalCount)
                        filled = FillFormals(ref r, filled, callee.FormalCount);
                    for (; filled < callee.Names.Length; filled++)
                        Unsafe.Add(ref r, Code.FirstRegister + filled) = Sentinels.Absent;
                    record = ref strand.Records[depth];
                    // Stores of references cost a write barrier; in a loop the record mostly holds the same already.
                    if (!ReferenceEquals(record.Code, callee))
                        record.Code = callee;
                    if (!ReferenceEquals(record.Target, target))
                        record.Target = target;
                    if (record.Sender is not null)
                        record.Sender = null;
                    record.Base = place;
                    record.Owner = depth;
                    record.TailRun = tailRun;
                    code = callee;
                }
                pc = 0;
                words = ref MemoryMarshal.GetArrayDataReference(code.Words);
                continue;
            }

        Slow: // A value, or something that somebody else must look at.
            if ((value.Ref is { Flags: var slowFlags } && (slowFlags & ObjectFlags.Sentinel) != 0) || _watch.IsTouched)
            {
                if (value.Is(CallNextObject) || value.Is(ArgumentsNextObject))
                {
                    r = ref strand.Registers[record.Base];
                    goto Calling;
                }
                if (value.IsUnwind || value.Is(PushedObject))
                    goto Exit;
                value = Attend(value);
                if (strand.Depth != depth)
                    return value;
            }
            r = ref strand.Registers[record.Base];
            Unsafe.Add(ref r, a) = value;
            continue;

        Aborted:
            record.Pc = pc;
        Unwinding:
            value = _unwind;
        Exit:
            return value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNumber(ref Value window, uint word, out double x)
    {
        ref var left = ref Unsafe.Add(ref window, (int)(word >> 16) & 255);
        x = left.Num;
        return left.Ref is null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNumbers(ref Value window, uint word, out double x, out double y)
    {
        ref var left = ref Unsafe.Add(ref window, (int)(word >> 16) & 255);
        ref var right = ref Unsafe.Add(ref window, (int)(word >> 24));
        x = left.Num;
        y = right.Num;
        return left.Ref is null && right.Ref is null;
    }

    /// <summary>Nil for formals without arguments. Answers how many are filled.</summary>
    private int FillFormals(ref Value window, int filled, int count)
    {
        for (; filled < count; filled++)
            Unsafe.Add(ref window, Code.FirstRegister + filled) = _nil;
        return count;
    }

    /// <summary>May the cached callee be called with the arguments in place, so that only its token has to be left?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBegin(Site site, Value receiver) => site.FitsArguments && site.Kind switch
    {
        FoundKind.Method => true,
        FoundKind.OwnMethod => site.First!.IsOwnOf(receiver),
        FoundKind.Eager => site.Target!.Builtin!.Receiver is not { } kind || (receiver.Ref is null ? kind == Runtime.Core.Kind.Number : receiver.Ref.Kind == kind),
        _ => false,
    };

    private Shape _numberShape;

    private Value Calculate(Opcode operation, double x, double y) => operation switch
    {
        Opcode.Add => new Value(x + y),
        Opcode.Subtract => new Value(x - y),
        Opcode.Multiply => new Value(x * y),
        Opcode.Divide => new Value(x / y),
        Opcode.Remainder => new Value(Remainder(x, y)),
        _ => Holds(operation, x, y) ? _true : _false,
    };

    private static bool Holds(Opcode operation, double x, double y) => operation switch
    {
        Opcode.Less => x < y,
        Opcode.LessOrEqual => x <= y,
        Opcode.Greater => x > y,
        Opcode.GreaterOrEqual => x >= y,
        Opcode.Equal => x == y,
        _ => x != y,
    };

    private static double Remainder(double a, double b)
    {
        // Integral operands of one sign, the common case, without the C library's fmod.
        if (a >= 0 && b > 0 && a <= 9007199254740992.0 && b <= 9007199254740992.0)
        {
            var x = (long)a;
            var y = (long)b;
            if (x == a && y == b)
                return x == 0 ? a : x % y; // Zero keeps its sign.
        }
        return a % b;
    }
}
