using System.Collections.Frozen;

namespace IoLab.Language;

/// <summary>Which messages of a shuffled tree can be written with an operator between operands, and mean the same when parsed.</summary>
internal static class InfixForm
{
    private static readonly FrozenDictionary<string, int> Precedences =
        DefaultOperatorTable.Operators.ToFrozenDictionary(o => o.Name, o => o.Precedence, StringComparer.Ordinal);

    /// <summary>An operator with its one argument, followed by nothing that would join the argument.</summary>
    public static bool IsOperator(Message m, out int precedence) =>
        Precedences.TryGetValue(m.Name.Text, out precedence) && m.Arguments.Length == 1
        && (m.Next is not { IsTerminator: false } next
            || (Precedences.TryGetValue(next.Name.Text, out var following) && following >= precedence && next.Arguments.Length == 1));

    /// <summary>Would an operand without brackets be taken apart, or take in what follows it?</summary>
    public static bool NeedsBrackets(Message operand, int precedence, bool isFollowed)
    {
        for (var m = operand; m is not null; m = m.Next)
        {
            if (m.IsTerminator || (isFollowed && AssignmentOperator(m) is not null))
                return true;
            if (!Precedences.TryGetValue(m.Name.Text, out var inner))
                continue;
            // At the start it is a prefix: it only must not swallow what follows.
            if (m == operand ? isFollowed && (inner > precedence || m.Arguments.Length != 1) : inner >= precedence)
                return true;
        }

        return false;
    }

    /// <summary>Would a value without brackets end early?</summary>
    public static bool NeedsBracketsAsValue(Message value)
    {
        for (var m = value; m is not null; m = m.Next)
        {
            if (m.IsTerminator)
                return true;
        }

        return false;
    }

    /// <summary>The operator of an assignment that can be written with one: of a plain name, at the end of its expression.</summary>
    public static string? AssignmentOperator(Message m)
    {
        if (m.Arguments is not [{ Arguments.Length: 0, Next: null } target, _] || m.Next is { IsTerminator: false })
            return null;
        var name = target.Name.Text;
        if (name.Length < 3 || name[0] != '"' || name[^1] != '"' || !IsPlainName(name.AsSpan(1, name.Length - 2)))
            return null;
        var isUpperCase = name[1] is >= 'A' and <= 'Z';
        return m.Name.Text switch
        {
            "setSlot" when !isUpperCase => ":=",
            "setSlotWithType" when isUpperCase => ":=",
            "newSlot" => "::=",
            "updateSlot" => "=",
            _ => null,
        };
    }

    private static bool IsPlainName(ReadOnlySpan<char> name)
    {
        if (CharacterClasses.Is(name[0], CharacterClass.Digit | CharacterClass.Operator))
            return false;
        foreach (var c in name)
        {
            if (!CharacterClasses.Is(c, CharacterClass.Identifier))
                return false;
        }

        return true;
    }
}
