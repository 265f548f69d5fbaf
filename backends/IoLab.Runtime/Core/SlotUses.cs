using IoLab.Language;
using IoLab.Runtime.Protos;

namespace IoLab.Runtime.Core;

/// <summary>
/// Which slots of the library's protos a program's own messages found. A slot counts when a lookup of a message ended at it, so reading
/// it with <c>getSlot</c> or reaching it from inside the library does not.
/// </summary>
public sealed class SlotUses
{
    private readonly Dictionary<IoObject, List<string>> _protos = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(IoObject Holder, Symbol Slot)> _seen = [];
    private readonly List<(string Proto, string Slot)> _found = [];

    private readonly IoObject _locals;
    private readonly Symbol _updateSlot;

    /// <summary>Records from now on; the protos are the objects that Core names at this moment; one may have several names.</summary>
    public SlotUses(Vm vm)
    {
        var world = vm.World;
        _locals = world.Locals;
        _updateSlot = vm.Names.UpdateSlot;
        for (var i = 0; i < world.Core.Shape.Count; i++)
        {
            if (world.Core.Slots[i].Ref is not { } proto)
                continue;
            if (!_protos.TryGetValue(proto, out var names))
                _protos.Add(proto, names = []);
            names.Add(world.Core.Shape.NameAt(i).Text);
        }
    }

    /// <summary>What was found, each slot once, in the order of first use.</summary>
    public IReadOnlyList<(string Proto, string Slot)> Found => _found;

    /// <summary>A message's lookup ended here.</summary>
    public void Note(Message message, IoObject holder, Symbol slot)
    {
        // Every activation owns the Locals proto's updateSlot.
        if ((holder.Flags & ObjectFlags.Locals) != 0 && ReferenceEquals(slot, _updateSlot))
            holder = _locals;
        if (ReferenceEquals(message.Label, Prelude.Label) || !_protos.TryGetValue(holder, out var names) || !_seen.Add((holder, slot)))
            return;
        foreach (var name in names)
            _found.Add((name, slot.Text));
    }
}
