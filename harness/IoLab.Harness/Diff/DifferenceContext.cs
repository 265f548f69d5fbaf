using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace IoLab.Harness.Diff;

/// <summary>The neighbourhood of the first change between two texts.</summary>
internal static class DifferenceContext
{
    /// <summary>Lines shown before the first change, and after it at most.</summary>
    private const int Before = 2, After = 6;

    /// <summary>Texts longer than this are not diffed as a whole: the algorithm is quadratic in the number of changes.</summary>
    private const int LongestText = 200_000;

    /// <summary>Up to eight lines, each prefixed with <c>-</c> (left only), <c>+</c> (right only) or a space.</summary>
    public static IReadOnlyList<string> Around(string left, string right)
    {
        if (left.Length > LongestText || right.Length > LongestText)
        {
            return [];
        }

        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(left, right).Lines;
        int first = lines.FindIndex(line => line.Type != ChangeType.Unchanged);
        if (first < 0)
        {
            return [];
        }

        int start = Math.Max(0, first - Before), end = Math.Min(lines.Count, first + After);
        return [.. lines[start..end].Select(line => Prefix(line.Type) + line.Text)];
    }

    private static string Prefix(ChangeType type) => type switch
    {
        ChangeType.Deleted => "- ",
        ChangeType.Inserted => "+ ",
        _ => "  ",
    };
}
