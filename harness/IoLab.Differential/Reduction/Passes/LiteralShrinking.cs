using System.Globalization;
using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Numbers towards 0, 1 and small whole ones, by half and by powers of two, since steps that are halves of any number tend to be all odd, and what only odd numbers show then shrinks by twos; strings towards the empty one, by halves, quarters and single characters.
/// </summary>
internal sealed class LiteralShrinking : IReductionPass
{
    /// <inheritdoc/>
    public string Name => "literals";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        foreach (Place literal in program.Of(SyntaxKind.Message, from.Place).Where(place => place.Node.IsBare))
        {
            if (literal.Order == 0 && IsAssignedName(program, literal)) continue;
            foreach (string smaller in Notation.IsNumber(literal.Node.Name) ? Numbers(literal.Node.Name) : Notation.IsText(literal.Node.Name) ? Texts(literal.Node.Name) : [])
            {
                yield return new TreeEdit(program[0].Node.Rewrite(literal.Position, [Syntax.Message(smaller)]), new Cursor(literal.Position));
            }
        }
    }

    private static bool IsAssignedName(SyntaxIndex program, Place literal)
    {
        Place block = program[program[literal.Parent].Parent];
        return block is { Parent: >= 0, Order: 0 } && Notation.AssignedName(program[block.Parent].Node) is not null;
    }

    private static IEnumerable<string> Numbers(string spelling)
    {
        double value = Value(spelling);
        var tried = new HashSet<double>();
        if (!double.IsFinite(value)) return ["0", "1"];
        double whole = Math.Truncate(value);
        List<double> candidates = [0, 1, 2, 10, whole, value, Math.Truncate(whole / 2)];
        for (double step = whole < 1 ? 0 : Math.ScaleB(1, Math.ILogB(whole)); step >= 1 && candidates.Count < 64; step /= 2) candidates.Add(whole - step);
        return candidates.Where(one => one <= value && tried.Add(one)).Select(one => one.ToString("R", CultureInfo.InvariantCulture)).Where(text => text != spelling && !text.Contains('+'));
    }

    private static double Value(string spelling) =>
        spelling.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(spelling.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long bits) ? bits : double.NaN
            : double.TryParse(spelling, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;

    private static IEnumerable<string> Texts(string spelling)
    {
        string content = Notation.Content(spelling);
        yield return "\"\"";
        yield return "\"a\"";
        if (spelling.Length > content.Length + 2) yield return $"\"{content}\"";
        string quote = spelling[..((spelling.Length - content.Length) / 2)];
        foreach ((int start, int end, _) in Chunks.Of(content.Length)) yield return quote + content.Remove(start, end - start) + quote;
    }
}
