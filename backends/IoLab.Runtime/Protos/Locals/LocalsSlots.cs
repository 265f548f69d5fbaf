using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Locals;

/// <summary>The slots of the Locals proto that are not Object's own (see <c>locals: true</c> in other tables).</summary>
internal static unsafe class LocalsSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Locals")
        .Control("forward", "", &Forward, "Sends the message to self: the implicit receiver.")
        .Eager("updateSlot", "name: Sequence, value", &UpdateSlot, "Updates a local, or else the slot found on or through self.");

    private static Request Forward(Vm vm, ControlFrame frame) =>
        frame.Self.Ref is { Payload: Activation } locals
            ? frame.TailPerform(frame.Message, vm.ImplicitReceiver(locals), frame.Locals)
            : vm.RaiseRequest($"'{vm.KindName(frame.Self)}' does not respond to message '{frame.Message.Name.Text}'", frame.Message);

    private static Value UpdateSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        return Object.SlotAccess.Update(vm, self, name, args.Get(vm, 1), args.Message);
    }
}
