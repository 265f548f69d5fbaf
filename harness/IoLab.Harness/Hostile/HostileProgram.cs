using IoLab.Contract;

namespace IoLab.Harness.Hostile;

/// <summary>A program that tries to bring down who runs it, with the limits it runs in and the ends it may come to.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Source">Its text.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Ends">What may become of it. A crash never may.</param>
public sealed record HostileProgram(string Name, string Source, RunLimits Limits, IReadOnlySet<Outcome> Ends)
{
    /// <summary>How much longer than its limit of time a run may take: what ends it looks now and then, on a machine that is busy.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>The program as run.</summary>
    public IoProgram ToProgram() => new() { Source = Source, Label = Name + ".io" };

    /// <summary>Null when the run ended as it may and within its limits; otherwise what is wrong with it.</summary>
    public string? Judge(RunResult result)
    {
        if (!Ends.Contains(result.Outcome)) return $"ended with {Describe(result)}; it may end with {string.Join(", ", Ends)}";
        if (Limits.Time != Timeout.InfiniteTimeSpan && result.Elapsed.ToTimeSpan() > Limits.Time + Tolerance)
        {
            return $"took {result.Elapsed.Value / 1e9:0.0} s, where its limit is {Limits.Time.TotalSeconds:0.###} s: {Describe(result)}";
        }

        // A byte that is no text became a character of three bytes.
        int length = System.Text.Encoding.UTF8.GetByteCount(result.StandardOutput);
        return length > 3 * Limits.OutputBytes ? $"{length} bytes of output, where its limit is {Limits.OutputBytes}" : null;
    }

    /// <summary>How a run ended, in a few words.</summary>
    public static string Describe(RunResult result) =>
        $"{result.Outcome}{(result.Exception?.Message ?? result.Detail) switch { null => "", { Length: > 300 } text => $" ({text[..300]}...)", var text => $" ({text})" }}";
}
