using System.Text.RegularExpressions;

namespace IoLab.Cli.Repl;

/// <summary>Completes names of slots: those of the object that the names before the cursor lead to from the Lobby.</summary>
/// <param name="ask">What the session prints for a program.</param>
internal sealed partial class Completion(Func<string, string> ask)
{
    /// <summary>What could stand at the end of a text.</summary>
    public Offer Offer(string text)
    {
        Match match = Path().Match(text);
        string start = match.Groups["start"].Value;
        // Behind a closing bracket nobody knows the receiver without evaluating it.
        if (!match.Success || IsBehindValue(text[..match.Index])) return new Offer(start, []);
        string[] path = [.. Literal(match.Groups["literal"].Value), .. match.Groups["name"].Captures.Select(name => name.Value)];
        if (path.Length == 0 && start.Length == 0) return new Offer(start, []);
        string names = ask($"Repl complete(list({string.Join(", ", path.Select(Quoted))}), {Quoted(start)})");
        return new Offer(start, [.. names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsName).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static bool IsBehindValue(string before) => before.TrimEnd() is [.., ')' or ']' or '}' or '\\'];

    private static IEnumerable<string> Literal(string literal) => literal switch
    {
        "" => [],
        ['"', ..] => ["Sequence"],
        _ => ["Number"],
    };

    private static bool IsName(string name) => name.All(c => char.IsLetterOrDigit(c) || c is '_' or '?');

    private static string Quoted(string name) => $"\"{name}\"";

    [GeneratedRegex("""(?<literal>("[^"\\]*"|\b[0-9][0-9.]*)\s+)?((?<name>[A-Za-z_][A-Za-z0-9_]*)\s+)*(?<start>([A-Za-z_][A-Za-z0-9_]*)?)$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
