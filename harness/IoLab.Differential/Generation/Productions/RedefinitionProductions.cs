using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>
/// Slots of the library that answer something else: on one object, on a proto for a while, or from then on. A redefinition only answers a literal or asks what it replaced, so
/// that it cannot call itself. What decides when loops end is redefined only under <see cref="Policies.LyingBuiltins"/>.
/// </summary>
internal static class RedefinitionProductions
{
    private const Feature Mine = Feature.RedefinedBuiltins;

    private static readonly (string Proto, string Slot, string Formals, string Answer)[] Harmless =
    [
        ("List", "size", "", "42"), ("List", "at", "i", "\"item\""), ("List", "first", "", "\"first\""), ("List", "append", "x", "self"), ("List", "map", "", "list(9)"),
        ("List", "isEmpty", "", "true"), ("List", "sum", "", "-1"), ("List", "contains", "x", "true"), ("List", "join", "s", "\"joined\""), ("List", "asString", "", "\"a list\""),
        ("List", "select", "", "list()"), ("List", "sort", "", "list(1)"), ("List", "==", "o", "true"), ("List", "last", "", "nil"), ("List", "foreach", "", "7"),
        ("Sequence", "size", "", "3"), ("Sequence", "at", "i", "65"), ("Sequence", "asUppercase", "", "\"UP\""), ("Sequence", "..", "o", "\"cat\""), ("Sequence", "asString", "", "self"),
        ("Sequence", "foreach", "", "7"), ("Sequence", "asNumber", "", "11"), ("Sequence", "==", "o", "true"), ("Sequence", "asMutable", "", "\"frozen\""),
        ("Number", "abs", "", "8"), ("Number", "floor", "", "8"), ("Number", "sqrt", "", "8"), ("Number", "isEven", "", "nil"), ("Number", "asString", "", "\"num\""), ("Number", "max", "n", "0"),
        ("Number", "negate", "", "5"), ("Number", "repeat", "", "nil"), ("Number", "%", "n", "1"), ("Number", "squared", "", "4"), ("Number", "..", "o", "\"n\""),
        ("Map", "at", "k", "\"value\""), ("Map", "size", "", "1"), ("Map", "keys", "", "list(\"k\")"), ("Map", "hasKey", "k", "true"), ("Map", "atPut", "k, v", "self"),
        ("Block", "call", "", "13"), ("Object", "isNil", "", "true"), ("Object", "print", "", "nil"), ("Object", "println", "", "nil"), ("Object", "ifNilEval", "", "6"),
        ("Object", "switch", "", "6"), ("Object", "list", "", "nil"), ("Object", "perform", "", "6"), ("Object", "type", "", "\"T\""), ("Object", "asString", "", "\"obj\""),
        ("Object", "getSlot", "n", "6"), ("Object", "hasSlot", "n", "true"), ("Object", "block", "", "6"), ("Object", "writeln", "", "nil"), ("Object", "clone", "", "\"cloned\""),
    ];

    private static readonly (string Proto, string Slot, string Formals, string Answer)[] Lying =
    [
        ("Number", "+", "n", "10"), ("Number", "-", "n", "3"), ("Number", "*", "n", "2"), ("Number", "<", "n", "true"), ("Number", ">", "n", "nil"), ("Number", "==", "n", "false"),
        ("Number", "<=", "n", "false"), ("Number", "/", "n", "0.5"), ("Number", "!=", "n", "true"), ("Object", "if", "", "\"iffy\""), ("Object", "and", "x", "nil"),
        ("Object", "or", "x", "true"), ("Object", "not", "", "7"), ("Object", "for", "", "\"forfeit\""), ("Object", "while", "", "nil"), ("true", "not", "", "7"), ("Locals", "if", "", "\"local\""),
    ];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Statement, 4, ForAWhile) { IsPortable = false },
        new(Mine, IoType.Statement, 2, ForEver) { IsPortable = false },
        new(Mine, IoType.Statement, 4, OnOne) { IsPortable = false },
        new(Mine, IoType.Statement, 2, OnOwn),
    ];

    private static Expression? ForAWhile(Draft draft)
    {
        if (draft.Place.MayRepeat) return null;
        (string proto, string slot, string formals, string answer) = Draw(draft);
        string saved = draft.NewName("old");
        Expression save = Source.Word(IoType.Statement, $"{proto} {saved} := {proto} getSlot(\"{slot}\")");
        string passed = formals.Length > 0 && draft.Random.Chance(40) ? $"self {saved}({formals})" : answer;
        Expression define = Source.Word(IoType.Statement, $"{proto} setSlot(\"{slot}\", method({(formals.Length == 0 ? "" : formals + ", ")}{passed}))");
        List<Expression> statements = draft.Statements(1, 3);
        Expression restore = Source.Word(IoType.Statement, $"{proto} setSlot(\"{slot}\", {proto} getSlot(\"{saved}\"))");
        return Source.Statements(IoType.Statement, [save, define, .. statements, restore]);
    }

    private static Expression? ForEver(Draft draft)
    {
        if (draft.Place.MayRepeat || !draft.Random.Chance(40)) return null;
        (string proto, string slot, string formals, string answer) = draft.Random.Pick(Harmless);
        if (proto == "Object") return null;
        return Source.Word(IoType.Statement, $"{proto} {slot} := method({(formals.Length == 0 ? "" : formals + ", ")}{answer})");
    }

    /// <summary>On one list, map or buffer.</summary>
    private static Expression OnOne(Draft draft)
    {
        (IoType type, string proto) = draft.Random.Pick((IoType.Numbers, "List"), (IoType.Numbers, "List"), (IoType.Map, "Map"), (IoType.Buffer, "Sequence"));
        (_, string slot, string formals, string answer) = draft.Random.Pick(Array.FindAll(Harmless, one => one.Proto == proto));
        string name = draft.NewName(CoreProductions.Prefix(type));
        Expression declare = Source.Loose(IoType.Statement, $"{name} := {Plain.Literal(draft, type)}");
        draft.Scope.Declare(new Variable(name, type, IsAssignable: false));
        Expression define = Source.Word(IoType.Statement, $"{name} {(char.IsLetter(slot[0]) ? slot + " := " : $"setSlot(\"{slot}\", ")}method({(formals.Length == 0 ? "" : formals + ", ")}{answer}){(char.IsLetter(slot[0]) ? "" : ")")}");
        var statements = new List<Expression> { declare, define };
        statements.AddRange(draft.Statements(1, 2));
        statements.Add(Source.Word(IoType.Statement, $"{name} {slot}{(formals.Length == 0 ? "" : $"({string.Join(", ", formals.Split(", ").Select(_ => "1"))})")} println"));
        return Source.Statements(IoType.Statement, statements);
    }

    /// <summary>On a proto of the program's own.</summary>
    private static Expression? OnOwn(Draft draft)
    {
        if (draft.Protos.Count == 0) return null;
        (_, string slot, string formals, string answer) = draft.Random.Pick(Array.FindAll(Harmless, one => one.Proto == "Object" && one.Slot is not "clone" and not "type" && (one.Slot != "getSlot" || !draft.Policies.IsPortable)));
        return Source.Word(IoType.Statement, $"{draft.Random.OneOf(draft.Protos).Name} {slot} := method({(formals.Length == 0 ? "" : formals + ", ")}{answer})");
    }

    private static (string Proto, string Slot, string Formals, string Answer) Draw(Draft draft) =>
        draft.Policies.LyingBuiltins && draft.Random.Chance(70) ? draft.Random.Pick(Lying) : draft.Random.Pick(Harmless);
}
