using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>A slot that is assigned at exactly one place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">The assigning message.</param>
/// <param name="Uses">The messages of that name elsewhere than in the value assigned.</param>
internal sealed record Definition(string Name, Place Place, IReadOnlyList<Place> Uses)
{
    /// <summary>What is assigned.</summary>
    public Syntax Value => Place.Node.Children[1];

    /// <summary>The method or block that is assigned, or null.</summary>
    public Syntax? Function => Value.Single is { Name: "method" or "block" } function && !function.IsBare ? function : null;

    /// <summary>The name of the slot that a message is the whole value of, or null.</summary>
    public static string? Around(SyntaxIndex program, Place message)
    {
        Place chain = program[message.Parent], block = program[chain.Parent];
        bool isWhole = chain.Node.Children.Length == 1 && block.Node.Children.Length == 1 && block is { Parent: >= 0, Order: 1 };
        return isWhole ? Notation.AssignedName(program[block.Parent].Node) : null;
    }

    /// <summary>All of them, in the order of the program.</summary>
    public static IEnumerable<Definition> Of(SyntaxIndex program)
    {
        ILookup<string, Place> assigned = program.Of(SyntaxKind.Message).Where(place => Notation.AssignedName(place.Node) is not null)
            .ToLookup(place => Notation.AssignedName(place.Node)!, StringComparer.Ordinal);
        foreach (IGrouping<string, Place> one in assigned)
        {
            if (one.Count() != 1) continue;
            Place place = one.First();
            Place[] mentions = [.. program.Of(SyntaxKind.Message).Where(use => use.Node.Name == one.Key)];
            Place[] uses = [.. mentions.Where(use => !SyntaxIndex.IsWithin(use.Position, place))];
            if (uses.Length == mentions.Length) yield return new Definition(one.Key, place, uses);
        }
    }
}
