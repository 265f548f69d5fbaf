using System.Text.RegularExpressions;

namespace IoLab.Harness.Diff;

/// <summary>Replaces what differs from run to run without meaning anything, so that texts compare.</summary>
public static partial class TextMask
{
    /// <summary>
    /// Numbers identities (<c>0x7f3a</c>) by first appearance and drops the sign of NaN, which no Io program can rely on.
    /// Two texts that name equal objects in equal places become equal; texts that mix objects up do not.
    /// </summary>
    public static string Apply(string text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        string masked = Identity().Replace(text, match =>
        {
            if (!numbers.TryGetValue(match.Value, out int number))
            {
                number = numbers.Count + 1;
                numbers.Add(match.Value, number);
            }

            return $"0x#{number}";
        });
        return NegativeNan().Replace(masked, "nan");
    }

    /// <summary>Masks every number and identity: for programs that print times.</summary>
    public static string Numbers(string text) => Number().Replace(Identity().Replace(text, "0x#"), "#");

    /// <summary>The words of a text in ordinal order, with identities not numbered: for programs that show the order of a hash table.</summary>
    public static IReadOnlyList<string> SortedWords(string text)
    {
        string[] words = Separator().Split(NegativeNan().Replace(Identity().Replace(text, "0x#"), "nan"));
        Array.Sort(words, StringComparer.Ordinal);
        return [.. words.Where(word => word.Length > 0)];
    }

    /// <summary>Leaves out the lines of back traces below their rules: which callers are seen depends on the tail calls a machine makes of its calls.</summary>
    public static string WithoutFrames(string text) => Frames().Replace(text, "$1");

    [GeneratedRegex(@"^(  -{9}\r?\n)(?:  .*\S +\S+ \d+\r?\n)+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Frames();

    [GeneratedRegex("0x[0-9a-fA-F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    [GeneratedRegex(@"-nan(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NegativeNan();

    [GeneratedRegex(@"\d+(\.\d+)?(e[-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s,()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
