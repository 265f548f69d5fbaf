using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>The names that a program gives to things: slots, parameters, variables of loops.</summary>
internal static class DefinedNames
{
    /// <summary>All of them, in the order in which they first appear.</summary>
    public static IReadOnlyList<string> Of(SyntaxIndex program)
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (Place place in program.Of(SyntaxKind.Message))
        {
            IEnumerable<string> given = Notation.AssignedName(place.Node) is { } assigned ? [assigned] : Variables(place.Node).Select(variable => variable.Name);
            names.AddRange(given.Where(known.Add));
        }

        return names;
    }

    /// <summary>
    /// The messages by which a method, a block or a loop names its parameters or variables. Of a call that nothing is known of: names in front that its last argument
    /// mentions, because that is how loops are given theirs.
    /// </summary>
    public static IEnumerable<Syntax> Variables(Syntax message)
    {
        bool names = message.Name is "method" or "block" or "for" or "foreach";
        int count = message.Name == "for" ? 1 : Math.Max(0, message.Children.Length - 1);
        foreach (Syntax argument in message.Children.Take(count))
        {
            if (argument.Single is not { IsBare: true } name || Notation.IsLiteral(name.Name) || Notation.IsOperator(name.Name)) yield break;
            if (names || message.Children[^1].All().Any(node => node.Kind == SyntaxKind.Message && node.Name == name.Name)) yield return name;
        }
    }

    /// <summary>Is it a message of that name, or the name as a string?</summary>
    public static bool IsMention(Syntax message, string name) =>
        message.Name == name || (message.IsBare && message.Name.Length == name.Length + 2 && Notation.IsText(message.Name) && message.Name.AsSpan(1, name.Length).SequenceEqual(name));
}
