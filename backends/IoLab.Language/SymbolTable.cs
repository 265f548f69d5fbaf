namespace IoLab.Language;

/// <summary>
/// The names of one VM. Names of source text stay for ever; names that a program makes up while it runs, such as the keys of its maps, go when nobody
/// refers to them any more. Not thread safe.
/// </summary>
public sealed class SymbolTable
{
    private readonly Dictionary<string, Symbol> _symbols = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<Symbol> _kept = new(1024);
    private readonly TransientSymbols _transient = new();
    private int _lastId;

    /// <summary>Moves with the epoch of any of its names.</summary>
    public EpochClock Clock { get; } = new();

    /// <summary>An empty table.</summary>
    public SymbolTable() => _bySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names stay for ever.</summary>
    public int Count => _kept.Count;

    /// <summary>All names: those that stay, in order of interning, then the others.</summary>
    public IEnumerable<Symbol> All => _kept.Concat(_transient.Living());

    /// <summary>The symbol of a name, made if new. It stays for ever.</summary>
    public Symbol Intern(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var symbol))
            return symbol;
        if (_transient.Find(text) is { } known)
        {
            Keep(known);
            return known;
        }
        symbol = new Symbol(text.ToString(), _lastId++, Clock);
        Add(symbol);
        return symbol;
    }

    /// <summary>The symbol of a name, made if new; it goes when nobody refers to it.</summary>
    public Symbol InternTransient(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var symbol))
            return symbol;
        if (_transient.Find(text) is { } known)
            return known;
        symbol = new Symbol(text.ToString(), _lastId++, Clock) { IsTransient = true };
        _transient.Add(symbol);
        return symbol;
    }

    /// <summary>Makes a name stay for ever: whoever remembers its epoch must ask for this.</summary>
    public void Keep(Symbol symbol)
    {
        if (!symbol.IsTransient)
            return;
        _transient.Remove(symbol);
        symbol.IsTransient = false;
        Add(symbol);
    }

    private void Add(Symbol symbol)
    {
        _symbols.Add(symbol.Text, symbol);
        _kept.Add(symbol);
    }

    /// <summary>The symbol of a name if it exists.</summary>
    public bool TryGet(ReadOnlySpan<char> text, out Symbol symbol)
    {
        symbol = (_bySpan.TryGetValue(text, out var known) ? known : _transient.Find(text))!;
        return symbol is not null;
    }

    /// <summary>Makes every cached lookup stale. Lookups of names that may go are not cached.</summary>
    public void InvalidateAll()
    {
        foreach (var symbol in _kept)
            symbol.Epoch++;
    }
}
