using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.Call;

/// <summary>The slots of Call.</summary>
internal static unsafe class CallSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Call")
        .Data("type", vm => vm.Text("Call"), "The kind's name.")
        .Eager("target", "", &CallAccess.Target, "The receiver.")
        .Eager("sender", "", &CallAccess.Sender, "The caller's locals.")
        .Eager("message", "", &CallAccess.Message, "The calling message.")
        .Eager("activated", "", &CallAccess.Activated, "The block.")
        .Eager("slotContext", "", &CallAccess.SlotContext, "The object whose slot the block was.")
        .Eager("coroutine", "", &CallAccess.Coroutine, "The coroutine of the call.")
        .Eager("argCount", "", &CallAccess.ArgCount, "How many arguments the calling message has.")
        .Eager("hasArgs", "", &CallAccess.HasArgs, "Has the calling message arguments?")
        .Eager("argAt", "index: Number", &CallAccess.ArgAt, "An argument as a message, or nil.")
        .Control("evalArgAt", "index: Number", &CallAccess.EvalArgAt, "An argument's value in the sender; nil if there is none.")
        .Control("evalArgs", "", &CallAccess.EvalArgs, "A list of the arguments' values in the sender.")
        .Control("delegateTo", "target, [sender]", &CallAccess.DelegateTo, "Performs the calling message on another target.")
        .Control("delegateToMethod", "target, name: Sequence", &CallAccess.DelegateToMethod, "The same under another name.")
        .Eager("stopStatus", "", &CallAccess.StopStatus, "How the activation will end.")
        .Eager("setStopStatus", "status", &CallAccess.SetStopStatus, "Lets the activation end with a break, continue or return of its caller.")
        .Eager("resetStopStatus", "", &CallAccess.ResetStopStatus, "Lets the activation end normally.")
        .Control("relayStopStatus", "expression", &CallAccess.RelayStopStatus, "Evaluates, and lets the activation end the same way.", StopKind.Local)
        .Eager("description", "", &CallAccess.Description, "Receiver type, message, file and line.");
}
