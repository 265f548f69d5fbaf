using IoLab.Language;
using IoLab.Language.Mutants;

namespace IoLab.Runtime.Core;

/// <summary>The payload of maps: symbols to values in order of insertion.</summary>
public sealed class MapPayload : Payload
{
    private const int FewEntries = 16;
    private const int MostPlaces = 1024;

    /// <summary>Where the entries of keys were found last, by the last bits of their ids: only guesses, which the entry there confirms.</summary>
    private int[] _places = [];

    /// <summary>The entries, to be read, or to be filled while the map is new; .NET 10's ordered dictionary removes in linear time.</summary>
    public OrderedDictionary<Symbol, Value> Entries { get; private set; } = [];

    /// <summary>How often it may have changed since it was made: equal means unchanged.</summary>
    public int Changes { get; private set; }

    /// <summary>The entries about to be changed. The caller has told the journal.</summary>
    public OrderedDictionary<Symbol, Value> ToChange()
    {
        Changes++;
        return Entries;
    }

    /// <summary>Finds the value of a key.</summary>
    public bool TryGet(Symbol key, out Value value)
    {
        var entries = Entries;
        if (TryGuess(key, entries, out var at))
        {
            value = entries.GetAt(at).Value;
            return true;
        }
        if (!entries.TryGetValue(key, out value, out at))
            return false;
        Guess(key, at, entries.Count);
        return true;
    }

    /// <summary>Gives a key a value. The caller has told the journal.</summary>
    public void Put(Symbol key, in Value value)
    {
        var entries = ToChange();
        if (TryGuess(key, entries, out var at))
        {
            entries.SetAt(at, value);
            return;
        }
        if (!entries.TryAdd(key, value, out at))
            entries.SetAt(at, value);
        Guess(key, at, entries.Count);
    }

    private bool TryGuess(Symbol key, OrderedDictionary<Symbol, Value> entries, out int at)
    {
        var places = _places;
        at = 0;
        if (places.Length == 0)
            return false;
        at = places[key.Id & (places.Length - 1)];
        return at < entries.Count && ReferenceEquals(entries.GetAt(at).Key, key);
    }

    private void Guess(Symbol key, int at, int count)
    {
        if (count > _places.Length / 2 && _places.Length < MostPlaces && count >= FewEntries)
            _places = new int[Math.Min(MostPlaces, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 4))];
        if (_places.Length > 0)
            _places[key.Id & (_places.Length - 1)] = at;
    }

    /// <inheritdoc/>
    public override Kind Kind => Kind.Map;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => vm.Mutants.Has(Mutant.MapCloneShares) && Entries.Count > 0 ? new MapPayload { Entries = Entries } : Snapshot();

    /// <inheritdoc/>
    public override Payload Snapshot() => new MapPayload { Entries = new OrderedDictionary<Symbol, Value>(Entries) };

    /// <inheritdoc/>
    public override void Restore(Payload snapshot)
    {
        Entries = ((MapPayload)snapshot).Entries;
        Changes++;
    }
}
