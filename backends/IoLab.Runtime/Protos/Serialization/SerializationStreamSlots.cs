using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.Serialization;

/// <summary>The slots of SerializationStream: where <c>serialized</c> writes source text (io-language.md 5.19).</summary>
internal static class SerializationStreamSlots
{
    public static readonly ProtoTable Table = new ProtoTable("SerializationStream")
        .Data("type", vm => vm.Text("SerializationStream"), "The kind's name.")
        .Prelude("init", "", "Gives a clone a text and a map of the objects it is inside of.")
        .Prelude("write", "...", "Adds each argument's asString to the text.");
}
