namespace IoLab.Language;

/// <summary>
/// Rewrites operators into messages with arguments: <c>1 + 2 * 3</c> becomes <c>1 +(2 *(3))</c>, <c>a := 1</c> becomes
/// <c>setSlot("a", 1)</c>. Works in place; the root node stays the root.
/// </summary>
public static class Shuffler
{
    /// <summary>Shuffles a chain and all arguments in it, at any depth.</summary>
    /// <exception cref="SyntaxException">An operator lacks a side, or too many of them are open at once.</exception>
    /// <exception cref="ArgumentException">The context has no operator table.</exception>
    public static void Shuffle(Message root, ParserContext context)
    {
        if (context.Operators is not { } operators)
            throw new ArgumentException("The context has no operators to shuffle by.", nameof(context));
        var work = new Stack<Chain>();
        work.Push(new Chain(root, IsOneExpression: false));
        var shuffler = new ChainShuffler(context, operators, work);
        while (work.TryPop(out var chain))
            shuffler.Shuffle(chain);
    }
}

/// <summary>A chain that waits to be shuffled.</summary>
/// <param name="Head">Its first message.</param>
/// <param name="IsOneExpression">Is it known to have no terminators? (Nested assignments would look for the end again and again.)</param>
internal readonly record struct Chain(Message Head, bool IsOneExpression);
