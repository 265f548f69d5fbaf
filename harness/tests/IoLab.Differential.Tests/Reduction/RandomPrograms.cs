using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>Random program text of all shapes the parser knows, and planted names to look for. Such programs compile, but make no sense.</summary>
internal static class RandomPrograms
{
    /// <summary>A program's seed and how many names are planted in it.</summary>
    public static Arbitrary<(int Seed, int Planted)> Seeds { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from planted in Gen.Choose(1, 4)
        select (seed, planted));

    /// <summary>The program of a seed; <c>mark0</c>, <c>mark1</c>, ... stand somewhere in it.</summary>
    public static string Create(int seed, int planted)
    {
        var random = new Random(seed);
        var marks = new Queue<string>(Enumerable.Range(0, planted).Select(i => $"mark{i}"));
        var builder = new StringBuilder();
        int statements = random.Next(3, 12);
        for (int i = 0; i < statements || marks.Count > 0; i++)
        {
            if (random.Next(6) == 0) builder.Append("# a comment\n");
            Statement(builder, random, marks, 0);
            builder.Append(random.Next(3) == 0 ? " ; " : "\n\n"[..random.Next(1, 3)]);
        }

        return builder.ToString();
    }

    private static void Statement(StringBuilder builder, Random random, Queue<string> marks, int depth)
    {
        switch (random.Next(7))
        {
            case 0:
                builder.Append("slot").Append(random.Next(6)).Append(random.Next(3) == 0 ? " = " : " := ");
                break;
            case 1:
                builder.Append("Proto").Append(random.Next(3)).Append(" := ");
                break;
            case 2:
                builder.Append("object").Append(random.Next(3)).Append(" slot").Append(random.Next(6)).Append(" ::= ");
                break;
            case 3:
                builder.Append("return ");
                break;
        }

        Expression(builder, random, marks, depth);
    }

    private static void Expression(StringBuilder builder, Random random, Queue<string> marks, int depth)
    {
        Chain(builder, random, marks, depth);
        while (random.Next(3) == 0)
        {
            string[] operators = ["+", "*", "-", "..", "==", "and", "<", "**", "or", ">>"];
            builder.Append(' ').Append(operators[random.Next(operators.Length)]).Append(' ');
            Chain(builder, random, marks, depth);
        }
    }

    private static void Chain(StringBuilder builder, Random random, Queue<string> marks, int depth)
    {
        if (random.Next(12) == 0) builder.Append('-');
        switch (random.Next(9))
        {
            case 0:
                builder.Append(random.Next(2000) / (random.Next(2) == 0 ? 1.0 : 8.0));
                break;
            case 1:
                string[] texts = ["\"\"", "\"a text; (with) # much in it\"", "\"\\\"\\n\"", "\"\"\"raw\ntext\"\"\"", "\"λx\""];
                builder.Append(texts[random.Next(texts.Length)]);
                break;
            case 2:
                builder.Append("0x").Append(random.Next(300).ToString("x"));
                break;
            case 3 when depth < 4:
                builder.Append('(');
                Body(builder, random, marks, depth + 1);
                builder.Append(')');
                break;
            case 4:
                builder.Append("nil");
                break;
            default:
                Message(builder, random, marks, depth);
                break;
        }

        while (random.Next(3) == 0)
        {
            builder.Append(' ');
            Message(builder, random, marks, depth);
        }
    }

    private static void Message(StringBuilder builder, Random random, Queue<string> marks, int depth)
    {
        string[] names = ["slot1", "slot2", "foo", "println", "clone", "method", "block", "for", "if", "try", "list", "call"];
        builder.Append(marks.Count > 0 && random.Next(8) == 0 ? marks.Dequeue() : names[random.Next(names.Length)]);
        if (depth >= 4 || random.Next(3) > 0) return;
        (char open, char close) = random.Next(12) == 0 ? ('[', ']') : random.Next(12) == 0 ? ('{', '}') : ('(', ')');
        builder.Append(open);
        int count = random.Next(4);
        for (int i = 0; i < count; i++)
        {
            if (i > 0) builder.Append(", ");
            Body(builder, random, marks, depth + 1);
        }

        builder.Append(close);
    }

    private static void Body(StringBuilder builder, Random random, Queue<string> marks, int depth)
    {
        Statement(builder, random, marks, depth);
        while (random.Next(3) == 0)
        {
            builder.Append(random.Next(2) == 0 ? "; " : "\n    ");
            Statement(builder, random, marks, depth);
        }
    }
}
