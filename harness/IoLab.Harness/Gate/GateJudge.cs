using System.Globalization;
using IoLab.Contract;
using IoLab.Harness.Stats;

namespace IoLab.Harness.Gate;

/// <summary>
/// Judges fresh points against baselines. A series fails only when its interval excludes "no change" in the worse direction after correction for the
/// number of series (Holm), and the change exceeds both the threshold and the A/A noise floor. It is undecidable when it does not fail but a change as large as the
/// threshold could not have been seen. Pure: the same points give the same report.
/// </summary>
/// <param name="options">What is asked for.</param>
public sealed class GateJudge(GateOptions options)
{
    /// <summary>Judges all series together.</summary>
    public GateReport Judge(IReadOnlyList<GateSeries> series)
    {
        options.Validate();
        (GateSeries Series, Comparison? Comparison, string? Obstacle)[] compared = [.. series.Select(one =>
            Obstacle(one) is { } obstacle ? (one, (Comparison?)null, obstacle) : (one, Compare(one), (string?)null))];
        Comparison[] comparisons = [.. compared.Where(entry => entry.Comparison is not null).Select(entry => entry.Comparison!)];
        double[] adjusted = Holm.Adjust([.. comparisons.Select(comparison => comparison.UpperTail)]);
        // A size that never varies cannot seem worse by chance, so it is none of the tests that share the error.
        int next = 0, tests = Math.Max(1, comparisons.Count(comparison => comparison.Result.StandardError > 0));
        var findings = new List<GateFinding>();
        foreach ((GateSeries one, Comparison? comparison, string? obstacle) in compared)
        {
            findings.Add(comparison is null ? NoVerdict(one, obstacle!) : Decide(one, comparison, adjusted[next++], tests));
        }

        return new GateReport([.. findings.OrderBy(finding => Rank(finding.Verdict)).ThenByDescending(finding => finding.Change.Value)]);
    }

    private string? Obstacle(GateSeries series)
    {
        if (series.Current.Count == 0)
        {
            return "was not measured, but the baseline has it: the benchmark failed, is gone, or was not selected";
        }

        if (series.Current.Any(point => !point.IsValid))
        {
            return "gave a wrong result or failed, so its times are worth nothing; run: iolab bench";
        }

        if (series.Baseline.Any(point => !point.IsValid))
        {
            return "has an invalid baseline; record a new one with: iolab bench --save-baseline NAME";
        }

        if (series.Baseline.Concat(series.Current).Select(point => point.ResultHash).Distinct().Count() > 1)
        {
            return "was changed since the baseline: its source differs; record a new baseline with: iolab bench --save-baseline NAME";
        }

        bool isSameMachine = series.Baseline.Concat(series.Current).Select(point => point.Key.Machine).Distinct().Count() == 1;
        return isSameMachine || options.AllowsOtherMachines
            ? null
            : "has a baseline of another machine; record one here with: iolab bench --save-baseline NAME";
    }

    private Comparison Compare(GateSeries series)
    {
        Comparison kernel = CostLogs.ToKernel(series) is { } toKernel
            ? Compare(series, toKernel, "")
            : Compare(series, CostLogs.Plain(series), series.Key.Unit == "B" ? "" : ", without anchor");
        if (CostLogs.ToBackend(series) is not { } toBackend)
        {
            return kernel;
        }

        // The anchor is chosen by what it leaves unexplained, never by what it says: that favours no verdict. To fail, a series must be worse against both.
        Comparison backend = Compare(series, toBackend, $", relative to {options.AnchorBackend}");
        return backend.Result.StandardError < kernel.Result.StandardError ? backend with { Other = kernel } : kernel with { Other = backend };
    }

    private Comparison Compare(GateSeries series, CostLogs costs, string anchor)
    {
        double floor = Math.Max(NoiseFloor.Of(costs.Old), NoiseFloor.Of(costs.New));
        if (series.Control.Count > 0 && series.Control.All(point => point.IsValid))
        {
            double apart = CostLogs.Plain(series.Control).Centre() - CostLogs.Plain(series.Current).Centre();
            floor = Math.Max(floor, Math.Exp(Math.Abs(apart)));
        }

        return new Comparison(Bootstrap.Difference(costs.Old, costs.New, options.Confidence), floor, anchor);
    }

    private GateFinding Decide(GateSeries series, Comparison comparison, double adjusted, int tests)
    {
        BootstrapResult result = comparison.Result;
        Estimate change = Bootstrap.Exponential(result.Estimate);
        double alpha = (1 - options.Confidence) / 2;
        double detectable = Math.Exp(result.StandardError * (
            CentreVariance.StudentQuantile(result.DegreesOfFreedom, 1 - (alpha / tests)) + CentreVariance.StudentQuantile(result.DegreesOfFreedom, options.Power)));
        bool isOneWorse = IsWorse(comparison), isOtherWorse = comparison.Other is { } other ? IsWorse(other) : isOneWorse;
        bool isBlind = detectable > options.Threshold || comparison.Floor > options.Threshold;
        Verdict verdict = isOneWorse && isOtherWorse && adjusted <= alpha ? Verdict.Fail
            : isBlind || isOneWorse != isOtherWorse ? Verdict.Undecidable
            : Verdict.Pass;
        return new GateFinding
        {
            Key = series.Key, Verdict = verdict, Change = change, NoiseFloor = comparison.Floor, DetectableChange = detectable, Threshold = options.Threshold,
            Explanation = Explain(series.Key, verdict, change, comparison, detectable),
        };
    }

    private bool IsWorse(Comparison comparison)
    {
        Estimate change = Bootstrap.Exponential(comparison.Result.Estimate);
        return change.Low > 1 && change.Value > options.Threshold && change.Value > comparison.Floor;
    }

    private string Explain(SeriesKey key, Verdict verdict, Estimate change, Comparison comparison, double detectable)
    {
        double visible = Math.Max(detectable, comparison.Floor);
        string blindness = visible < 2 ? $"a change below {R(visible)} could not have been seen" : "not even a doubling could have been seen";
        string subject = $"{Name(key)}: {R(change.Value)} times its former cost ({(change.Confidence * 100).ToString("0.#", CultureInfo.InvariantCulture)}% interval {R(change.Low)} to {R(change.High)}{comparison.Anchor})";
        return verdict switch
        {
            Verdict.Fail => $"{subject}, over the threshold of {R(options.Threshold)} and the noise floor of {R(comparison.Floor)}",
            Verdict.Undecidable when comparison.Other is { } other && IsWorse(comparison) != IsWorse(other) =>
                $"{subject}, but {R(Math.Exp(other.Result.Estimate.Value))} times{(other.Anchor.Length > 0 ? other.Anchor : ", relative to the kernel")}: the anchors disagree on whether it is worse; measure more (--rigorous)",
            Verdict.Undecidable => $"{subject}, but {blindness}, so a threshold of {R(options.Threshold)} cannot be decided; measure more (--rigorous) or raise --threshold",
            _ => $"{subject}; a change of {R(detectable)} would have been seen",
        };
    }

    private GateFinding NoVerdict(GateSeries series, string obstacle) => new()
    {
        Key = series.Key, Verdict = Verdict.NoVerdict, Change = new Estimate(1, 1, 1, options.Confidence), NoiseFloor = 1, DetectableChange = 1, Threshold = options.Threshold,
        Explanation = $"{Name(series.Key)} {obstacle}",
    };

    private static string Name(SeriesKey key) =>
        $"{key.Suite}/{key.Benchmark} {key.Metric} on {key.Backend}{(key.Label.Length > 0 ? $"[{key.Label}]" : "")}";

    /// <summary>Three decimals: a tenth of a percent, below which no floor lies.</summary>
    private static string R(double ratio) => ratio.ToString("0.000", CultureInfo.InvariantCulture);

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.NoVerdict => 1,
        Verdict.Undecidable => 2,
        _ => 3,
    };

    private sealed record Comparison(BootstrapResult Result, double Floor, string Anchor)
    {
        /// <summary>The same against the anchor that leaves more unexplained, or null.</summary>
        public Comparison? Other { get; init; }

        /// <summary>The p-value of being worse against all anchors: the larger one (intersection-union test; Berger, Technometrics 1982).</summary>
        public double UpperTail => Math.Max(Result.UpperTail, Other?.Result.UpperTail ?? 0);
    }
}
