using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>Calls built-ins the same way on every machine.</summary>
public static unsafe class Invoke
{
    /// <summary>
    /// Calls an eager or guarded built-in. Answers its value, or <see cref="Vm.Unwind"/> (also for a redirect). A receiver that became another object while its arguments were evaluated is that
    /// one, and an error when the built-in is for none of its kind.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Eager(Vm vm, Builtin builtin, Value self, in Args args) =>
        self.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) != 0 ? EagerElsewhere(vm, builtin, self, in args) : builtin.Eager(vm, self, in args);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value EagerElsewhere(Vm vm, Builtin builtin, Value self, in Args args)
    {
        self = vm.Resolve(self);
        return CheckReceiver(vm, builtin, self, args.Message) ? builtin.Eager(vm, self, in args) : vm.Unwind;
    }

    /// <summary>Steps a control primitive. A safepoint: primitives that ask one another, as texts of nested lists do, pass no other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Request Step(Vm vm, ControlFrame frame) =>
        vm.Host.Interrupt && !vm.CheckInterrupt() ? Request.Unwind : frame.Primitive.Step(vm, frame);

    /// <summary>
    /// What runs in the place of an activatable object that is no block, built-in or message: what its slot "activate" holds, and so on while that is such an object too; one without that
    /// slot is the answer itself. Raises "Stack overflow" and answers <see cref="Vm.Unwind"/> when that leads through more objects than there may be frames, as when an object is its own
    /// "activate".
    /// </summary>
    /// <param name="vm">The VM.</param>
    /// <param name="callee">The activatable object.</param>
    /// <param name="message">The send that activates it.</param>
    /// <param name="found">Where the block, built-in or message lies that runs; null when nothing does, and the value is the answer.</param>
    public static Value StandIn(Vm vm, IoObject callee, Message message, out SlotLocation? found)
    {
        found = null;
        for (var objects = 0; objects < vm.FrameLimit; objects++)
        {
            if (!vm.Lookup.TryFind(callee, vm.Names.Activate, out var activate))
                return callee;
            var value = vm.ReadRaw(activate);
            if (value.Ref is not { } next || (next.Flags & ObjectFlags.Activatable) == 0)
                return value;
            if (next.Payload is BlockPayload or CFunctionPayload or MessagePayload)
            {
                found = activate;
                return value;
            }
            callee = next;
        }
        return vm.Raise($"Stack overflow: frame depth exceeded {vm.FrameLimit}", message);
    }

    /// <summary>Is the receiver of the kind the built-in needs? Raises if not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CheckReceiver(Vm vm, Builtin builtin, Value self, Message message) =>
        IsReceiver(builtin, self) || WrongReceiver(vm, builtin, self, message);

    /// <summary>Is a value of the kind that a built-in is for? The kinds with most built-ins are told by their class: a virtual call costs more.</summary>
    public static bool IsReceiver(Builtin builtin, in Value self) => builtin.Receiver switch
    {
        null => true,
        Kind.List when self.Ref?.Payload is ListPayload => true,
        Kind.Sequence when self.Ref?.Payload is Seq => true,
        { } kind => self.Ref is null ? kind == Kind.Number : self.Ref.Kind == kind,
    };

    private static bool WrongReceiver(Vm vm, Builtin builtin, Value self, Message message)
    {
        vm.Raise($"CFunction defined for type {builtin.Receiver} but called on type {vm.KindName(self)}", message);
        return false;
    }
}
