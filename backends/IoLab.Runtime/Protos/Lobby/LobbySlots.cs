using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Lobby;

/// <summary>The slots of the Lobby that are code.</summary>
internal static unsafe class LobbySlots
{
    public static readonly ProtoTable Table = new ProtoTable("Lobby")
        .Control("forward", "", &Importer.Importing.Forward, "Nobody answers this message: imports a file for it, or raises.", StopKind.Return)
        .Control("exit", "", &Exit, "Stops the REPL; nothing in a script.");

    private static Request Exit(Vm vm, ControlFrame frame) => frame.Done(vm.Nil);
}
