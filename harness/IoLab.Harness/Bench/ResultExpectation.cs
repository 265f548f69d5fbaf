namespace IoLab.Harness.Bench;

/// <summary>What <c>run(n)</c> must answer. A wrong answer is a failure and never a time.</summary>
public abstract record ResultExpectation
{
    private ResultExpectation()
    {
    }

    /// <summary>The expected text for n, or null when anything goes.</summary>
    public abstract string? TextFor(long iterations);

    /// <summary>The same text for every n.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Constant(string Text) : ResultExpectation
    {
        /// <inheritdoc/>
        public override string TextFor(long iterations) => Text;
    }

    /// <summary>A text computed from n.</summary>
    /// <param name="Expression">The computation.</param>
    public sealed record Computed(ArithmeticExpression Expression) : ResultExpectation
    {
        /// <inheritdoc/>
        public override string TextFor(long iterations) => Expression.TextFor(iterations);
    }

    /// <summary>Not checked.</summary>
    public sealed record Unchecked : ResultExpectation
    {
        /// <inheritdoc/>
        public override string? TextFor(long iterations) => null;
    }
}
