using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts a small value in place of an argument, and of the last statement of a body, which is its value: first one of the type that the expression seems to have, then
/// any.
/// </summary>
internal sealed class ValueReplacement : IReductionPass
{
    private static readonly string[] Untyped = ["nil", "0", "\"\"", "1"];

    /// <inheritdoc/>
    public string Name => "values";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        for (int position = Math.Max(1, from.Place); position < program.Count; position++)
        {
            Place place = program[position];
            if (!IsValue(program, place)) continue;
            foreach (Syntax value in ValuesFor(place.Node))
            {
                Syntax replacement = place.Node.Kind == SyntaxKind.Block ? Syntax.Value(value) : Syntax.Chain([value]);
                yield return new TreeEdit(program[0].Node.Rewrite(position, [replacement]), new Cursor(position));
            }
        }
    }

    private static bool IsValue(SyntaxIndex program, Place place)
    {
        if (place.Node.Single is { IsBare: true } single && Notation.IsLiteral(single.Name)) return false;
        return place.Node.Kind switch
        {
            SyntaxKind.Block => !(place.Order == 0 && Notation.AssignedName(program[place.Parent].Node) is not null),
            SyntaxKind.Chain => place.Parent > 0 && program[place.Parent].Node.Children.Length > 1 && place.Order == program[place.Parent].Node.Children.Length - 1,
            _ => false,
        };
    }

    private static IEnumerable<Syntax> ValuesFor(Syntax expression)
    {
        Syntax? last = expression.Kind == SyntaxKind.Block ? expression.SingleChain?[^1] : expression.Children[^1];
        string[] typed = last?.Name switch
        {
            "==" or "!=" or "<" or ">" or "<=" or ">=" or "and" or "or" or "&&" or "||" or "not" or "contains" or "isNil" => ["true", "false"],
            "+" or "-" or "*" or "/" or "%" or "**" or "size" or "sum" => ["0", "1"],
            ".." or "asString" or "join" or "type" or "interpolate" => ["\"\""],
            _ => [],
        };
        IEnumerable<Syntax> shaped = last is { IsBare: false, Name: "method" or "block" } function && function.Children.Length > 0
            ? [Syntax.Message(function.Name, Syntax.Value(Syntax.Message("nil")))]
            : last is { IsBare: false, Name: "list" } ? [Syntax.Message("list")] : [];
        return shaped.Concat(typed.Concat(Untyped).Distinct().Select(name => Syntax.Message(name)));
    }
}
