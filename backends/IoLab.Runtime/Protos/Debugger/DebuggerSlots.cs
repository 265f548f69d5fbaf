using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Debugger;

/// <summary>The slots of Debugger: no interactive tool stands behind them (io-language.md 5.18).</summary>
internal static unsafe class DebuggerSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Debugger")
        .Data("type", vm => vm.Text("Debugger"), "The kind's name.")
        .Data("debuggerCoroutine", vm => vm.Clone(vm.World.Coroutine), "A coroutine that never runs.")
        .Eager("start", "", &Object.Identity.Self, "Nothing.")
        .Eager("vmWillSendMessage", "", &Object.Identity.Self, "Nothing.");
}
