using IoLab.Contract;

namespace IoLab.Differential.Localisation;

/// <summary>The first differing event of two traces, or why there is none.</summary>
public sealed record Location
{
    /// <summary>What the search came to.</summary>
    public required LocationKind Kind { get; init; }
    /// <summary>The number of the first event that differs, from 0; null unless there is one.</summary>
    public long? Index { get; init; }
    /// <summary>The left side.</summary>
    public required LocatedSide Left { get; init; }
    /// <summary>The right side.</summary>
    public required LocatedSide Right { get; init; }
    /// <summary>How many runs the search took, both sides counted.</summary>
    public required int Runs { get; init; }
    /// <summary>Why the search came to nothing, for people; otherwise null.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// What the two sides did at the first difference, without values and positions, such as <c>Result Number + | Raise</c>: the same for all programs that
    /// meet the same bug in the same way. Null unless there is a difference.
    /// </summary>
    public string? Signature => Index is { } index ? $"{Name(Left.At(index))} | {Name(Right.At(index))}" : null;

    private static string Name(TraceEvent? happened) => happened switch
    {
        null => "End",
        { Kind: TraceEventKind.Send or TraceEventKind.Result } => $"{happened.Kind} {happened.Subject} {happened.Name}",
        _ => happened.Kind.ToString(),
    };
}

/// <summary>One side of a <see cref="Location"/>.</summary>
/// <param name="Backend">Its name.</param>
/// <param name="Outcome">How its runs ended.</param>
/// <param name="Events">How many events its trace has.</param>
/// <param name="Around">Its events around the first difference.</param>
public sealed record LocatedSide(string Backend, Outcome Outcome, long Events, IReadOnlyList<TraceEvent> Around)
{
    /// <summary>Its event of a number, if that is among <see cref="Around"/>.</summary>
    public TraceEvent? At(long index) => Around.FirstOrDefault(happened => happened.Index == index);
}
