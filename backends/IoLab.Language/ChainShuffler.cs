using IoLab.Language.Mutants;

namespace IoLab.Language;

/// <summary>Shuffles one chain at a time; the arguments it meets go to the work list.</summary>
internal sealed class ChainShuffler(ParserContext context, IOperatorTable operators, Stack<Chain> work)
{
    private const int MaxOperatorLevels = 31;

    private readonly Symbol _empty = context.Symbols.Intern("");
    private readonly Symbol _setSlot = context.Symbols.Intern("setSlot");
    private readonly Symbol _setSlotWithType = context.Symbols.Intern("setSlotWithType");
    private readonly LiteralDecoder _literals = new(context.Literals, context.Mutants);
    private readonly Level[] _levels = new Level[MaxOperatorLevels + 1];
    private int _top;

    public void Shuffle(Chain chain)
    {
        _top = 0;
        _levels[0] = new Level { Last = null, IsWaiting = false, Precedence = int.MaxValue };
        for (var m = chain.Head; m is not null;)
        {
            if (m.Next is { } following && Assignment(following) is { } assignment && CanBeAssigned(m))
            {
                if (context.Mutants.Has(Mutant.UpdateDefines) && assignment.Text == "updateSlot" && IsSentToSomething)
                    assignment = _setSlot;
                Assign(m, following, assignment, chain.IsOneExpression);
                var rest = m.Next;
                Attach(m);
                m = rest;
                continue;
            }

            if (Assignment(m) is not null)
                throw Error($"{m.Name.Text} requires an expression to its left.", m, "an expression before it");
            var next = m.Next;
            if (m.IsTerminator)
            {
                FinishUpTo(MaxOperatorLevels);
                Attach(m);
            }
            else if (Precedence(m) is { } precedence)
            {
                FinishUpTo(precedence - (context.Mutants.Has(Mutant.PowerAssociativity) && m.Name.Text == "**" ? 1 : 0));
                Attach(m);
                Push(m, precedence);
                if (m.Arguments.Length > 0)
                    next = Regroup(m);
            }
            else
            {
                Attach(m);
                foreach (var argument in m.Arguments)
                    work.Push(new Chain(argument, IsOneExpression: false));
            }

            m = next;
        }

        while (_top >= 0)
            Finish();
    }

    /// <summary>Not the terminator; and brackets behind an operator are a group of their own, so that group is what is assigned.</summary>
    private bool CanBeAssigned(Message m) => !m.IsTerminator && (m.Arguments.Length == 0 || Precedence(m) is null);

    private Symbol? Assignment(Message m) => m.Cached is null ? operators.AssignmentMessage(m.Name) : null;

    private int? Precedence(Message m)
    {
        if (m.Cached is not null || operators.Precedence(m.Name) is not { } precedence)
            return null;
        if (precedence is < 0 or > MaxOperatorLevels)
            throw Error($"Precedence for operators must be between 0 and 31. Precedence was {precedence}.", m);
        return context.Mutants.Has(Mutant.ModuloPrecedence) && m.Name.Text == "%" ? precedence + 1 : precedence;
    }

    /// <summary>Does the message to come have a receiver of its own?</summary>
    private bool IsSentToSomething => _levels[_top] is { IsWaiting: false, Last.IsTerminator: false };

    /// <summary>Links a message behind the last one of the top level, or makes it the argument that level waits for.</summary>
    private void Attach(Message m)
    {
        ref var level = ref _levels[_top];
        if (level.IsWaiting)
            level.Last!.Arguments = [m];
        else if (level.Last is not null)
            level.Last.Next = m;
        level.Last = m;
        level.IsWaiting = false;
    }

    private void Push(Message m, int precedence)
    {
        if (_top == MaxOperatorLevels)
            throw Error("Overflowed operator stack. Only 31 levels of operators currently supported.", m, "brackets around parts of it");
        _levels[++_top] = new Level { Last = m, IsWaiting = true, Precedence = precedence };
    }

    private void FinishUpTo(int precedence)
    {
        while (_levels[_top].Precedence <= precedence && !_levels[_top].IsWaiting)
            Finish();
    }

    /// <summary>Ends the top level: its last message ends a chain, and loses a bracket that wraps its only argument.</summary>
    private void Finish()
    {
        if (_levels[_top--].Last is not { } last)
            return;
        last.Next = null;
        if (last.Arguments is [{ Arguments.Length: 1, Next: null } wrapper] && wrapper.Name == _empty)
            last.Arguments = wrapper.Arguments;
    }

    /// <summary>Moves an operator's bracketed arguments into a group that follows it, because that is what they are.</summary>
    private Message Regroup(Message m)
    {
        var group = Group(m);
        group.Next = m.Next;
        m.Arguments = Message.NoArguments;
        m.Next = group;
        return group;
    }

    private Message Group(Message m) =>
        new(_empty) { Arguments = m.Arguments, Label = m.Label, Line = m.Line, Character = m.Character };

    /// <summary>Makes a target the assignment of the rest of its expression; the operator and the value leave the chain.</summary>
    private void Assign(Message target, Message assignment, Symbol selector, bool isOneExpression)
    {
        if (assignment.Arguments.Length > 1)
            throw Error("Assign operator passed multiple arguments, e.g., a := (b, c).", assignment, "one value");
        var value = assignment.Next is { IsTerminator: false } following ? following : null;
        var rest = value is null ? assignment.Next : isOneExpression ? null : CutExpression(value);
        var chain = new Chain(value!, IsOneExpression: true);
        if (assignment.Arguments.Length == 1)
        {
            if (value is null)
                chain = new Chain(assignment.Arguments[0], IsOneExpression: false);
            else
            {
                var group = Group(assignment);
                group.Next = value;
                chain = new Chain(group, IsOneExpression: true);
            }
        }
        else if (value is null)
            throw Error($"{assignment.Name.Text} must be followed by a value.", assignment, "a value after it");

        target.Arguments = [AssignedName(target, ref selector), chain.Head];
        target.Cached = null;
        target.Rename(selector);
        target.Next = rest;
        work.Push(chain);
    }

    /// <summary>What an assignment gets first: the name as a string literal, or the message itself if it has arguments.</summary>
    private Message AssignedName(Message target, ref Symbol selector)
    {
        if (target.Arguments.Length > 0)
        {
            foreach (var argument in target.Arguments)
                work.Push(new Chain(argument, IsOneExpression: false));
            return target.ShallowCopy();
        }

        if (selector == _setSlot && target.Name.IsUpperCase)
            selector = _setSlotWithType;
        var name = target.Name.Text;
        return new Message(context.Symbols.Intern($"\"{name}\""))
        {
            Label = target.Label, Line = target.Line, Character = target.Character, Cached = _literals.Text(name),
        };
    }

    /// <summary>Ends an expression before its terminator, which is returned.</summary>
    private static Message? CutExpression(Message first)
    {
        var last = first;
        while (last.Next is { IsTerminator: false } next)
            last = next;
        var terminator = last.Next;
        last.Next = null;
        return terminator;
    }

    private static SyntaxException Error(string description, Message at, string? expected = null) =>
        new(description, at.Line, at.Character, expected);

    /// <summary>A chain under construction.</summary>
    private struct Level
    {
        public Message? Last; // where the next message goes: behind it, or into it while the level waits
        public bool IsWaiting;
        public int Precedence;
    }
}
