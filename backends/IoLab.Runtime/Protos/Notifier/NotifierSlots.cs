using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.Notifier;

/// <summary>The slots of Notifier (io-language.md 5.18).</summary>
internal static class NotifierSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Notifier")
        .Data("type", vm => vm.Text("Notifier"), "The kind's name.")
        .Prelude("addListener", "listener", "Tells the listener from now on; the receiver.")
        .Prelude("removeListener", "listener", "Tells the listener no more; the listeners that remain, or false when there never was one.")
        .Prelude("notifyListeners", "message", "Sends the message to every listener that has a slot of its name; the last one's stop status.");
}
