using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>Names what the program names a, b, c, and A, B, C where a capital letter matters: all at once, then each alone.</summary>
internal sealed class Renaming : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "renaming";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        string[] names = [.. DefinedNames.Of(program).Where(Notation.IsPlainName)];
        HashSet<string> taken = [.. program.Of(SyntaxKind.Message).Select(place => place.Node.Name)];
        if (from.Place == 0)
        {
            HashSet<string> others = [.. taken.Except(names)];
            var all = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string name in names) all.Add(name, Free(name, others));
            yield return new TreeEdit(Renamed(program, all), new Cursor(names.Length + 1));
        }

        for (int i = Math.Max(1, from.Place); i <= names.Length; i++)
        {
            string name = names[i - 1];
            if (name.Length > 1) yield return new TreeEdit(Renamed(program, new() { [name] = Free(name, [.. taken, .. names]) }), new Cursor(i + 1));
        }
    }

    /// <summary>The first name nobody has, which is then taken.</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        char first = char.IsAsciiLetterUpper(name[0]) ? 'A' : 'a';
        for (int round = 0; ; round++)
        {
            for (int letter = 0; letter < 26; letter++)
            {
                string candidate = (char)(first + letter) + (round == 0 ? "" : round.ToString(System.Globalization.CultureInfo.InvariantCulture));
                if (taken.Add(candidate)) return candidate;
            }
        }
    }

    private static Syntax Renamed(SyntaxIndex program, Dictionary<string, string> names) => Renamed(program[0].Node, names);

    private static Syntax Renamed(Syntax tree, Dictionary<string, string> names) => tree.Rewrite((node, _) =>
    {
        if (node.Kind != SyntaxKind.Message) return null;
        string? renamed = names.TryGetValue(node.Name, out string? name) ? name
            : node.IsBare && Notation.IsText(node.Name) && names.TryGetValue(Notation.Content(node.Name), out name) ? $"\"{name}\"" : null;
        return renamed is null ? null : [Syntax.Message(renamed, node.Children.Select(child => Renamed(child, names)))];
    });
}
