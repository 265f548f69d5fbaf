using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>
/// Where the names of <c>map</c>, <c>select</c>, <c>reduce</c> ... live (io-language.md 8.5): an object over the sender's locals. It sees
/// whatever the sender sees, and what is assigned there stays there.
/// </summary>
internal static class TemporaryContext
{
    /// <summary>A fresh context over the locals of a control primitive's sender.</summary>
    public static IoObject Over(Vm vm, ControlFrame frame)
    {
        var locals = frame.Locals;
        var shape = Slots.CloneShapeOf(locals);
        if ((locals.Flags & ObjectFlags.Locals) == 0)
            return new IoObject(shape);
        // With an activation as its payload, names nobody knows go on to self like those of any locals.
        var activation = (Activation)locals.Payload!;
        var context = new IoObject(shape, null, activation.ForContext(), ObjectFlags.Locals);
        vm.Slots.Set(context, vm.Names.Self, Slots.TryGetOwn(locals, vm.Names.Self, out var self) ? self : activation.Self);
        return context;
    }
}
