using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>
/// A hidden class: slot names to indexes, plus the identity of the protos. Objects made alike share it. A <em>unique</em> shape belongs to
/// one object, is changed in place when slots are added (the name's epoch is bumped then) and replaced when one is removed.
/// Technique: Chambers, Ungar and Lee, "An efficient implementation of SELF", 1989.
/// </summary>
public sealed class Shape
{
    /// <summary>Above this many slots an object gets a unique shape: transition chains would cost more than they share.</summary>
    public const int MaxSharedSlots = 32;

    private const int LinearSearchLimit = 8;

    private static int _made;

    /// <summary>A number of its own, for hashing.</summary>
    public int Id { get; } = Interlocked.Increment(ref _made);

    /// <summary>The number of the shape made last, on whichever thread.</summary>
    public static int Newest => Volatile.Read(ref _made);

    private readonly List<Symbol>? _uniqueNames;
    private readonly Symbol[] _names;
    private Dictionary<Symbol, int>? _index;
    private Dictionary<Symbol, Shape>? _transitions;
    private Symbol? _lastTransitionName;
    private Shape? _lastTransition;

    private readonly Shape _root;

    private Shape(IoObject[] protos, Symbol[] names, Shape? root)
    {
        Protos = protos;
        _names = names;
        _root = root ?? this;
    }

    private Shape(IoObject[] protos, List<Symbol> uniqueNames)
    {
        Protos = protos;
        _names = [];
        _root = this;
        _uniqueNames = uniqueNames;
        _index = new Dictionary<Symbol, int>(uniqueNames.Count * 2);
        for (var i = 0; i < uniqueNames.Count; i++)
            _index.Add(uniqueNames[i], i);
    }

    /// <summary>The protos in order; never changed in place.</summary>
    public IoObject[] Protos { get; }

    /// <summary>Of a root shape: the epoch of <c>init</c> at which objects of this shape were seen to find the built-in one; -1 before.</summary>
    public int PlainInitEpoch { get; set; } = -1;

    /// <summary>The epoch of <c>asBoolean</c> at which conditions were seen to take objects of this shape for true; -1 before. Owned by the machine that runs.</summary>
    public int TrueEpoch = -1;

    /// <summary>Visited mark of the last lookup that passed here: objects of one shape have the same names and protos, so one visit does for all.</summary>
    internal int Mark;

    /// <summary>Of a root shape: how many slots an object of it has had at most, so that the next one's array is made once.</summary>
    private int _mostSlots;

    /// <summary>Makes room for a slot at an index, in an object of this shape.</summary>
    internal Value[] Grown(Value[] slots, int index)
    {
        var size = _root._mostSlots;
        if (size <= index)
            size = _root._mostSlots = slots.Length == 0 ? index + 1 : IsUnique ? index + (index >> 1) + 1 : Math.Min(index + (index >> 1) + 1, MaxSharedSlots);
        var grown = new Value[size];
        slots.AsSpan().CopyTo(grown);
        return grown;
    }

    /// <summary>Does this shape belong to a single object?</summary>
    public bool IsUnique => _uniqueNames is not null;

    /// <summary>How many slots.</summary>
    public int Count => _uniqueNames?.Count ?? _names.Length;

    /// <summary>The name of the slot at an index.</summary>
    public Symbol NameAt(int index) => _uniqueNames is null ? _names[index] : _uniqueNames[index];

    /// <summary>A fresh shape without slots.</summary>
    public static Shape Root(IoObject[] protos) => new(protos, Array.Empty<Symbol>(), null);

    /// <summary>A fresh unique shape with these names.</summary>
    public static Shape Unique(IoObject[] protos, IEnumerable<Symbol> names) => new(protos, names.ToList());

    /// <summary>All names in index order.</summary>
    public IEnumerable<Symbol> Names => _uniqueNames ?? (IEnumerable<Symbol>)_names;

    /// <summary>The index of a slot, or -1.</summary>
    public int IndexOf(Symbol name)
    {
        if (_index is { } index)
            return index.TryGetValue(name, out var found) ? found : -1;
        var names = _names;
        if (names.Length <= LinearSearchLimit)
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (ReferenceEquals(names[i], name))
                    return i;
            }
            return -1;
        }
        var built = new Dictionary<Symbol, int>(names.Length);
        for (var i = 0; i < names.Length; i++)
            built.Add(names[i], i);
        _index = built;
        return built.TryGetValue(name, out var position) ? position : -1;
    }

    /// <summary>The shape with one more slot, shared by all objects that go this way. Only for shapes that are not unique.</summary>
    public Shape With(Symbol name)
    {
        if (ReferenceEquals(_lastTransitionName, name))
            return _lastTransition!;
        if (_transitions is null || !_transitions.TryGetValue(name, out var next))
            next = new Shape(Protos, (Symbol[])[.. _names, name], _root);
        if (_lastTransitionName is not null)
        {
            _transitions ??= new Dictionary<Symbol, Shape> { [_lastTransitionName] = _lastTransition! };
            _transitions[name] = next;
        }
        _lastTransitionName = name;
        _lastTransition = next;
        return next;
    }

    /// <summary>Adds a slot in place. Only for unique shapes; the caller bumps the name's epoch.</summary>
    internal int AddUnique(Symbol name)
    {
        _uniqueNames!.Add(name);
        _index!.Add(name, _uniqueNames.Count - 1);
        return _uniqueNames.Count - 1;
    }

    /// <summary>Forgets the slots from <paramref name="count"/> on, for a reset. Only for unique shapes; the caller bumps the names' epochs.</summary>
    internal void TruncateUnique(int count)
    {
        for (var i = _uniqueNames!.Count - 1; i >= count; i--)
        {
            _index!.Remove(_uniqueNames[i]);
            _uniqueNames.RemoveAt(i);
        }
    }
}
