using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>Calls built-ins the same way on every machine.</summary>
public static unsafe class Invoke
{
    /// <summary>Calls an eager or guarded built-in. Answers its value, or <see cref="Vm.Unwind"/> (also for a redirect).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Eager(Vm vm, Builtin builtin, Value self, in Args args) => builtin.Eager(vm, self, in args);

    /// <summary>Steps a control primitive. A safepoint: primitives that ask one another, as texts of nested lists do, pass no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Request Step(Vm vm, ControlFrame frame) =>
        vm.Host.Interrupt && !vm.CheckInterrupt() ? Request.Unwind : frame.Primitive.Step(vm, frame);

    /// <summary>Is the receiver of the kind the built-in needs? Raises if not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CheckReceiver(Vm vm, Builtin builtin, Value self, Message message) =>
        builtin.Receiver is not { } kind || (self.Ref is null ? kind == Kind.Number : self.Ref.Kind == kind) || WrongReceiver(vm, builtin, self, message);

    private static bool WrongReceiver(Vm vm, Builtin builtin, Value self, Message message)
    {
        vm.Raise($"CFunction defined for type {builtin.Receiver} but called on type {vm.KindName(self)}", message);
        return false;
    }
}
