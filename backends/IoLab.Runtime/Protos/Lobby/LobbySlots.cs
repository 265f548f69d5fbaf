using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Lobby;

/// <summary>The slots of the Lobby that are code.</summary>
internal static unsafe class LobbySlots
{
    public static readonly ProtoTable Table = new ProtoTable("Lobby")
        .Control("forward", "", &Forward, "Nobody answers this message: raises.")
        .Control("exit", "", &Exit, "Stops the REPL; nothing in a script.");

    private static Request Forward(Vm vm, ControlFrame frame) =>
        vm.RaiseRequest($"{vm.TypeName(frame.Self)} does not respond to '{frame.Message.Name.Text}'", frame.Message);

    private static Request Exit(Vm vm, ControlFrame frame) => frame.Done(vm.Nil);
}
