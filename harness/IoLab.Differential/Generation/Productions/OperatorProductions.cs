using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Operators without parentheses, operators of the program's own, forms of assignment.</summary>
internal static class OperatorProductions
{
    private const Feature Mine = Feature.Operators;
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "%", "**", "<<", ">>", "&", "|", "^"];
    /// <summary>What they answer depends on the size of a machine's integers.</summary>
    private static readonly string[] Shifts = ["<<", ">>", "&", "|", "^"];

    private static readonly string[] Logic = ["and", "or", "==", "!=", "<", ">", "<=", ">=", ".."];
    /// <summary>What is assigned in the middle of an expression is a syntax error to some.</summary>
    private static readonly string[] Spread = ["return", "?", "@", "+=", "and", "||", "&&"], Assigning = [.. Spread, "=", ":=", "::="];

    private static readonly string[] Invented = ["<=>", "=>", "~", "!!", "+++", "hello", "->"];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(Mine, IoType.Number, 4, draft => Soup(draft, IoType.Number, Arithmetic)),
        new(Mine, IoType.Any, 4, draft => Soup(draft, IoType.Any, [.. Arithmetic, .. LogicOf(draft)])),
        new(Mine, IoType.Boolean, 2, draft => Soup(draft, IoType.Boolean, LogicOf(draft))),
        new(Mine, IoType.Any, 1, draft => Source.Chain(IoType.Any, $"{draft.Of(IoType.Number):r} {draft.Random.Pick(Arithmetic)}({draft.Of(IoType.Number)})")),
        new(Mine, IoType.Number, 1, draft => Source.Loose(IoType.Number, $"-{draft.Of(IoType.Number):r}")),
        new(Mine, IoType.Text, 3, Tree),
        new(Mine, IoType.Statement, 3, NewOperator),
        new(Mine, IoType.Statement, 2, NewAssignment),
        new(Mine, IoType.Statement, 2, OwnOperator),
        new(Mine, IoType.Statement, 2, Assignments),
        new(Mine, IoType.Statement, 1, Brackets),
    ];

    /// <summary>Operands are of all kinds: which of two is less is not alike everywhere then.</summary>
    private static string[] LogicOf(Draft draft) => draft.Policies.IsPortable ? [.. Logic.Where(name => !Operators.Orders(name))] : Logic;

    /// <summary>Operands and operators as they come: precedence decides.</summary>
    private static Expression Soup(Draft draft, IoType type, string[] operators)
    {
        int count = draft.Random.Between(2, 5);
        if (draft.Policies.IsPortable) operators = [.. operators.Except(Shifts)];
        var pieces = new List<Piece>(count * 2 + 1);
        for (int i = 0; i <= count; i++)
        {
            if (i > 0) pieces.Add(new Piece($" {draft.Random.Pick(operators)} ", null, 0));
            pieces.Add(new Piece(null, draft.Tightly(() => draft.Of(draft.Random.Chance(85) ? IoType.Number : IoType.Boolean)), Binding.Chain));
        }

        return new Form(type, Binding.OfLevel(14), pieces);
    }

    /// <summary>How a text is shuffled.</summary>
    private static Expression Tree(Draft draft)
    {
        Expression soup = Soup(draft, IoType.Any, [.. Arithmetic, .. Logic, .. draft.Policies.IsPortable ? Spread : Assigning]);
        return Source.Chain(IoType.Text, $"message(a {soup}) code");
    }

    private static Expression? NewOperator(Draft draft)
    {
        if (draft.Place.MayRepeat) return null;
        string name = draft.Random.Pick(Invented);
        Expression code = draft.Tightly(() => Source.Chain(
            IoType.Any, $"{draft.Of(IoType.Number):r} {draft.Random.Pick("+", "*", "-")} {draft.Of(IoType.Number):r} {name} {draft.Of(IoType.Number):r} {draft.Random.Pick("+", "*", "and", "..")} {draft.Of(IoType.Number):r}"));
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"OperatorTable addOperator(\"{name}\", {draft.Random.Pick(0, 2, 3, 5, 9, 11, 13)})"),
            Source.Word(IoType.Statement, $"Number setSlot(\"{name}\", method(o, self * 10 + o))"),
            Source.Word(IoType.Statement, $"doString({Quote(code)}) println"),
        ]);
    }

    private static Expression? NewAssignment(Draft draft)
    {
        if (draft.Place.MayRepeat) return null;
        string name = draft.Random.Pick("<-", "<:", "becomes");
        return Source.Statements(IoType.Statement,
        [
            Source.Word(IoType.Statement, $"OperatorTable addAssignOperator(\"{name}\", \"assignIt\")"),
            Source.Word(IoType.Statement, "assignIt := method(name, value, writeln(name, \" is \", value); setSlot(name, value); value)"),
            Source.Chain(IoType.Statement, $"doString({Quote(draft.Tightly(() => Source.Chain(IoType.Any, $"fresh {name} {draft.Of(IoType.Number)}")))}) println"),
        ]);
    }

    private static Expression? OwnOperator(Draft draft)
    {
        if (draft.Protos.Count == 0) return null;
        ProtoModel proto = draft.Random.OneOf(draft.Protos);
        string name = draft.Random.Pick("+", "-", "*", "==", "<", "..", "@@@", "**", "%", "and");
        Expression body = draft.Random.Pick<Func<Expression>>(() => Source.Word(IoType.Any, "o"), () => Plain.Literal(draft, IoType.Number), () => Source.Word(IoType.Any, "writeln(\"op\"); 5"))();
        return Source.Statements(IoType.Statement,
        [
            Source.Chain(IoType.Statement, $"{proto.Name} setSlot(\"{name}\", method(o, {body}))"),
            name == "@@@"
                ? Source.Chain(IoType.Statement, $"{proto.Name} clone perform(\"{name}\", {(draft.Policies.IsPortable ? Plain.Of(draft, IoType.Number) : draft.Of(IoType.Number))}) println")
                : Source.Chain(IoType.Statement, $"({proto.Name} clone {name} {draft.Of(IoType.Number):r} {draft.Random.Pick("+", "*", "..")} {draft.Of(IoType.Number):r}) println"),
        ]);
    }

    private static Expression Assignments(Draft draft)
    {
        string first = draft.NewName("n");
        string second = draft.NewName("n");
        Expression value = draft.Of(IoType.Number);
        draft.Scope.Declare(new Variable(first, IoType.Number));
        draft.Scope.Declare(new Variable(second, IoType.Number));
        return draft.Random.Below(4) switch
        {
            0 => Source.Loose(IoType.Statement, $"{first} := {second} := {value}"),
            1 => Source.Statements(IoType.Statement, [Source.Word(IoType.Statement, $"{first} := 0; {second} ::= 1"), Source.Loose(IoType.Statement, $"{first} = {second} = {value}")]),
            2 => Source.Chain(IoType.Statement, $"({first} := {value}) println; {second} := {first}"),
            _ => Source.Chain(IoType.Statement, $"newSlot(\"{first}\", {value}); set{char.ToUpperInvariant(first[0])}{first[1..]}({first}) type println; {second} := 5"),
        };
    }

    private static Expression Brackets(Draft draft)
    {
        draft.Prelude.Need("squareBrackets", () => Source.Word(IoType.Statement, "Object squareBrackets := method(if(call target type == \"List\", call target at(call evalArgAt(0)), call evalArgs))"));
        draft.Prelude.Need("curlyBrackets", () => Source.Word(IoType.Statement, "curlyBrackets := method(call message arguments map(code))"));
        return draft.Random.Below(3) switch
        {
            0 => Source.Chain(IoType.Statement, $"{draft.Of(IoType.Numbers):r}[{draft.Of(IoType.Count)}] println"),
            1 => Source.Chain(IoType.Statement, $"[{CoreProductions.Many(draft, IoType.Number, 3)}] println"),
            _ => Source.Chain(IoType.Statement, $"{{{CoreProductions.Many(draft, IoType.Number, 2)}}} println"),
        };
    }

    /// <summary>A program in a program.</summary>
    public static string Quote(Expression code) =>
        "\"" + SourceWriter.Write(code).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
