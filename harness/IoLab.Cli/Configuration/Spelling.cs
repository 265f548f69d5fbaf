namespace IoLab.Cli.Configuration;

/// <summary>"Did you mean".</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to what was typed, or null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        (string Word, int Distance)? best = null;
        foreach (string word in known)
        {
            int distance = Distance(typed.ToLowerInvariant(), word.ToLowerInvariant());
            if (best is null || distance < best.Value.Distance) best = (word, distance);
        }

        int tolerance = Math.Max(1, typed.Length / 3);
        return best is { } found && found.Distance <= tolerance ? found.Word : null;
    }

    /// <summary>A clause for the end of a message: the nearest word, else all of them.</summary>
    public static string Hint(string typed, IReadOnlyCollection<string> known) => Nearest(typed, known) is { } near
        ? $"did you mean {near}?"
        : $"known: {string.Join(", ", known)}";

    /// <summary>Edits between two words; exchanging neighbours is one edit.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
