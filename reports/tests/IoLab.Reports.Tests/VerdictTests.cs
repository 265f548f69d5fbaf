using IoLab.Contract;

namespace IoLab.Reports.Tests;

public sealed class VerdictTests
{
    private static readonly ReportModel Empty = new() { Title = "t", Time = DateTimeOffset.UnixEpoch };
    private static readonly ReportModel Full = SampleReport.Full();

    [Test]
    public void A_failed_case_or_a_worse_series_fails()
    {
        Assert.That(ReportVerdict.Of(Full).ToString(), Does.Contain("Fail").And.Contain(
            "2 of 666 conformance results failed; 1 series got worse, most of all localSets on closure (+10.4\u00A0%); 10 benchmarks measured."));
        Assert.That(ReportVerdict.Of(Empty with { Findings = Full.Findings }).Verdict, Is.EqualTo(Verdict.Fail));
        Assert.That(ReportVerdict.Of(Empty with { Cases = [new CaseResult("a", "b", "tree", CaseStatus.StaleKnownFailure, null, default)] }).Verdict, Is.EqualTo(Verdict.Fail));
    }

    [Test]
    public void Everything_as_expected_passes()
    {
        var model = Full with
        {
            Cases = [.. Full.Cases.Where(c => !ReportVerdict.IsFailure(c))], Findings = [.. Full.Findings.Where(f => f.Verdict == Verdict.Pass)],
        };
        Assert.That(ReportVerdict.Of(model), Is.EqualTo(new ReportVerdict(Verdict.Pass, "Pass",
            "3 backends meet the expectations of 223 cases; none of 4 series got worse; 10 benchmarks measured.")));
    }

    [Test]
    public void Doubt_is_not_a_pass()
    {
        var unclear = Empty with { Findings = [.. Full.Findings.Where(f => f.Verdict != Verdict.Fail)] };
        Assert.That(ReportVerdict.Of(unclear), Is.EqualTo(new ReportVerdict(Verdict.Undecidable, "Undecided", "1 of 5 series cannot be decided at this noise.")));
    }

    [Test]
    public void A_benchmark_without_a_time_and_a_report_of_nothing_give_no_verdict()
    {
        var failed = Full.Benchmarks[0] with { Level = null, Failure = "wrong result" };
        Assert.That(ReportVerdict.Of(Empty with { Benchmarks = [failed] }).Verdict, Is.EqualTo(Verdict.NoVerdict));
        Assert.That(ReportVerdict.Of(Empty), Is.EqualTo(new ReportVerdict(Verdict.NoVerdict, "No verdict", "There is nothing to judge.")));
    }

    [Test]
    public void The_geometric_mean_leaves_out_two_metrics_and_incomplete_backends()
    {
        BenchmarkRow Row(string benchmark, string backend, double? speedup) => Full.Benchmarks[0] with
        {
            Benchmark = benchmark, Backend = backend, Speedup = speedup is { } s ? new Estimate(s, s / 1.1, s * 1.1, 0.95) : null,
        };
        var means = GeometricMean.Of(Empty with { Benchmarks =
        [
            Row("a", "fast", 2), Row("b", "fast", 8), Row("vectorGflops", "fast", 1000), Row("coroutineSwitches", "fast", 0.001),
            Row("a", "half", 2), Row("b", "half", null),
        ] });
        var mean = means.Single();
        Assert.That((mean.Backend, mean.Benchmarks), Is.EqualTo(("fast", 2)));
        Assert.That(mean.Speedup.Value, Is.EqualTo(4).Within(1e-9));
        Assert.That(Math.Log(mean.Speedup.High / mean.Speedup.Value), Is.EqualTo(Math.Log(1.1) / Math.Sqrt(2)).Within(1e-9));
    }
}
