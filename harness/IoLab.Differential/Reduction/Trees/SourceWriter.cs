using System.Collections.Immutable;
using System.Text;

namespace IoLab.Differential.Reduction.Trees;

/// <summary>
/// Writes trees as source text: a line to a statement, and arguments on lines of their own where a line would be too long. What a text means is what it parses to: a
/// tree that no text has comes out as the text of a similar one.
/// </summary>
internal sealed class SourceWriter(SourceForm form)
{
    private const int Width = 100;
    private const int Indentation = 4;

    /// <summary>A program's text; every line ends with a newline.</summary>
    public string Write(Syntax program)
    {
        var builder = new StringBuilder();
        foreach (Syntax chain in program.Children)
        {
            WriteChain(builder, chain, 0);
            builder.Append('\n');
        }

        return builder.ToString();
    }

    /// <summary>A block on one line.</summary>
    private string Line(Syntax block) => block.Text ??= string.Join("; ", block.Children.Select(ChainLine));

    private string ChainLine(Syntax chain)
    {
        if (chain.Text is { } known) return known;
        var builder = new StringBuilder();
        for (int i = 0; i < chain.Children.Length; i++)
        {
            if (i > 0) builder.Append(' ');
            builder.Append(MessageLine(chain.Children, i));
        }

        return chain.Text = builder.ToString();
    }

    private string MessageLine(ImmutableArray<Syntax> chain, int i)
    {
        Syntax message = chain[i];
        if (form == SourceForm.Infix)
        {
            if (i == chain.Length - 1 && Notation.AssignmentOperator(message) is { } assignment)
            {
                return message.Text ??= $"{Notation.AssignedName(message)} {assignment} {Value(message.Children[1])}";
            }

            if (Notation.Precedence(message) is { } precedence)
            {
                string operand = message.Text ??= NeedsBrackets(message.Children[0], precedence) ? $"({Line(message.Children[0])})" : Line(message.Children[0]);
                return i == 0 && IsTightPrefix(message.Name, operand) ? message.Name + operand : $"{message.Name} {operand}";
            }
        }

        // A group behind a name would be the name's arguments.
        bool needsEmptyArguments = message.IsBare && i + 1 < chain.Length && chain[i + 1].Name.Length == 0;
        if (needsEmptyArguments) return message.Name + "()";
        return Notation.AssignmentOperator(message) is null ? message.Text ??= CallLine(message) : CallLine(message);
    }

    private string CallLine(Syntax message)
    {
        (string open, string close) = Brackets(message);
        return message.IsBare && close == ")" ? message.Name : open + string.Join(", ", message.Children.Select(Line)) + close;
    }

    private string Value(Syntax block) => block.Children.Length == 1 ? Line(block) : $"({Line(block)})";

    private static (string Open, string Close) Brackets(Syntax message) => message.Name switch
    {
        "squareBrackets" => ("[", "]"),
        "curlyBrackets" => ("{", "}"),
        _ => (message.Name + "(", ")"),
    };

    private static bool IsTightPrefix(string name, string operand) =>
        !char.IsAsciiLetter(name[0]) && operand.Length > 0 && (char.IsAsciiLetterOrDigit(operand[0]) || operand[0] is '"' or '_');

    /// <summary>Would an operand be taken apart without brackets, or take in what follows it?</summary>
    private static bool NeedsBrackets(Syntax operand, int precedence)
    {
        if (operand.SingleChain is not { } chain) return true;
        for (int i = 0; i < chain.Length; i++)
        {
            if (Notation.AssignmentOperator(chain[i]) is not null) return true;
            if (!Notation.IsOperator(chain[i].Name)) continue;
            if (Notation.Precedence(chain[i]) is not { } inner) return true;
            if (i == 0 ? precedence != Notation.Loosest : inner >= precedence) return true;
        }

        return false;
    }

    private void WriteChain(StringBuilder builder, Syntax chain, int level)
    {
        if (Column(builder) + ChainLine(chain).Length <= Width)
        {
            builder.Append(ChainLine(chain));
            return;
        }

        for (int i = 0; i < chain.Children.Length; i++)
        {
            if (i > 0) builder.Append(' ');
            WriteMessage(builder, chain.Children, i, level);
        }
    }

    private void WriteMessage(StringBuilder builder, ImmutableArray<Syntax> chain, int i, int level)
    {
        Syntax message = chain[i];
        string line = MessageLine(chain, i);
        if (message.IsBare || Column(builder) + line.Length <= Width) builder.Append(line);
        else if (form == SourceForm.Infix && i == chain.Length - 1 && Notation.AssignmentOperator(message) is { } assignment && message.Children[1].Children.Length == 1)
        {
            builder.Append(Notation.AssignedName(message)).Append(' ').Append(assignment).Append(' ');
            WriteChain(builder, message.Children[1].Children[0], level);
        }
        else if (form == SourceForm.Infix && Notation.Precedence(message) is { } precedence)
        {
            bool needsBrackets = NeedsBrackets(message.Children[0], precedence);
            builder.Append(message.Name).Append(needsBrackets ? " (" : " ");
            if (message.Children[0].Children.Length == 1) WriteChain(builder, message.Children[0].Children[0], level);
            else builder.Append(Line(message.Children[0]));
            if (needsBrackets) builder.Append(')');
        }
        else if (form == SourceForm.Infix && i == chain.Length - 1 && Notation.AssignmentOperator(message) is not null) builder.Append(line);
        else WriteArguments(builder, message, level);
    }

    /// <summary>Short leading arguments stay on the line; from the first that does not fit on, each has lines of its own.</summary>
    private void WriteArguments(StringBuilder builder, Syntax message, int level)
    {
        (string open, string close) = Brackets(message);
        builder.Append(open);
        bool isBroken = false;
        for (int i = 0; i < message.Children.Length; i++)
        {
            Syntax argument = message.Children[i];
            isBroken |= i == message.Children.Length - 1 || argument.Children.Length > 1 || Column(builder) + Line(argument).Length + 2 > Width;
            if (!isBroken) builder.Append(i > 0 ? " " : "").Append(Line(argument));
            else
            {
                foreach (Syntax chain in argument.Children)
                {
                    Break(builder, level + 1);
                    WriteChain(builder, chain, level + 1);
                }
            }

            if (i + 1 < message.Children.Length) builder.Append(',');
        }

        Break(builder, level);
        builder.Append(close);
    }

    private static void Break(StringBuilder builder, int level) => builder.Append('\n').Append(' ', Indentation * level);

    private static int Column(StringBuilder builder)
    {
        int column = 0;
        for (int i = builder.Length - 1; i >= 0 && builder[i] != '\n'; i--) column++;
        return column;
    }
}
