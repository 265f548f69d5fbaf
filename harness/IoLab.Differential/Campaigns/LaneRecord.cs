using IoLab.Contract;

namespace IoLab.Differential.Campaigns;

/// <summary>All that a lane remembers of one program it has run.</summary>
public sealed record LaneRecord
{
    /// <summary>Its place in the lane, from 0.</summary>
    public required long Position { get; init; }
    /// <summary>What it was made with, for feedback.</summary>
    public required ulong Features { get; init; }
    /// <summary>How it ended on the first backend.</summary>
    public required Outcome Outcome { get; init; }
    /// <summary>Lines of its text.</summary>
    public required int Lines { get; init; }
    /// <summary>Messages of its text.</summary>
    public required int Messages { get; init; }
    /// <summary>Steps it took, where a backend counts them; otherwise 0.</summary>
    public required long Steps { get; init; }
    /// <summary>The edges it took that no earlier program of the lane had taken, ascending.</summary>
    public IReadOnlyList<uint> NewEdges { get; init; } = [];
    /// <summary>What is wrong with it; null for most.</summary>
    public Sighting? Sighting { get; init; }
}
