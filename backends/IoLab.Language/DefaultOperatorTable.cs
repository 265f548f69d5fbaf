namespace IoLab.Language;

/// <summary>The operators of a fresh VM, for tools and tests that have no VM.</summary>
public sealed class DefaultOperatorTable : IOperatorTable
{
    private static readonly string[] Levels =
    [
        "? @ @@", "**", "* / %", "+ -", "<< >>", "< <= > >=", "== !=", "&", "^", "|", "and &&", "or ||", "..",
        "+= -= *= /= %= &= ^= |= <<= >>=", "return",
    ];

    private static readonly (string Name, string Message)[] Assignments =
    [
        (":=", "setSlot"), ("::=", "newSlot"), ("=", "updateSlot"),
    ];

    private readonly Dictionary<Symbol, int> _precedences = [];
    private readonly Dictionary<Symbol, Symbol> _assignments = [];

    /// <summary>The table with its names in one VM's symbols.</summary>
    public DefaultOperatorTable(SymbolTable symbols)
    {
        foreach (var (name, precedence) in Operators)
            _precedences.Add(symbols.Intern(name), precedence);
        foreach (var (name, message) in Assignments)
            _assignments.Add(symbols.Intern(name), symbols.Intern(message));
    }

    /// <summary>The binary operators with their precedences, tightest first.</summary>
    public static IEnumerable<(string Name, int Precedence)> Operators =>
        Levels.SelectMany((names, precedence) => names.Split(' ').Select(name => (name, precedence)));

    /// <summary>The assignment operators with their slot-setting messages.</summary>
    public static IEnumerable<(string Name, string Message)> AssignmentOperators => Assignments;

    /// <inheritdoc/>
    public int? Precedence(Symbol name) => _precedences.TryGetValue(name, out var precedence) ? precedence : null;

    /// <inheritdoc/>
    public Symbol? AssignmentMessage(Symbol name) => _assignments.GetValueOrDefault(name);

    /// <summary>Adds or changes a binary operator.</summary>
    public void Add(Symbol name, int precedence) => _precedences[name] = precedence;

    /// <summary>Adds or changes an assignment operator.</summary>
    public void AddAssignment(Symbol name, Symbol message) => _assignments[name] = message;
}
