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

    /// <summary>The messages by which a method, a block or a loop names its parameters or variables.</summary>
    public static IEnumerable<Syntax> Variables(Syntax message)
    {
        int count = message.Name switch
        {
            "method" or "block" => message.Children.Length - 1,
            "for" => 1,
            "foreach" or "map" or "select" or "detect" or "reverseForeach" or "foreachSlot" or "reduce" => Math.Min(2, message.Children.Length - 1),
            "repeat" or "sortBy" or "sortInPlaceBy" => Math.Min(1, message.Children.Length - 1),
            _ => 0,
        };
        return message.Children.Take(Math.Max(0, count)).Select(child => child.Single).OfType<Syntax>().Where(one => one.IsBare && !Notation.IsLiteral(one.Name) && !Notation.IsOperator(one.Name));
    }

    /// <summary>Is it a message of that name, or the name as a string?</summary>
    public static bool IsMention(Syntax message, string name) =>
        message.Name == name || (message.IsBare && message.Name.Length == name.Length + 2 && Notation.IsText(message.Name) && message.Name.AsSpan(1, name.Length).SequenceEqual(name));
}
