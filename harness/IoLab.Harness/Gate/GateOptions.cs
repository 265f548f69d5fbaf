namespace IoLab.Harness.Gate;

/// <summary>What the gate asks for.</summary>
public sealed record GateOptions
{
    /// <summary>The change that fails, as a ratio in the worse direction, above 1: 1.05 is 5% worse.</summary>
    public double Threshold { get; init; } = 1.05;

    /// <summary>
    /// The confidence of each interval; the chance that a run without any change fails is kept below half of the rest (2.5%) over all series together.
    /// </summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The chance with which a change of the reported detectable size is seen.</summary>
    public double Power { get; init; } = 0.9;

    /// <summary>
    /// A backend measured in the same rounds that serves as a second anchor, usually <c>tree</c>; null for the calibration kernel alone. A series then fails only when it is
    /// worse against both: what the kernel does not follow (memory) the backend does, and a change of what both backends share shows on the anchor's own series.
    /// </summary>
    public string? AnchorBackend { get; init; }

    /// <summary>Is the anchor backend's own series judged as well? Not when it was not asked for: it could only leave a verdict about others undecided.</summary>
    public bool JudgesAnchor { get; init; } = true;

    /// <summary>Are baselines of other machines compared, through the anchor? Their caches differ, so the default is to refuse.</summary>
    public bool AllowsOtherMachines { get; init; }

    /// <summary>Is a failing series measured once more, alone, before it fails? It must fail again.</summary>
    public bool Confirms { get; init; } = true;

    /// <summary>How often an undecided gate measures on, everything judged together; 0 or more.</summary>
    public int FurtherRuns { get; init; } = 2;

    /// <summary>Checks the options.</summary>
    /// <exception cref="HarnessException">One is out of range.</exception>
    public void Validate()
    {
        if (Threshold <= 1 || !double.IsFinite(Threshold))
        {
            throw new HarnessException($"a threshold of {Threshold} is no worsening; 5% is 1.05");
        }

        if (FurtherRuns < 0)
        {
            throw new HarnessException($"{FurtherRuns} further runs: it must be 0 or more");
        }

        if (Confidence is <= 0.5 or >= 1 || Power is <= 0.5 or >= 1)
        {
            throw new HarnessException($"confidence {Confidence} and power {Power} must lie between 0.5 and 1");
        }
    }
}
