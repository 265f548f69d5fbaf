using IoLab.Language;

namespace IoLab.Differential.Generation.Mutation;

/// <summary>A program as a list of statements that can be changed: each a tree with operators where they stand in the text.</summary>
internal sealed class MutableProgram
{
    /// <summary>What ends by counting: nothing is changed inside, because it might no longer end.</summary>
    private static readonly HashSet<string> Frozen = ["while", "loop", "repeat", "for"];

    /// <summary>The statements.</summary>
    public List<Message> Statements { get; } = [];

    /// <summary>The program of a text, which must compile.</summary>
    public static MutableProgram Read(string source)
    {
        var program = new MutableProgram();
        Message? rest = ProgramText.Parse(source);
        while (rest is not null)
        {
            (Message? statement, rest) = CutStatement(rest);
            if (statement is not null) program.Statements.Add(statement);
        }

        return program;
    }

    /// <summary>Its text.</summary>
    public string Write() => string.Concat(Statements.Select(statement => Printer.Print(statement) + "\n"));

    /// <summary>The places of a statement where something may be changed, in the order of the text.</summary>
    public static List<TreePlace> Places(Message statement)
    {
        var places = new List<TreePlace>();
        var open = new Stack<TreePlace>();
        open.Push(new TreePlace(statement, null, 0, null));
        while (open.TryPop(out TreePlace place))
        {
            places.Add(place);
            Message message = place.Message;
            if (message.Next is { } next) open.Push(new TreePlace(next, place.Parent, place.Argument, message));
            if (Frozen.Contains(message.Name.Text)) continue;
            for (int i = message.Arguments.Length - 1; i >= 0; i--) open.Push(new TreePlace(message.Arguments[i], message, i, null));
        }

        return places;
    }

    private static (Message? Statement, Message? Behind) CutStatement(Message first)
    {
        if (first.IsTerminator) return (null, first.Next);
        Message last = first;
        while (last.Next is { IsTerminator: false } next) last = next;
        Message? rest = last.Next?.Next;
        last.Next = null;
        return (first, rest);
    }
}
