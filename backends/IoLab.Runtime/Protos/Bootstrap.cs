using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos;

/// <summary>Builds a world: protos, slots from the tables, the prelude; then seals the pristine image.</summary>
public static class Bootstrap
{
    private static readonly string[] HiddenFromCore = ["Lobby", "Protos", "Core", "Intrinsics", "ListCursor", Block.FormatterSlots.Proto, List.KeySortSlots.Proto];

    /// <summary>A new world without a machine.</summary>
    public static Vm Create(HostServices host, MutantSet mutants = default)
    {
        var vm = new Vm(host, mutants);
        var world = vm.World;
        foreach (var table in Builtins.Tables)
        {
            var proto = world.Proto(table.Proto);
            if (!HiddenFromCore.Contains(table.Proto))
                vm.Slots.Set(world.Core, vm.Symbols.Intern(table.Proto), proto);
            if (table.MakePayload is { } makePayload)
                proto.Payload = makePayload(vm);
            if (table.Parent is { } parent)
                vm.Slots.SetProtos(proto, [world.Proto(parent), world.Object]);
            Install(vm, table, proto);
        }
        foreach (var table in Builtins.Tables)
        {
            foreach (var (name, make) in table.DataSlots)
                vm.Slots.Set(world.Proto(table.Proto), vm.Symbols.Intern(name), make(vm));
        }
        vm.Slots.Set(world.Lobby, vm.Names.Lobby, world.Lobby);
        vm.Slots.Set(world.Lobby, vm.Symbols.Intern("Protos"), world.ProtosHolder);
        vm.Slots.Set(world.ProtosHolder, vm.Symbols.Intern("Core"), world.Core);
        vm.Slots.Set(world.ProtosHolder, vm.Symbols.Intern("Addons"), world.Addons);
        Prelude.Load(vm);
        Seal(vm);
        vm.Lookup.SealImage();
        return vm;
    }

    private static void Install(Vm vm, ProtoTable table, IoObject proto)
    {
        foreach (var builtin in table.Builtins)
        {
            if (builtin.Kind is BuiltinKind.Data or BuiltinKind.Prelude)
                continue;
            var function = vm.World.NewCFunction(builtin);
            vm.Slots.Set(proto, vm.Symbols.Intern(builtin.Name), function);
            if (builtin.IsOnLocals)
                vm.Slots.Set(vm.World.Locals, vm.Symbols.Intern(builtin.Name), function);
            if (builtin.Proto == "Locals" && builtin.Name == "updateSlot")
                vm.World.LocalsUpdateSlot = function;
        }
    }

    /// <summary>Marks everything reachable as the pristine image.</summary>
    private static void Seal(Vm vm)
    {
        var pending = new Stack<IoObject>();
        Add(vm.World.Lobby);
        Add(vm.World.Locals);
        Add(vm.World.Intrinsics);
        Add(vm.World.MainCoroutine);
        while (pending.TryPop(out var o))
        {
            foreach (var proto in o.Shape.Protos)
                Add(proto);
            for (var i = 0; i < o.Shape.Count; i++)
                AddValue(o.Slots[i]);
            switch (o.Payload)
            {
                case ListPayload list:
                    foreach (var item in list.Items)
                        AddValue(item);
                    break;
                case MapPayload map:
                    foreach (var item in map.Entries.Values)
                        AddValue(item);
                    break;
            }
        }

        void AddValue(Value v)
        {
            if (v.Ref is { } o)
                Add(o);
        }

        void Add(IoObject o)
        {
            if ((o.Flags & (ObjectFlags.Image | ObjectFlags.Sentinel)) != 0)
                return;
            o.Flags = (o.Flags & ~ObjectFlags.Dirty) | ObjectFlags.Image;
            pending.Push(o);
        }
    }
}
