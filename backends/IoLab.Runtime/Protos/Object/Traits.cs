using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Copying another object's slots.</summary>
internal static class Traits
{
    public static Value AddTrait(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return vm.Raise("addTrait requires at least one argument", args.Message);
        var trait = args.Get(vm, 0);
        var renames = args.Get(vm, 1).PayloadAs<MapPayload>();
        foreach (var name in SlotAccess.VisibleNames(vm, trait))
        {
            var newName = name;
            if (SlotAccess.HasOwn(vm, self, name))
            {
                if (ReferenceEquals(name, vm.Names.Type))
                    continue;
                if (renames is null || !renames.Entries.TryGetValue(name, out var rename) || rename.PayloadAs<Seq>() is not { } text)
                    return Conflict(vm, self, name.Text, args);
                newName = vm.SymbolOf(text);
            }
            SlotAccess.Write(vm, self, newName, SlotAccess.OwnValue(vm, trait, name), args.Message);
        }
        return self;
    }

    private static Value Conflict(Vm vm, Value self, string name, in Args args)
    {
        var id = Identity.UniqueId(vm, self, default).PayloadAs<Seq>()!.ToText();
        return vm.Raise($"Slot '{name}' already exists in {vm.TypeName(self)}[{id}]. Give it a new name in the map argument.", args.Message);
    }
}
