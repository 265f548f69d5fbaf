namespace IoLab.Harness.SelfTest;

/// <summary>A command that finds faults.</summary>
public enum DetectingCommand
{
    /// <summary>The corpus with its expectations.</summary>
    Conform,
    /// <summary>Comparison with a sound backend.</summary>
    Diff,
    /// <summary>The result check of benchmarks.</summary>
    Bench,
    /// <summary>Comparison of times and bytes with a baseline.</summary>
    Gate,
}

/// <summary>What the commands tell right from wrong by. Taking one away must lower the score.</summary>
[Flags]
public enum Oracles
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>How a run ended.</summary>
    Outcome = 1,
    /// <summary>Type and message of an uncaught exception.</summary>
    Exception = 2,
    /// <summary>Standard output.</summary>
    Output = 4,
    /// <summary>The expected result of a benchmark.</summary>
    BenchmarkResult = 8,
    /// <summary>The gate on times.</summary>
    Time = 16,
    /// <summary>The gate on bytes.</summary>
    Allocation = 32,
    /// <summary>All.</summary>
    All = Outcome | Exception | Output | BenchmarkResult | Time | Allocation,
}

/// <summary>One cell: was this fault found by this command?</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Command">The command.</param>
/// <param name="MustFind">Is it this command's business?</param>
/// <param name="IsFound">Did it?</param>
/// <param name="Evidence">What it said; null when it found nothing.</param>
public sealed record DetectionCell(string Fault, DetectingCommand Command, bool MustFind, bool IsFound, string? Evidence)
{
    /// <summary>Found what must be found; a sound backend was not accused.</summary>
    public bool IsRight => MustFind ? IsFound : Fault != DetectionMatrix.Sound || !IsFound;
}

/// <summary>Which planted fault is found by which command.</summary>
/// <param name="Cells">One per fault and command, fault by fault; the first fault is <see cref="Sound"/>, where nothing may be found.</param>
public sealed record DetectionMatrix(IReadOnlyList<DetectionCell> Cells)
{
    /// <summary>The row of the backend without a fault.</summary>
    public const string Sound = "sound";

    /// <summary>The share of faults found by the commands that must find them, less the share of false accusations of the sound backend; 1 is perfect.</summary>
    public double Score
    {
        get
        {
            DetectionCell[] needed = [.. Cells.Where(cell => cell.MustFind)], sound = [.. Cells.Where(cell => cell.Fault == Sound)];
            double found = needed.Length == 0 ? 1 : (double)needed.Count(cell => cell.IsFound) / needed.Length;
            double accused = sound.Length == 0 ? 0 : (double)sound.Count(cell => cell.IsFound) / sound.Length;
            return found - accused;
        }
    }

    /// <summary>Is every cell right?</summary>
    public bool IsPerfect => Cells.All(cell => cell.IsRight);
}
