using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>The slots of Future and FutureProxy (io-language.md 10.5).</summary>
internal static unsafe class FutureSlots
{
    public static readonly ProtoTable Future = new ProtoTable("Future")
        .Data("type", vm => vm.Text("Future"), "The kind's name.")
        .Data("runTarget", vm => vm.Nil, "The actor.")
        .Data("runMessage", vm => vm.Nil, "The asynchronous message.")
        .Data("waitingCoros", vm => vm.Nil, "Coroutines that wait for the result.")
        .Control("`run", "", &Actors.RunFuture, "Evaluates the message on the actor.")
        .Eager("setRunTarget", "object", &CoroutineSlots.SetField, "Sets the actor.")
        .Eager("setRunMessage", "message", &CoroutineSlots.SetField, "Sets the asynchronous message.")
        .Eager("setWaitingCoros", "list", &CoroutineSlots.SetField, "Replaces who waits.")
        .Eager("setResult", "value", &Actors.SetResult, "Resolves the future.")
        .Eager("futureProxy", "", &Actors.FutureProxy, "An object that stands for the result.")
        .Control("waitOnResult", "", &Actors.WaitOnResult, "Runs others until there is a result.");

    public static readonly ProtoTable Proxy = new ProtoTable("FutureProxy")
        .Data("type", vm => vm.Text("FutureProxy"), "The kind's name until it resolves.")
        .Control("_forward", "", &Actors.ProxyForward, "The forward of proxies: waits for the result, then sends the message to it.")
        .Eager("with", "future", &Actors.ProxyWith, "A proxy for a future's result.");
}
