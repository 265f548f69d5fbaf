using System.Collections.Frozen;
using IoLab.Language;

namespace IoLab.Differential.Generation.Code;

/// <summary>The operators that every program starts with, and their levels: a lower one binds tighter.</summary>
internal static class Operators
{
    private static readonly FrozenDictionary<string, int> Levels = DefaultOperatorTable.Operators.ToFrozenDictionary(one => one.Name, one => one.Precedence);

    /// <summary>An operator's level.</summary>
    public static int LevelOf(string name) => Levels[name];

    /// <summary>Is it written between its operands?</summary>
    public static bool IsOperator(string name) => Levels.ContainsKey(name);

    /// <summary>Does it ask which of two is less?</summary>
    public static bool Orders(string name) => name is "<" or "<=" or ">" or ">=";
}
