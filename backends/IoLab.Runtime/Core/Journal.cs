namespace IoLab.Runtime.Core;

/// <summary>
/// The undo journal over the pristine image: the first write to an image object saves it; a reset puts everything back. Cost is
/// proportional to what a program touched, so a session resets in microseconds and compiled code survives.
/// </summary>
public sealed class Journal(Vm vm)
{
    private readonly List<Entry> _entries = [];
    private readonly List<(IoObject Object, Payload Snapshot)> _payloads = [];
    private readonly List<Action> _undo = [];

    private readonly record struct Entry(IoObject Object, Shape Shape, int Count, Value[] Slots, Payload? Payload, ObjectFlags Flags);

    /// <summary>Objects of the image that have been changed since the last reset.</summary>
    public IEnumerable<IoObject> Changed => _entries.Select(e => e.Object).Concat(_payloads.Select(p => p.Object)).Distinct();

    /// <summary>What an image object was before it was changed: its current state if it never was.</summary>
    public void Original(IoObject o, out Shape shape, out Value[] slots, out Payload? payload)
    {
        foreach (var entry in _entries)
        {
            if (!ReferenceEquals(entry.Object, o))
                continue;
            // A unique shape may have grown since; the saved slots tell how far it reached.
            shape = entry.Shape.Count == entry.Count ? entry.Shape : Shape.Unique(entry.Shape.Protos, entry.Shape.Names.Take(entry.Count));
            slots = entry.Slots;
            payload = entry.Payload;
            return;
        }
        shape = o.Shape;
        slots = o.Slots;
        payload = o.Payload;
    }

    /// <summary>Saves slots, protos, flags and payload reference of an image object about to change.</summary>
    public void Save(IoObject o)
    {
        if ((o.Flags & ObjectFlags.Image) == 0)
            return;
        _entries.Add(new Entry(o, o.Shape, o.Shape.Count, [.. o.Slots.AsSpan(0, o.Shape.Count)], o.Payload, o.Flags));
        o.Flags = (o.Flags & ~ObjectFlags.Image) | ObjectFlags.Journaled;
    }

    /// <summary>Saves the content of an image object's payload before it is mutated; call it from every mutating primitive.</summary>
    public void SavePayload(IoObject o)
    {
        if ((o.Flags & (ObjectFlags.Image | ObjectFlags.Journaled)) == 0 || (o.Flags & ObjectFlags.PayloadJournaled) != 0)
            return;
        if (o.Payload?.Snapshot() is not { } snapshot)
            return;
        o.Flags |= ObjectFlags.PayloadJournaled;
        _payloads.Add((o, snapshot));
    }

    /// <summary>Remembers how to undo a change that is not in an object: a message edited in place, a host setting.</summary>
    public void OnReset(Action undo) => _undo.Add(undo);

    /// <summary>Everything back as it was.</summary>
    public void Reset()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
            _undo[i]();
        _undo.Clear();
        foreach (var (o, snapshot) in _payloads)
        {
            o.Payload!.Restore(snapshot);
            o.Flags &= ~ObjectFlags.PayloadJournaled;
        }
        _payloads.Clear();
        var protosChanged = false;
        for (var i = _entries.Count - 1; i >= 0; i--)
            protosChanged |= Restore(_entries[i]);
        _entries.Clear();
        if (protosChanged)
            vm.Symbols.InvalidateAll();
        vm.Lookup.ForgetGuests();
    }

    private static bool Restore(Entry entry)
    {
        var o = entry.Object;
        var protosChanged = !ReferenceEquals(o.Shape.Protos, entry.Shape.Protos) || !ReferenceEquals(o.Payload, entry.Payload);
        foreach (var name in o.Shape.Names)
            name.Epoch++;
        if (entry.Shape.IsUnique && entry.Shape.Count > entry.Count)
            entry.Shape.TruncateUnique(entry.Count);
        if (!ReferenceEquals(o.Shape, entry.Shape))
        {
            foreach (var name in entry.Shape.Names)
                name.Epoch++;
        }
        o.Shape = entry.Shape;
        o.Slots = entry.Slots;
        o.Payload = entry.Payload;
        o.Flags = (entry.Flags & ~ObjectFlags.PayloadJournaled) | (o.Flags & ObjectFlags.Proto);
        return protosChanged;
    }
}
