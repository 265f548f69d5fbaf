using System.Text;

namespace IoLab.Language;

/// <summary>
/// Writes shuffled trees with infix operators. Line breaks follow the source: where a statement or an argument began a line it
/// begins one again. What is still to be written waits on a stack of its own, so depth costs no host stack.
/// </summary>
internal sealed class BlockLayout
{
    private const int SpacesPerLevel = 4;
    private const int MaxLevels = 64; // deeper code is not indented further: the output stays linear in the input

    private readonly StringBuilder _builder = new();
    private readonly Stack<Item> _pending = new();
    private int _sourceLine; // the last one that anything written came from
    private int _line; // the same, plus the breaks that were added after it

    public override string ToString() => _builder.ToString();

    public void Write(string text) => _builder.Append(text);

    /// <summary>Writes a body one level in, on lines of its own.</summary>
    public void WriteBody(Message? body)
    {
        BreakLine(1);
        if (body is null)
        {
            Write("nil");
            return;
        }

        _line = body.Line;
        _pending.Push(new Item(body, null, 1, IsFollowed: false));
        while (_pending.TryPop(out var item))
        {
            if (item.Message is { } message)
                WriteMessage(message, item.Level, item.IsFollowed);
            else if (item.Text is { } text)
                Write(text);
            else
            {
                BreakLine(item.Level);
                _line++;
            }
        }
    }

    private void WriteMessage(Message m, int level, bool isFollowed)
    {
        if (!m.IsTerminator)
        {
            _line = Math.Max(_line, m.Line);
            _sourceLine = Math.Max(_sourceLine, m.Line);
        }

        if (m.Next is { } next)
        {
            _pending.Push(new Item(next, null, level, isFollowed));
            if (!next.IsTerminator && !m.IsTerminator)
                _pending.Push(new Item(null, " ", level));
        }

        if (m.IsTerminator)
            WriteTerminator(m, level);
        else if (InfixForm.AssignmentOperator(m) is { } assignment)
        {
            Write(m.Arguments[0].Name.Text[1..^1]);
            Write($" {assignment} ");
            PushOperand(m.Arguments[1], InfixForm.NeedsBracketsAsValue(m.Arguments[1]), level, isFollowed: false);
        }
        else if (InfixForm.IsOperator(m, out var precedence))
        {
            Write(m.Name.Text);
            Write(" ");
            var operandIsFollowed = m.Next is { } following ? !following.IsTerminator : isFollowed;
            PushOperand(m.Arguments[0], InfixForm.NeedsBrackets(m.Arguments[0], precedence, operandIsFollowed), level, operandIsFollowed);
        }
        else
        {
            Write(m.Name.Text);
            PushArguments(m, level);
        }
    }

    /// <summary>A statement that began a line begins one again, after at most one empty line.</summary>
    private void WriteTerminator(Message m, int level)
    {
        if (m.Next is not { } next || (next.Line != 0 && next.Line <= _sourceLine))
        {
            Write("; ");
            return;
        }

        if (next.Line > _line + 1)
            Write("\n");
        BreakLine(level);
    }

    private void PushOperand(Message operand, bool brackets, int level, bool isFollowed)
    {
        if (brackets)
            _pending.Push(new Item(null, ")", level));
        PushChain(operand, level, isFollowed && !brackets);
        if (brackets)
            _pending.Push(new Item(null, "(", level));
    }

    /// <summary>A leading terminator stays a semicolon: as a line break it would not be part of the chain.</summary>
    private void PushChain(Message chain, int level, bool isFollowed)
    {
        var first = chain.IsTerminator ? chain.Next : chain;
        if (first is not null)
            _pending.Push(new Item(first, null, level, isFollowed));
        if (chain.IsTerminator)
            _pending.Push(new Item(null, "; ", level));
    }

    private void PushArguments(Message m, int level)
    {
        if (m.Arguments.Length == 0)
            return;
        _pending.Push(new Item(null, ")", level));
        var line = m.Line;
        var lines = new bool[m.Arguments.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = m.Arguments[i].Line > line;
            line = Math.Max(line, m.Arguments[i].Line);
        }

        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (lines[i])
                _pending.Push(new Item(null, null, level));
            PushChain(m.Arguments[i], lines[i] ? level + 1 : level, isFollowed: false);
            if (lines[i])
                _pending.Push(new Item(null, null, level + 1));
            _pending.Push(new Item(null, i == 0 ? "(" : lines[i] && lines[i - 1] ? "," : ", ", level));
        }
    }

    private void BreakLine(int level) => _builder.Append('\n').Append(' ', SpacesPerLevel * Math.Min(level, MaxLevels));

    /// <summary>A chain to write, or a text, or (neither) a line break to a level.</summary>
    /// <param name="Message">The chain.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Level">How far in.</param>
    /// <param name="IsFollowed">Does the expression go on behind the chain without a bracket between?</param>
    private readonly record struct Item(Message? Message, string? Text, int Level, bool IsFollowed = false);
}
