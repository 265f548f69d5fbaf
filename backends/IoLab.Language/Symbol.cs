namespace IoLab.Language;

/// <summary>A name, unique within one <see cref="SymbolTable"/>: compare by reference.</summary>
public sealed class Symbol
{
    private readonly EpochClock _clock;
    private int _epoch;

    internal Symbol(string text, int id, EpochClock clock)
    {
        _clock = clock;
        Text = text;
        Id = id;
        IsUpperCase = text.Length > 0 && text[0] is >= 'A' and <= 'Z';
    }

    /// <summary>The name's text.</summary>
    public string Text { get; }

    /// <summary>Its number in the table, from 0 in order of interning.</summary>
    public int Id { get; }

    /// <summary>Does it start with an ASCII upper-case letter? (<c>Name := v</c> also sets <c>type</c>.)</summary>
    public bool IsUpperCase { get; }

    /// <summary>
    /// The count of events that may change what a lookup of this name finds elsewhere than in the receiver's own slots. Owned by the
    /// runtime: cached lookups remember it and are stale when it differs (see ARCHITECTURE.md, "Values and lookup").
    /// </summary>
    public int Epoch
    {
        get => _epoch;
        set
        {
            _epoch = value;
            _clock.Now++;
            if (Watch is { } watch)
                watch.IsTouched = true;
        }
    }

    /// <summary>Is told when the epoch changes; null: nobody. Owned by the runtime.</summary>
    public EpochWatch? Watch;

    /// <summary>Has a locals object ever gained a slot of this name that compiled code did not foresee? Owned by the runtime.</summary>
    public bool IsDynamicLocal;

    /// <summary>A hash of its text for traces, 0 before it is asked for. Owned by the runtime.</summary>
    public ulong ContentHash;

    /// <summary>Does it go when nobody refers to it?</summary>
    public bool IsTransient { get; internal set; }

    /// <summary>The runtime's string object for this name, made on demand.</summary>
    public object? Object;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Counts how often the epoch of any name of a table has changed: while it stands still, no cached lookup has become stale.</summary>
public sealed class EpochClock
{
    /// <summary>The count.</summary>
    public long Now;
}

/// <summary>Learns that the epoch of a name it watches has changed.</summary>
public sealed class EpochWatch
{
    /// <summary>Has one changed since this was last made false?</summary>
    public bool IsTouched;
}
