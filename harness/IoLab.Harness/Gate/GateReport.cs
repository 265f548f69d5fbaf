using IoLab.Contract;

namespace IoLab.Harness.Gate;

/// <summary>The gate's decisions.</summary>
/// <param name="Findings">One per series, the worst first.</param>
public sealed record GateReport(IReadOnlyList<GateFinding> Findings)
{
    /// <summary>Fail when a series fails; otherwise no verdict, then undecidable, when a series is; otherwise pass.</summary>
    public Verdict Verdict =>
        Has(Verdict.Fail) ? Verdict.Fail :
        Has(Verdict.NoVerdict) ? Verdict.NoVerdict :
        Has(Verdict.Undecidable) ? Verdict.Undecidable : Verdict.Pass;

    private bool Has(Verdict verdict) => Findings.Any(finding => finding.Verdict == verdict);
}
