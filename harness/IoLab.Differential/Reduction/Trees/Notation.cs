using System.Collections.Frozen;
using IoLab.Language;

namespace IoLab.Differential.Reduction.Trees;

/// <summary>What names mean to the parser: operators, assignments, literals.</summary>
internal static class Notation
{
    private static readonly FrozenDictionary<string, int> Precedences =
        DefaultOperatorTable.Operators.ToFrozenDictionary(one => one.Name, one => one.Precedence, StringComparer.Ordinal);

    /// <summary>The precedence of <c>return</c>: nothing binds looser.</summary>
    public static int Loosest { get; } = Precedences.Values.Max();

    /// <summary>The precedence of a message that is written as an operator with its operand; null for others.</summary>
    public static int? Precedence(Syntax message) =>
        message.Children.Length == 1 && Precedences.TryGetValue(message.Name, out int precedence) ? precedence : null;

    /// <summary>Is it the name of an operator?</summary>
    public static bool IsOperator(string name) => Precedences.ContainsKey(name);

    /// <summary>The name that a slot-setting message sets; null for other messages.</summary>
    public static string? AssignedName(Syntax message) =>
        message.Name is "setSlot" or "setSlotWithType" or "newSlot" or "updateSlot" && message.Children.Length == 2
        && message.Children[0].Single is { IsBare: true } target && IsText(target.Name) ? Content(target.Name) : null;

    /// <summary>The operator of a slot-setting message that can be written with one; null for others.</summary>
    public static string? AssignmentOperator(Syntax message)
    {
        if (AssignedName(message) is not { } name || !IsPlainName(name)) return null;
        bool isUpperCase = char.IsAsciiLetterUpper(name[0]);
        return message.Name switch
        {
            "setSlot" when !isUpperCase => ":=",
            "setSlotWithType" when isUpperCase => ":=",
            "newSlot" => "::=",
            "updateSlot" => "=",
            _ => null,
        };
    }

    /// <summary>Is it a number literal?</summary>
    public static bool IsNumber(string name) => name.Length > 0 && (char.IsAsciiDigit(name[0]) || (name[0] == '.' && name.Length > 1 && char.IsAsciiDigit(name[1])));

    /// <summary>Is it a string literal?</summary>
    public static bool IsText(string name) => name.Length >= 2 && name[0] == '"' && name[^1] == '"';

    /// <summary>Is it a literal, or a name that stands for one?</summary>
    public static bool IsLiteral(string name) => IsNumber(name) || IsText(name) || name is "nil" or "true" or "false";

    /// <summary>What stands between a string literal's quotes, escapes as they are.</summary>
    public static string Content(string literal) => literal.Length >= 6 && literal.StartsWith("\"\"\"", StringComparison.Ordinal) ? literal[3..^3] : literal[1..^1];

    /// <summary>Can it stand on the left of an assignment operator?</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !IsOperator(name);
}
