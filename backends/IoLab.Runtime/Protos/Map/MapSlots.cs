using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Map;

/// <summary>The slots of Map (io-language.md 5.6).</summary>
internal static unsafe class MapSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Map", Kind.Map)
        .Eager("with", "key: Sequence, value, ...", &MapAccess.With, "A map of the arguments.", anyReceiver: true)
        .Control("at", "key: Sequence, [default]", &MapAccess.At, "A value; the default is evaluated only when there is none.")
        .Eager("atPut", "key: Sequence, value", &MapAccess.AtPut, "Sets a value.")
        .Control("atIfAbsentPut", "key: Sequence, value", &MapAccess.AtIfAbsentPut, "The value, set first if there was none.")
        .Eager("hasKey", "key: Sequence", &MapAccess.HasKey, "Is there such a key?")
        .Eager("hasValue", "value", &MapAccess.HasValue, "Is there an equal value?")
        .Eager("removeAt", "key: Sequence", &MapAccess.RemoveAt, "Removes an entry.")
        .Eager("empty", "", &MapAccess.Empty, "Removes all entries.")
        .Eager("size", "", &MapAccess.Size, "How many entries.")
        .Eager("isEmpty", "", &MapAccess.IsEmpty, "No entries?")
        .Eager("isNotEmpty", "", &MapAccess.IsNotEmpty, "Any entries?")
        .Eager("keys", "", &MapAccess.Keys, "A list of the keys.")
        .Eager("values", "", &MapAccess.Values, "A list of the values.")
        .Eager("asList", "", &MapAccess.AsList, "A list of pairs.")
        .Eager("asObject", "", &MapAccess.AsObject, "An object with the entries as slots.")
        .Eager("merge", "map: Map", &MapAccess.Merge, "A map of both's entries, the argument's first.")
        .Eager("mergeInPlace", "map: Map", &MapAccess.MergeInPlace, "Takes over another map's entries.")
        .Eager("reverseMap", "", &MapAccess.ReverseMap, "A map of values to keys.")
        .Eager("addKeysAndValues", "keys: List, values: List", &MapAccess.AddKeysAndValues, "Sets values from two lists.")
        .Control("foreach", "[key,] value, body", &MapLoops.Foreach, "Evaluates the body for each entry.", StopKind.Loop)
        .Control("map", "key, value, body", &MapLoops.Map, "A list of the body's values.", StopKind.Loop)
        .Control("select", "key, [value,] body", &MapLoops.Select, "A map of the entries for which the body is true.", StopKind.Loop)
        .Control("detect", "key, [value,] body", &MapLoops.Detect, "The first entry for which the body is true, as a pair; else false.", StopKind.Loop)
        .Prelude("justSerialized", "stream", "Writes source text to a stream.")
        .Control("asJson", "", &MapText.AsJson, "JSON text.");
}
