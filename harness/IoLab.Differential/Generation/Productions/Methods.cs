using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Methods and blocks as expressions.</summary>
internal static class Methods
{
    /// <summary>A method for a selector: calls only what has a lower rank.</summary>
    /// <param name="draft">The program.</param>
    /// <param name="selector">What it takes and answers.</param>
    /// <param name="self">The proto it is for, or null for a global one.</param>
    /// <param name="resends">May it call what it overrides?</param>
    public static Expression Make(Draft draft, Selector selector, ProtoModel? self, bool resends = false)
    {
        var place = new Place { Times = 1, RankLimit = selector.Rank, IsInMethod = true, IsReusable = true, Self = self };
        (Expression method, long cost) = draft.Measured(place, hidesLocals: true, () =>
        {
            var names = new string[selector.Parameters.Count];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = draft.NewName("p");
                draft.Scope.Declare(new Variable(names[i], selector.Parameters[i], IsAssignable: selector.Parameters[i] is IoType.Number or IoType.Text));
            }

            List<Expression> statements = draft.Random.Chance(35) ? draft.Statements(1, 2) : [];
            statements.Add(Result(draft, selector, resends));
            Expression body = Source.Statements(selector.Result, statements);
            return names.Length == 0
                ? Source.Chain(IoType.Any, $"method({body})")
                : Source.Chain(IoType.Any, $"method({string.Join(", ", names)}, {body})");
        });
        selector.Steps = Math.Max(selector.Steps, cost + 2);
        return method;
    }

    /// <summary>A method that calls itself; its first argument, a literal of the caller's, is the fuel.</summary>
    public static Expression Recursive(Draft draft, Selector selector)
    {
        const int mostCalls = 16;
        string fuel = draft.NewName("g");
        string value = draft.NewName("p");
        string self = selector.Name;
        var place = new Place { Times = mostCalls, RankLimit = selector.Rank, IsInMethod = true, IsReusable = true };
        draft.Use(Feature.ControlFlow);
        (Expression method, long cost) = draft.Measured(place, hidesLocals: true, () =>
        {
            draft.Scope.Declare(new Variable(value, IoType.Number));
            Expression least = draft.Tightly(() => draft.Of(IoType.Number));
            List<Expression> statements = [Source.Chain(IoType.Statement, $"if({fuel} < 1, return {least})")];
            if (draft.Random.Chance(40)) statements.AddRange(draft.Statements(1, 1));
            Expression next = draft.Of(IoType.Number);
            statements.Add(draft.Random.Below(6) switch
            {
                0 => Source.Chain(IoType.Number, $"{self}({fuel} - 1, {next})"),
                1 => Source.Infix(IoType.Number, draft.Of(IoType.Number), draft.Random.Pick("+", "-", "*"), Source.Chain(IoType.Number, $"{self}({fuel} - 1, {next})")),
                2 => Source.Chain(IoType.Number, $"if({draft.Of(IoType.Boolean)}, {self}({fuel} - 1, {next}), {self}({fuel} - 2, {value}))"),
                3 => Source.Chain(IoType.Number, $"list(1, 2) map(q, q + {self}({fuel} - 4, {next})) sum"),
                4 => Source.Loose(IoType.Number, $"return {self}({fuel} - 1, {next})"),
                _ => Source.Infix(IoType.Number, Source.Chain(IoType.Number, $"{self}({fuel} - 1, {next})"), "-", draft.Of(IoType.Number)),
            });
            return Source.Chain(IoType.Any, $"method({fuel}, {value}, {Source.Statements(IoType.Number, statements)})");
        });
        selector.Steps = cost + 2;
        return method;
    }

    /// <summary>A block of one number that answers a number.</summary>
    public static Expression Block(Draft draft, int times = 1) => draft.InBlock(times, () =>
    {
        string name = draft.NewName("v");
        draft.Scope.Declare(new Variable(name, IoType.Number, IsAssignable: false));
        if (draft.Random.Chance(70)) return Source.Chain(IoType.Block, $"block({name}, {draft.Of(IoType.Number)})");
        List<Expression> statements = draft.Statements(1, 1);
        statements.Add(draft.Of(IoType.Number));
        return Source.Chain(IoType.Block, $"block({name}, {Source.Statements(IoType.Number, statements, isOneLine: draft.Random.Chance(50))})");
    });

    private static Expression Result(Draft draft, Selector selector, bool resends)
    {
        Expression result = draft.Of(selector.Result);
        if (!resends) return draft.Random.Chance(12) ? Source.Loose(selector.Result, $"return {result}") : result;
        Expression above = Source.Word(selector.Result, "resend");
        if (selector.Result == IoType.Number && draft.Random.Chance(60)) return Source.Infix(IoType.Number, above, draft.Random.Pick("+", "-", "*"), result);
        if (selector.Result == IoType.Text && draft.Random.Chance(60)) return Source.Infix(IoType.Text, result, "..", above);
        return draft.Random.Chance(50)
            ? above
            : Source.Chain(selector.Result, $"super({CoreProductions.Message(selector.Result, selector.Name, CoreProductions.Arguments(draft, selector))})");
    }
}
