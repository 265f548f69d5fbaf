namespace IoLab.History.Formats;

/// <summary>A file to be imported does not have the shape it should have. Nothing was imported.</summary>
public sealed class HistoryFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Where, what was found and what was expected.</param>
    /// <param name="inner">The cause, if any.</param>
    public HistoryFormatException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}

/// <summary>A part of an imported file that was left out or read with a default.</summary>
/// <param name="Index">The entry's index in the file, from 0.</param>
/// <param name="Field">The field, such as <c>metrics.localSets</c>.</param>
/// <param name="Message">What was found, what was expected, and what was done.</param>
public sealed record ImportProblem(int Index, string Field, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"entry {Index}, {Field}: {Message}";
}

/// <summary>What an import did.</summary>
/// <param name="Runs">Runs in the file.</param>
/// <param name="Added">Points that are new in the store.</param>
/// <param name="AlreadyThere">Points the store had already.</param>
/// <param name="Problems">What was left out or assumed, in the order of the file.</param>
public sealed record ImportResult(int Runs, int Added, int AlreadyThere, IReadOnlyList<ImportProblem> Problems);
