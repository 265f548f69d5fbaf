using System.Text.RegularExpressions;

namespace IoLab.Differential.Examining;

/// <summary>
/// The runs of lines in which two texts differ, along a longest common subsequence. Lines that differ in the numbers of identities only are counterparts all the same: a number that one side uses once more changes all that follow.
/// </summary>
internal static partial class DifferingLines
{
    /// <summary>Beyond so many pairs of lines what lies between the common beginning and end is one run.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>The runs in order; of each, one side may be empty.</summary>
    public static IReadOnlyList<(string[] Left, string[] Right)> Of(string[] left, string[] right)
    {
        int start = 0, leftEnd = left.Length, rightEnd = right.Length;
        while (start < leftEnd && start < rightEnd && left[start] == right[start]) start++;
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1]) (leftEnd, rightEnd) = (leftEnd - 1, rightEnd - 1);
        if (start == leftEnd && start == rightEnd) return [];
        string[] l = left[start..leftEnd], r = right[start..rightEnd];
        return (long)l.Length * r.Length > MostPairs ? [(l, r)] : Walk(l, r, Bare(l), Bare(r));
    }

    /// <summary>The runs in which a text that was cut off differs from the beginning of another one.</summary>
    public static IReadOnlyList<(string[] Left, string[] Right)> OfBeginning(string[] left, string[] right)
    {
        // The last lines that there are must not be taken for a common end.
        IReadOnlyList<(string[] Left, string[] Right)> runs = Of([.. left, "\0left"], [.. right, "\0right"]);
        string[] last = runs[^1].Left[..^1], beside = runs[^1].Right[..^1];
        return last.Length == 0 ? [.. runs.SkipLast(1)] : [.. runs.SkipLast(1), (last, beside[..Math.Min(last.Length, beside.Length)])];
    }

    /// <summary>For each pair of places how many lines the rests have in common.</summary>
    private static int[,] Lengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string[] Bare(string[] lines) => [.. lines.Select(line => Identity().Replace(line, "0x#"))];

    [GeneratedRegex(@"0x#\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    private static List<(string[] Left, string[] Right)> Walk(string[] left, string[] right, string[] bareLeft, string[] bareRight)
    {
        int[,] lengths = Lengths(bareLeft, bareRight);
        var runs = new List<(string[], string[])>();
        int i = 0, j = 0, fromLeft = 0, fromRight = 0;
        while (i < left.Length && j < right.Length)
        {
            if (bareLeft[i] == bareRight[j])
            {
                End();
                if (left[i] != right[j]) runs.Add(([left[i]], [right[j]]));
                (fromLeft, fromRight) = (++i, ++j);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        (i, j) = (left.Length, right.Length);
        End();
        return runs;

        void End()
        {
            if (i > fromLeft || j > fromRight) runs.Add((left[fromLeft..i], right[fromRight..j]));
        }
    }
}
