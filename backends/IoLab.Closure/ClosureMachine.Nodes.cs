using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Closure;

/// <summary>What fused nodes need of the machine.</summary>
internal sealed partial class ClosureMachine
{
    /// <summary>Does an implicit send of this name find the Locals proto's own built-in?</summary>
    public bool IsLocalsBuiltin(Symbol name, Builtin builtin) =>
        Vm.Lookup.TryFind(Vm.World.Locals, name, out var found) && found.Raw.PayloadAs<CFunctionPayload>()?.Builtin == builtin;

    /// <summary>The record of an activation on the host stack.</summary>
    public ref Record RecordAt(int depth) => ref _records[depth];

    /// <summary>A loop's body or condition is unwinding: takes a break or continue. False when the loop cannot take it.</summary>
    public bool ConsumeLoopStop(ref Value last, out bool isBreak)
    {
        isBreak = Vm.Stop == StopKind.Break || (Vm.Stop == StopKind.Return && Vm.Mutants.Has(Mutant.ReturnEndsLoop));
        if ((Vm.Stop & StopKind.Loop) == 0 && !isBreak)
            return false;
        if (isBreak || !Vm.Mutants.Has(Mutant.ContinueKeepsValue))
            last = isBreak ? Vm.StopValue : Nil;
        Vm.Stop = StopKind.None;
        return true;
    }

    /// <summary>Sets a loop variable, in its register while the locals are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLoopVariable(ref Value r, int register, Symbol name, Value value)
    {
        if (register >= 0 && r.Ref is null)
            Unsafe.Add(ref r, register) = value;
        else
            Vm.Slots.Set(LocalsOf(ref r), name, value);
    }

    /// <summary>Leaves the frame of an assignment to a local whose value is being evaluated.</summary>
    public void CaptureAssignment(Message message, ref Value r, Value name)
    {
        var locals = LocalsOf(ref r);
        CaptureAssignment(message, ref r, name, locals, Place.Registers);
    }

    /// <summary>Leaves the frame of an assignment whose value is being evaluated.</summary>
    public void CaptureAssignment(Message message, ref Value r, Value name, Value receiver, Place place)
    {
        var locals = LocalsOf(ref r);
        var target = place == Place.Object ? Unsafe.Add(ref r, Node.SelfRegister) : locals;
        Vm.Lookup.TryFind(Vm.LookupStart(receiver), message.Name, out var found);
        Capture(new ArgsFrame(message, target, locals, receiver, found.Raw.Ref!, found.Holder, [name, Nil], 1, false));
    }

    /// <summary>Leaves the frame of an operator whose operand is being evaluated.</summary>
    public void CaptureOperator(Message message, ref Value r, Place place, Value receiver, IoObject callee, IoObject holder)
    {
        var locals = LocalsOf(ref r);
        var target = place == Place.Object ? Unsafe.Add(ref r, Node.SelfRegister) : locals;
        Capture(new ArgsFrame(message, target, locals, receiver, callee, holder, [Nil], 0, false));
    }
}
