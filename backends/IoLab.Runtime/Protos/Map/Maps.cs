using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Map;

/// <summary>What the primitives of Map share.</summary>
internal static class Maps
{
    /// <summary>The entries of a receiver, which may have become something else meanwhile.</summary>
    public static OrderedDictionary<Symbol, Value> Of(Vm vm, Value self) => PayloadOf(vm, self).Entries;

    /// <summary>The map of a receiver; an empty one when it has become something else meanwhile.</summary>
    public static MapPayload PayloadOf(Vm vm, Value self) => vm.Resolve(self).Ref?.Payload as MapPayload ?? new MapPayload();

    /// <summary>The entries of a receiver about to be changed.</summary>
    public static OrderedDictionary<Symbol, Value> ToChange(Vm vm, Value self)
    {
        vm.Journal.SavePayload(vm.Resolve(self).Ref!);
        return PayloadOf(vm, self).ToChange();
    }

    /// <summary>The error of a key that is no Sequence, with the name of the method that really needs it.</summary>
    public static Value WrongKey(Vm vm, Value key, string method, Message message) =>
        vm.Raise($"argument 0 to method '{method}' must be a Sequence, not a '{vm.TypeName(key)}'", message);
}
