namespace IoLab.Harness;

/// <summary>The harness was given something it cannot work with: a malformed file, an impossible option. The message says what, where and what to try.</summary>
public sealed class HarnessException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, with the value, and what to try.</param>
    /// <param name="inner">The cause, if any.</param>
    public HarnessException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
