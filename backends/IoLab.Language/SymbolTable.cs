namespace IoLab.Language;

/// <summary>The names of one VM. Not thread safe.</summary>
public sealed class SymbolTable
{
    private readonly Dictionary<string, Symbol> _symbols = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<Symbol> _all = new(1024);

    /// <summary>An empty table.</summary>
    public SymbolTable() => _bySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names there are.</summary>
    public int Count => _all.Count;

    /// <summary>All names in order of interning.</summary>
    public IReadOnlyList<Symbol> All => _all;

    /// <summary>The symbol of a name, made if new.</summary>
    public Symbol Intern(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var symbol))
            return symbol;
        symbol = new Symbol(text.ToString(), _all.Count);
        _symbols.Add(symbol.Text, symbol);
        _all.Add(symbol);
        return symbol;
    }

    /// <summary>The symbol of a name if it exists.</summary>
    public bool TryGet(ReadOnlySpan<char> text, out Symbol symbol)
    {
        var found = _bySpan.TryGetValue(text, out var known);
        symbol = known!;
        return found;
    }

    /// <summary>Makes every cached lookup stale.</summary>
    public void InvalidateAll()
    {
        foreach (var symbol in _all)
            symbol.Epoch++;
    }
}
