using System.Runtime.CompilerServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>Locals that have moved to the locals object: the loop's quick ways to them.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>Reads a local that has moved to the locals object, as it was read before. False: nothing has been done.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadsMoved(Site site, in Value local, IoObject moved, ref Value place)
    {
        if (!local.Is(Sentinels.Moved) || !ReferenceEquals(moved.Shape, site.Before))
            return false;
        ref var held = ref SlotAt(moved, site.SlotIndex);
        if (held.Ref is { } o && (o.Flags & ObjectFlags.SlowRead) != 0)
        {
            if ((o.Flags & ObjectFlags.SlowRead) != ObjectFlags.Activatable || !ReferenceEquals(o.Payload, site.Held))
                return false;
            if (site.HeldIntrinsic != Intrinsic.Self)
                return Intrinsics.TryNullary(Vm, site.HeldIntrinsic, moved, ref place);
            Put(ref place, moved);
            return true;
        }
        Put(ref place, held);
        return true;
    }

    /// <summary>Assigns a local that has moved to the locals object, as it was assigned before. False: nothing has been done.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool WritesMoved(Site site, in Value local, IoObject moved, in Value value) =>
        local.Is(Sentinels.Moved) && ReferenceEquals(moved.Shape, site.Before) && (moved.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder)) == 0
        && (!ReferenceEquals(site.Builtin, LocalsUpdate) || ReferenceEquals(SlotAt(moved, site.LocalsSetter).Ref?.Payload, site.Held))
        && TryStore(moved, site.SlotIndex, value);

    /// <summary>The slot of an operand that is a local and has moved; else the operand.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref Value Behind(Code code, ref Value window, int register)
    {
        ref var operand = ref Unsafe.Add(ref window, register);
        if (!operand.Is(Sentinels.Moved) || window.Ref is not { } locals || code.Layout.IndexOf(locals.Shape, register) is not (>= 0 and var index))
            return ref operand;
        return ref SlotAt(locals, index);
    }

    /// <summary>
    /// Executes an instruction for numbers some of whose operands are no numbers in registers, in code whose locals have moved. Answers where code goes on: in the general form, when the operands
    /// are no numbers in the locals object either, or its result may not be put there at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref uint StepBehind(Code code, ref uint ip, ref Value window)
    {
        var opcode = (Opcode)Op(ref ip);
        switch (opcode)
        {
            case Opcode.Add or Opcode.Subtract or Opcode.Multiply or Opcode.Divide or Opcode.Remainder
                or Opcode.Less or Opcode.LessOrEqual or Opcode.Greater or Opcode.GreaterOrEqual or Opcode.Equal or Opcode.NotEqual:
            {
                ref var left = ref Behind(code, ref window, B(ref ip));
                ref var right = ref Behind(code, ref window, C(ref ip));
                if (left.Ref is null && right.Ref is null && StoresBehind(code, ref window, A(ref ip), Calculate(opcode, left.Num, right.Num)))
                    return ref Unsafe.Add(ref ip, 2);
                return ref At(code, Unsafe.Add(ref ip, 1));
            }
            case Opcode.AddConstant or Opcode.SubtractConstant:
            {
                ref var left = ref Behind(code, ref window, B(ref ip));
                var right = ConstantAt(code, Unsafe.Add(ref ip, 1)).Num;
                if (left.Ref is null && StoresBehind(code, ref window, A(ref ip), opcode == Opcode.AddConstant ? left.Num + right : left.Num - right))
                    return ref Unsafe.Add(ref ip, 3);
                return ref At(code, Unsafe.Add(ref ip, 2));
            }
            case Opcode.JumpUnlessLess or Opcode.JumpUnlessLessOrEqual or Opcode.JumpUnlessGreater or Opcode.JumpUnlessGreaterOrEqual or Opcode.JumpUnlessEqual or Opcode.JumpUnlessNotEqual:
            {
                ref var left = ref Behind(code, ref window, B(ref ip));
                ref var right = ref Behind(code, ref window, C(ref ip));
                if (left.Ref is not null || right.Ref is not null)
                    return ref At(code, Unsafe.Add(ref ip, 2));
                if (Holds(ComparisonOf(opcode), left.Num, right.Num))
                    return ref Unsafe.Add(ref ip, 3);
                return ref At(code, Unsafe.Add(ref ip, 1));
            }
            case Opcode.JumpUnlessLessConstant or Opcode.JumpUnlessLessOrEqualConstant or Opcode.JumpUnlessGreaterConstant or Opcode.JumpUnlessGreaterOrEqualConstant
                or Opcode.JumpUnlessEqualConstant or Opcode.JumpUnlessNotEqualConstant:
            {
                ref var left = ref Behind(code, ref window, B(ref ip));
                ref var right = ref ConstantAt(code, Unsafe.Add(ref ip, 1));
                if (left.Ref is not null || right.Ref is not null)
                    return ref At(code, Unsafe.Add(ref ip, 3));
                if (Holds(ComparisonOf(opcode), left.Num, right.Num))
                    return ref Unsafe.Add(ref ip, 4);
                return ref At(code, Unsafe.Add(ref ip, 2));
            }
            default:
                throw NoInstruction(ip);
        }
    }

    private static Opcode ComparisonOf(Opcode jump) => jump switch
    {
        Opcode.JumpUnlessLess or Opcode.JumpUnlessLessConstant => Opcode.Less,
        Opcode.JumpUnlessLessOrEqual or Opcode.JumpUnlessLessOrEqualConstant => Opcode.LessOrEqual,
        Opcode.JumpUnlessGreater or Opcode.JumpUnlessGreaterConstant => Opcode.Greater,
        Opcode.JumpUnlessGreaterOrEqual or Opcode.JumpUnlessGreaterOrEqualConstant => Opcode.GreaterOrEqual,
        Opcode.JumpUnlessEqual or Opcode.JumpUnlessEqualConstant => Opcode.Equal,
        _ => Opcode.NotEqual,
    };

    /// <summary>Puts a number or a truth into a temporary, or into the slot of a local that has moved. False: the setter must be asked.</summary>
    private static bool StoresBehind(Code code, ref Value window, int register, in Value value)
    {
        ref var place = ref Unsafe.Add(ref window, register);
        if (register >= Code.FirstRegister + code.NameCount)
        {
            Put(ref place, value);
            return true;
        }
        var layout = code.Layout;
        if (!place.Is(Sentinels.Moved) || window.Ref is not { } locals || (locals.Flags & (ObjectFlags.Image | ObjectFlags.Forwarder | ObjectFlags.Proto)) != 0
            || layout.IndexOf(locals.Shape, register) is not (>= 0 and var index) || layout.Setter < 0
            || SlotAt(locals, layout.Setter).Ref is not { Payload: CFunctionPayload setter } || !ReferenceEquals(setter.Builtin, LocalsUpdate))
            return false;
        locals.Flags |= ObjectFlags.Dirty;
        Put(ref SlotAt(locals, index), value);
        return true;
    }
}
