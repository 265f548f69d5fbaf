using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>The one line on top of every report.</summary>
/// <param name="Verdict">The decision.</param>
/// <param name="Word">The decision in one word.</param>
/// <param name="Sentence">Why, in one sentence with numbers.</param>
public sealed record ReportVerdict(Verdict Verdict, string Word, string Sentence)
{
    /// <summary>
    /// The verdict of a report: fail when a case fails or the gate found something worse; no verdict when a benchmark failed or there is
    /// nothing to judge; undecidable when the gate could not tell; otherwise pass.
    /// </summary>
    public static ReportVerdict Of(ReportModel model)
    {
        int failedCases = model.Cases.Count(IsFailure);
        int judgedCases = model.Cases.Count(result => IsFailure(result) || result.Status == CaseStatus.Passed);
        var failedBenchmarks = model.Benchmarks.Where(row => row.Failure is not null).ToList();
        var worse = Gate(model, Verdict.Fail);
        var unclear = Gate(model, Verdict.Undecidable);
        var unjudged = Gate(model, Verdict.NoVerdict);

        Verdict verdict = failedCases > 0 || worse.Count > 0 ? Verdict.Fail
            : failedBenchmarks.Count > 0 || unjudged.Count > 0 || IsEmpty(model) ? Verdict.NoVerdict
            : unclear.Count > 0 ? Verdict.Undecidable
            : Verdict.Pass;

        var parts = new List<string>();
        if (model.Cases.Count > 0)
        {
            parts.Add(failedCases == 0 ? Agreement(model) : $"{failedCases} of {Plural(judgedCases, "conformance result")} failed");
        }
        if (worse.Count > 0)
        {
            var worst = worse.MaxBy(finding => finding.Change.Value)!;
            parts.Add($"{Plural(worse.Count, "series", "series")} got worse, most of all {worst.Key.Benchmark} on {worst.Key.Backend} "
                + $"({NumberFormat.Change(worst.Change.Value)})");
        }
        else if (model.Findings.Count > 0)
        {
            parts.Add(unclear.Count == 0 ? $"none of {model.Findings.Count} series got worse"
                : $"{unclear.Count} of {model.Findings.Count} series cannot be decided at this noise");
        }
        if (failedBenchmarks.Count > 0)
        {
            parts.Add($"{Plural(failedBenchmarks.Count, "benchmark")} gave no time ({failedBenchmarks[0].Benchmark} on {failedBenchmarks[0].Backend})");
        }
        else if (model.Benchmarks.Count > 0)
        {
            parts.Add($"{Plural(model.Benchmarks.Select(row => (row.Suite, row.Benchmark, row.Metric)).Distinct().Count(), "benchmark")} measured");
        }
        string sentence = parts.Count == 0 ? "There is nothing to judge." : string.Join("; ", parts) + ".";
        return new ReportVerdict(verdict, WordFor(verdict), char.ToUpperInvariant(sentence[0]) + sentence[1..]);
    }

    /// <summary>Does a case's status count against the verdict?</summary>
    public static bool IsFailure(CaseResult result) => result.Status is CaseStatus.Failed or CaseStatus.StaleKnownFailure;

    /// <summary>A decision in one word.</summary>
    public static string WordFor(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "Pass",
        Verdict.Fail => "Fail",
        Verdict.Undecidable => "Undecided",
        _ => "No verdict",
    };

    private static string Agreement(ReportModel model)
    {
        int cases = model.Cases.Select(result => (result.Area, result.Case)).Distinct().Count();
        int backends = model.Cases.Select(result => result.Backend).Distinct().Count();
        return $"{Plural(backends, "backend")} {(backends == 1 ? "meets" : "meet")} the expectations of {Plural(cases, "case")}";
    }

    private static bool IsEmpty(ReportModel model) => model.Cases.Count == 0 && model.Findings.Count == 0 && model.Benchmarks.Count == 0;

    private static List<GateFinding> Gate(ReportModel model, Verdict verdict) => [.. model.Findings.Where(finding => finding.Verdict == verdict)];

    private static string Plural(int count, string one, string? many = null) => $"{NumberFormat.Count(count)} {(count == 1 ? one : many ?? one + "s")}";
}
