using System.Text;

namespace IoLab.Language;

/// <summary>Writes message trees as source text: what <c>Message code</c> answers.</summary>
public static class Printer
{
    private const string Ellipsis = "...";

    /// <summary>A chain and its arguments; the terminator as <c> ;</c> and a newline.</summary>
    public static string Print(Message message)
    {
        var builder = new StringBuilder();
        Write(builder, message, ";\n", spaceBefore: true, int.MaxValue);
        return builder.ToString();
    }

    /// <summary>One line, cut: what <c>asSimpleString</c> answers with 40.</summary>
    /// <param name="message">The chain.</param>
    /// <param name="maxLength">The greatest length in UTF-16 units, the dots included.</param>
    public static string Print(Message message, int maxLength)
    {
        var builder = new StringBuilder();
        Write(builder, message, "; ", spaceBefore: false, maxLength);
        if (builder.Length <= maxLength)
            return builder.ToString();
        var kept = Math.Max(0, maxLength - Ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(builder[kept - 1]))
            kept--;
        return builder.ToString(0, kept) + Ellipsis;
    }

    /// <summary>Writes until done or longer than the limit, with its own stack instead of the host's.</summary>
    private static void Write(StringBuilder builder, Message root, string terminator, bool spaceBefore, int limit)
    {
        var open = new Stack<(Message Message, int Argument)>();
        var m = root;
        while (builder.Length <= limit)
        {
            builder.Append(m.IsTerminator ? terminator : m.Name.Text);
            if (m.Arguments.Length > 0)
            {
                builder.Append('(');
                open.Push((m, 0));
                m = m.Arguments[0];
                continue;
            }

            // The message is done: go on behind it, or else with whatever it was the last part of.
            while (m.Next is null)
            {
                if (!open.TryPop(out var group))
                    return;
                m = group.Message;
                if (group.Argument + 1 < m.Arguments.Length)
                {
                    builder.Append(", ");
                    open.Push((m, group.Argument + 1));
                    m = m.Arguments[group.Argument + 1];
                    goto nextMessage;
                }

                builder.Append(')');
            }

            if (!m.IsTerminator && (spaceBefore || !m.Next.IsTerminator))
                builder.Append(' ');
            m = m.Next;
        nextMessage:;
        }
    }
}
