namespace IoLab.Language.Tests;

/// <summary>Comparison of trees without recursion, and trees made from a seed.</summary>
internal static class Trees
{
    /// <summary>Where two trees differ first, in words; null if they have the same names, literal values and structure.</summary>
    public static string? Difference(Message? left, Message? right)
    {
        var work = new Stack<(Message? Left, Message? Right)>();
        work.Push((left, right));
        while (work.TryPop(out var pair))
        {
            if (pair is (null, null))
                continue;
            if (pair is not ({ } a, { } b))
                return $"one ends where the other has '{(pair.Left ?? pair.Right)!.Name}'";
            if (a.Name.Text != b.Name.Text || !Equals(a.Cached, b.Cached) || a.IsTerminator != b.IsTerminator)
                return $"'{a.Name}' ({a.Cached}) and '{b.Name}' ({b.Cached})";
            if (a.Arguments.Length != b.Arguments.Length)
                return $"'{a.Name}' has {a.Arguments.Length} and {b.Arguments.Length} arguments";
            for (var i = 0; i < a.Arguments.Length; i++)
                work.Push((a.Arguments[i], b.Arguments[i]));
            work.Push((a.Next, b.Next));
        }

        return null;
    }

    /// <summary>Does a tree contain a name in quotes that is no string, such as <c>""a""</c>? It cannot be written down.</summary>
    public static bool HasDoubledQuotes(Message root)
    {
        var work = new Stack<Message>();
        work.Push(root);
        while (work.TryPop(out var m))
        {
            if (m.Name.Text.StartsWith('"') && !IsOneToken(m.Name.Text))
                return true;
            foreach (var argument in m.Arguments)
                work.Push(argument);
            if (m.Next is { } next)
                work.Push(next);
        }

        return false;
    }

    private static bool IsOneToken(string spelling)
    {
        try
        {
            return Parser.Tokens(spelling) is [var only] && only.Name == spelling;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
