namespace IoLab.Contract;

/// <summary>A duration in nanoseconds. Never negative in a measurement; a difference may be.</summary>
/// <param name="Value">Nanoseconds.</param>
public readonly record struct Nanoseconds(double Value) : IComparable<Nanoseconds>
{
    /// <summary>The same duration from .NET ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public static Nanoseconds FromStopwatchTicks(long ticks) =>
        new(ticks * (1e9 / System.Diagnostics.Stopwatch.Frequency));

    /// <summary>The same duration as a <see cref="TimeSpan"/>, whose resolution is 100 ns.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks((long)(Value / 100));

    /// <inheritdoc/>
    public int CompareTo(Nanoseconds other) => Value.CompareTo(other.Value);
}

/// <summary>A size in bytes, zero or more.</summary>
/// <param name="Value">Bytes.</param>
public readonly record struct Bytes(long Value);

/// <summary>A dimensionless quotient of two quantities of the same unit, greater than zero.</summary>
/// <param name="Value">The quotient; 1 means equal.</param>
public readonly record struct Ratio(double Value);
