namespace IoLab.Language;

/// <summary>Makes the cached results of literal messages, so that trees need no second pass before they can be evaluated.</summary>
public interface ILiteralFactory
{
    /// <summary>A number literal.</summary>
    object Number(double value);

    /// <summary>A string literal, escapes decoded.</summary>
    /// <param name="codePoints">Its code points (also those that came from <c>\x</c> and digit escapes).</param>
    object Text(ReadOnlySpan<int> codePoints);

    /// <summary>The names <c>nil</c>, <c>true</c> and <c>false</c>; null for any other name.</summary>
    object? Constant(string name);
}
