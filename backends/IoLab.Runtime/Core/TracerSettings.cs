namespace IoLab.Runtime.Core;

/// <summary>What a <see cref="Tracer"/> records.</summary>
public sealed record TracerSettings
{
    /// <summary>Events between checkpoint hashes, at first.</summary>
    public long Interval { get; init; } = 1024;
    /// <summary>The events to record, or none.</summary>
    public (long First, long Last)? Window { get; init; }
    /// <summary>The events after which checkpoints are taken; null: all.</summary>
    public (long First, long Last)? CheckpointsWithin { get; init; }
    /// <summary>Kinds of events that are neither numbered nor hashed.</summary>
    public IReadOnlyCollection<ObservedKind> Omitted { get; init; } = [];
}
