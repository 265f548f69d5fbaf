namespace IoLab.Runtime.Core;

/// <summary>An event as recorded inside a window, for people.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Message or slot name, exception text, or output.</param>
/// <param name="Subject">The receiver.</param>
/// <param name="Location">Label and line, where known.</param>
/// <param name="Value">The value written or answered, or null.</param>
public readonly record struct RecordedEvent(long Index, ObservedKind Kind, string Name, string Subject, string? Location, string? Value);
