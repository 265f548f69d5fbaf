using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>What every program may consist of: variables, arithmetic, texts, lists, decisions, calls.</summary>
internal static class CoreProductions
{
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    /// <summary>The types that have values worth computing.</summary>
    public static readonly IoType[] ValueTypes =
        [IoType.Number, IoType.Text, IoType.Boolean, IoType.Numbers, IoType.List, IoType.Map, IoType.Buffer, IoType.Vector, IoType.Object, IoType.Any];

    /// <summary>The productions.</summary>
    public static IEnumerable<Production> All =>
    [
        new(null, IoType.Statement, 9, Print),
        new(null, IoType.Statement, 6, Declare),
        new(null, IoType.Statement, 4, Assign),
        new(null, IoType.Statement, 2, Decide),
        new(null, IoType.Number, 10, draft => Arithmetic(draft)),
        new(null, IoType.Number, 2, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Text):r} size")),
        new(null, IoType.Number, 2, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Numbers):r} size")),
        new(null, IoType.Number, 2, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Numbers):r} at({draft.Of(IoType.Count)})")),
        new(null, IoType.Number, 1, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Number):r} {draft.Random.Pick("abs", "floor", "negate", "squared", "ceil")}")),
        new(null, IoType.Number, 2, draft => Source.Chain(IoType.Number, $"{draft.Of(IoType.Block):r} call({draft.Of(IoType.Number)})")),
        new(null, IoType.Boolean, 6, draft => Compared(draft, IoType.Number)),
        new(null, IoType.Boolean, 2, draft => Compared(draft, IoType.Text)),
        new(null, IoType.Boolean, 2, draft => Source.Infix(IoType.Boolean, draft.Of(IoType.Boolean), draft.Random.Pick("and", "or"), draft.Of(IoType.Boolean))),
        new(null, IoType.Boolean, 2, draft => Source.Chain(IoType.Boolean, $"{draft.Of(IoType.Boolean):r} not")),
        new(null, IoType.Boolean, 1, draft => Source.Chain(IoType.Boolean, $"{draft.Of(IoType.Any):r} isNil")),
        new(null, IoType.Boolean, 1, draft => Source.Chain(IoType.Boolean, $"({draft.Of(IoType.List)} == {draft.Of(IoType.List)})")),
        new(null, IoType.Text, 6, draft => Source.Infix(IoType.Text, draft.Of(IoType.Text), "..", draft.Of(draft.Random.Pick(IoType.Text, IoType.Number, IoType.Boolean)))),
        new(null, IoType.Text, 2, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Number):r} asString")),
        new(null, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Text):r} {draft.Random.Pick("asUppercase", "asLowercase", "reverse", "asCapitalized")}")),
        new(null, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Numbers):r} join({draft.Of(IoType.Text)})")),
        new(null, IoType.Text, 1, draft => Source.Chain(IoType.Text, $"{draft.Of(IoType.Any):r} type")),
        new(null, IoType.Numbers, 4, draft => Source.Chain(IoType.Numbers, $"list({Many(draft, IoType.Number, 4)})")),
        new(null, IoType.List, 4, draft => Source.Chain(IoType.List, $"list({Many(draft, IoType.Any, 4)})")),
        new(null, IoType.List, 4, draft => draft.Of(IoType.Numbers)),
        new(null, IoType.Map, 2, draft => Source.Chain(IoType.Map, $"Map with({Plain.Key(draft)}, {draft.Of(IoType.Number)})")),
        new(null, IoType.Buffer, 2, draft => Source.Chain(IoType.Buffer, $"{draft.Of(IoType.Text):r} asMutable")),
        new(null, IoType.Vector, 2, draft => Source.Chain(IoType.Vector, $"vector({Many(draft, IoType.Number, 3)})")),
        new(null, IoType.Any, 6, draft => draft.Of(draft.Random.Pick(ValueTypes))),
        .. ValueTypes.SelectMany(type => new Production[]
        {
            new(null, type, 2, draft => Source.Chain(type, $"if({draft.Of(IoType.Boolean)}, {draft.Of(type)}, {draft.Of(type)})")),
            new(null, type, 4, draft => CallGlobal(draft, type)),
            new(null, type, 1, draft => Source.Loose(type, $"{draft.NewName("t")} := {draft.Of(type)}")),
        }),
    ];

    /// <summary>So many expressions or fewer, at least one.</summary>
    public static IReadOnlyList<Expression> Many(Draft draft, IoType type, int greatest)
    {
        var made = new Expression[draft.Random.Between(1, greatest)];
        for (int i = 0; i < made.Length; i++) made[i] = type == IoType.Number && draft.Policies.IsPortable ? draft.Typed(type) : draft.Of(type);
        return made;
    }

    /// <summary>Arguments for a method.</summary>
    public static IReadOnlyList<Expression> Arguments(Draft draft, Selector selector)
    {
        var made = new List<Expression>(selector.Parameters.Count);
        foreach (IoType parameter in selector.Parameters) made.Add(draft.Of(parameter));
        if (made.Count > 0 && draft.Random.Chance(2)) made.RemoveAt(made.Count - 1);
        else if (draft.Random.Chance(2)) made.Add(draft.Of(IoType.Number));
        return made;
    }

    /// <summary>A message with its arguments, if it has any.</summary>
    public static Expression Message(IoType type, string name, IReadOnlyList<Expression> arguments) =>
        arguments.Count == 0 ? Source.Word(type, name) : Source.Chain(type, $"{name}({arguments})");

    /// <summary>Declares a variable of the current scope.</summary>
    public static Expression Declare(Draft draft, IoType type, Expression value, bool isAssignable = true)
    {
        string name = draft.NewName(Prefix(type));
        draft.Scope.Declare(new Variable(name, type, isAssignable));
        return Source.Loose(IoType.Statement, $"{name} {(draft.Random.Chance(95) ? ":=" : "::=")} {value}");
    }

    /// <summary>A letter that tells a name's type.</summary>
    public static string Prefix(IoType type) => type switch
    {
        IoType.Number => "n",
        IoType.Text => "s",
        IoType.Buffer => "b",
        IoType.Vector => "v",
        IoType.Numbers or IoType.List => "l",
        IoType.Map => "h",
        IoType.Object => "o",
        IoType.Boolean => "f",
        IoType.Block => "k",
        IoType.Message => "m",
        IoType.Exception => "e",
        _ => "u",
    };

    private static Expression Print(Draft draft)
    {
        IoType type = draft.Random.Pick(IoType.Number, IoType.Number, IoType.Text, IoType.Numbers, IoType.Boolean, IoType.List, IoType.Any);
        Expression value = draft.Of(type);
        return draft.Random.Below(5) switch
        {
            0 => Source.Chain(IoType.Statement, $"writeln(\"{draft.NewName("at")} \", {value})"),
            1 => Source.Chain(IoType.Statement, $"writeln({value}, \" \", {draft.Of(IoType.Number)})"),
            2 => Source.Chain(IoType.Statement, $"{value:r} print; \"\" println"),
            _ => Source.Chain(IoType.Statement, $"{value:r} println"),
        };
    }

    private static Expression Declare(Draft draft)
    {
        IoType type = draft.Random.Pick(
            IoType.Number, IoType.Number, IoType.Number, IoType.Text, IoType.Text, IoType.Numbers, IoType.Numbers, IoType.List, IoType.Map, IoType.Boolean, IoType.Buffer, IoType.Object);
        return Declare(draft, type, draft.Of(type));
    }

    private static Expression? Assign(Draft draft)
    {
        if (draft.Scope.Find(draft.Random, variable => variable.IsAssignable && variable.Type is not IoType.Block and not IoType.Object) is not { } variable) return null;
        draft.Spend(1);
        bool mayGrow = draft.Place.MayRepeat && variable.Type is not IoType.Number and not IoType.Boolean;
        Expression value = mayGrow ? Plain.Literal(draft, variable.Type) : draft.Of(variable.Type);
        return Source.Loose(IoType.Statement, $"{variable.Name} = {value}");
    }

    private static Expression Decide(Draft draft)
    {
        Expression condition = draft.Of(IoType.Boolean);
        Expression then = draft.Looped(1, () => Nested(draft, 1, 2));
        return draft.Random.Chance(50)
            ? Source.Chain(IoType.Statement, $"if({condition}, {then})")
            : Source.Chain(IoType.Statement, $"if({condition}, {then}, {draft.Looped(1, () => Nested(draft, 1, 2))})");
    }

    /// <summary>Statements in parentheses.</summary>
    public static Expression Nested(Draft draft, int least, int greatest)
    {
        List<Expression> statements = draft.Statements(least, greatest);
        return Source.Statements(IoType.Statement, statements, statements.Count < 3 && draft.Random.Chance(40));
    }

    /// <summary>In a portable program both operands are what they should be: values of different kinds have no order that all implementations share.</summary>
    private static Expression Compared(Draft draft, IoType type) => draft.Policies.IsPortable
        ? Source.Infix(IoType.Boolean, draft.Typed(type), draft.Random.Pick(Comparisons), draft.Typed(type))
        : Source.Infix(IoType.Boolean, draft.Of(type), draft.Random.Pick(Comparisons), draft.Of(type));

    private static Expression Arithmetic(Draft draft)
    {
        string name = draft.Random.Pick("+", "+", "-", "-", "*", "*", "/", "%");
        return Source.Infix(IoType.Number, draft.Of(IoType.Number), name, draft.Of(IoType.Number));
    }

    private static Expression? CallGlobal(Draft draft, IoType type)
    {
        Selector? found = null;
        int seen = 0;
        foreach (Selector selector in draft.Selectors)
        {
            if (!selector.IsGlobal || selector.Rank >= draft.Place.RankLimit || (selector.Result != type && type != IoType.Any)) continue;
            seen++;
            if (draft.Random.Below(seen) == 0) found = selector;
        }

        if (found is null) return null;
        draft.Spend(found.Steps);
        return Message(type, found.Name, Arguments(draft, found));
    }
}
