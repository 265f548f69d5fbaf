namespace IoLab.Differential.Localisation;

/// <summary>What a search for the first differing event came to.</summary>
public enum LocationKind
{
    /// <summary>The traces are equal.</summary>
    Same,
    /// <summary>Both sides have an event at <see cref="Location.Index"/>, and those differ.</summary>
    Differs,
    /// <summary>The left trace ends before <see cref="Location.Index"/>, the right one goes on there.</summary>
    LeftEnds,
    /// <summary>The right trace ends before <see cref="Location.Index"/>, the left one goes on there.</summary>
    RightEnds,
    /// <summary>No difference was found before a limit that does not strike at the same event twice, or a side gave no trace.</summary>
    Undecided,
    /// <summary>A side's trace was another one when it ran again.</summary>
    Unreproducible,
}
