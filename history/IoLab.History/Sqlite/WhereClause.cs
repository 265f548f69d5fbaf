using System.Globalization;

namespace IoLab.History.Sqlite;

/// <summary>Collects conditions and their parameters.</summary>
internal sealed class WhereClause
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    /// <summary>The clause, or nothing when there is no condition.</summary>
    public string Sql => _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);

    /// <summary>The parameters' values in order.</summary>
    public object?[] Values => [.. _values];

    /// <summary>Exactly this text, or a pattern when it has <c>*</c> or <c>?</c>; null asks for nothing.</summary>
    public void Text(string column, string? text)
    {
        if (text is null)
        {
            return;
        }
        bool isPattern = text.AsSpan().IndexOfAny('*', '?') >= 0;
        // GLOB's third special character is not ours: a bracket stands for itself.
        Compare(column, isPattern ? "GLOB" : "=", isPattern ? text.Replace("[", "[[]", StringComparison.Ordinal) : text);
    }

    /// <summary>A comparison; a null value asks for nothing.</summary>
    public void Compare(string column, string comparison, string? value)
    {
        if (value is not null)
        {
            _conditions.Add($"{column} {comparison} {Parameter(value)}");
        }
    }

    /// <summary>Adds a parameter and answers its name.</summary>
    public string Parameter(object? value)
    {
        _values.Add(value);
        return "$" + (_values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
