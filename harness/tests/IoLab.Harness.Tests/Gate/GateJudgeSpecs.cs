using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Harness.Gate;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Gate;

[TestFixture, CancelAfter(120_000)]
internal sealed class GateJudgeSpecs
{
    private static readonly GateOptions Options = new() { Threshold = 1.05 };
    private static readonly Guid Then = new(1, 0, 0, new byte[8]), Now = new(2, 0, 0, new byte[8]);

    [Test]
    public void A_clear_worsening_fails_and_names_benchmark_ratio_and_interval()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.01), Point(Now, 110, 0.01));
        Assert.Multiple(() =>
        {
            Assert.That(finding.Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(finding.Change.Value, Is.EqualTo(1.1).Within(0.01));
            Assert.That(finding.Explanation, Does.Match(@"^micro/b time on closure: 1\.\d{3} times its former cost \(95% interval 1\.0\d{2} to 1\.1\d{2}\), over the threshold of 1\.050 and the noise floor of 1\.0\d{2}$"));
        });
    }

    [Test]
    public void No_change_passes_and_says_what_would_have_been_seen()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.01), Point(Now, 100, 0.01));
        Assert.That((finding.Verdict, finding.Explanation.EndsWith("would have been seen", StringComparison.Ordinal)), Is.EqualTo((Verdict.Pass, true)));
    }

    [Test]
    public void An_improvement_passes() => Assert.That(Judge(Point(Then, 100, 0.01), Point(Now, 50, 0.01)).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_sure_worsening_below_the_threshold_passes()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.002), Point(Now, 103, 0.002));
        Assert.Multiple(() =>
        {
            Assert.That(finding.Change.Low, Is.GreaterThan(1));
            Assert.That(finding.Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_threshold_below_what_can_be_seen_is_undecidable_and_never_a_pass()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.2), Point(Now, 100, 0.2, seed: 9));
        Assert.Multiple(() =>
        {
            Assert.That(finding.Verdict, Is.EqualTo(Verdict.Undecidable));
            Assert.That(finding.DetectableChange, Is.GreaterThan(1.05));
            Assert.That(finding.Explanation, Does.Contain("cannot be decided"));
        });
    }

    [Test]
    public void A_small_step_at_low_noise_fails_a_strict_gate_and_at_high_noise_is_undecidable()
    {
        var strict = new GateOptions { Threshold = 1.015 };
        Assert.Multiple(() =>
        {
            Assert.That(Judge(Point(Then, 100, 0.005), Point(Now, 103, 0.005), strict).Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(Judge(Point(Then, 100, 0.10), Point(Now, 103, 0.10), strict).Verdict, Is.EqualTo(Verdict.Undecidable));
        });
    }

    [Test]
    public void A_rate_that_falls_is_a_worsening()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.01, rate: true), Point(Now, 80, 0.01, rate: true));
        Assert.Multiple(() =>
        {
            Assert.That(finding.Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(finding.Change.Value, Is.EqualTo(1.25).Within(0.02));
        });
    }

    [Test]
    public void A_machine_at_half_speed_is_no_worsening_because_the_anchor_slowed_down_too() =>
        Assert.That(Judge(Point(Then, 100, 0.01, anchor: 10), Point(Now, 190, 0.01, anchor: 19)).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void Without_an_anchor_values_are_compared_as_they_are_and_the_sentence_says_so()
    {
        GateFinding finding = Judge(Point(Then, 100, 0.01, anchor: null), Point(Now, 190, 0.01, anchor: null));
        Assert.That((finding.Verdict, finding.Explanation.Contains("without anchor", StringComparison.Ordinal)), Is.EqualTo((Verdict.Fail, true)));
    }

    [Test]
    public void Bytes_owe_nothing_to_the_machines_speed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Judge(Point(Then, 64, 0, anchor: 10, unit: "B"), Point(Now, 64, 0, anchor: 19, unit: "B")).Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(Judge(Point(Then, 64, 0, anchor: 10, unit: "B"), Point(Now, 72, 0, anchor: 10, unit: "B")).Verdict, Is.EqualTo(Verdict.Fail));
            Assert.That(Judge(Point(Then, 0, 0, unit: "B"), Point(Now, 24, 0, unit: "B")).Verdict, Is.EqualTo(Verdict.Fail), "the first allocation shows");
        });
    }

    [Test]
    public void A_change_within_a_measured_control_apart_by_more_does_not_fail()
    {
        GateSeries series = Series(Point(Then, 100, 0.01), Point(Now, 108, 0.01)) with { Control = [Point(Now, 122, 0.01) with { Key = Key("ns", false) with { Label = GateSeries.ControlLabel } }] };
        GateFinding finding = new GateJudge(Options).Judge([series]).Findings[0];
        Assert.Multiple(() =>
        {
            Assert.That(finding.NoiseFloor, Is.EqualTo(1.13).Within(0.02));
            Assert.That(finding.Verdict, Is.EqualTo(Verdict.Undecidable));
        });
    }

    [Test]
    public void What_the_kernel_does_not_follow_the_anchor_backend_does()
    {
        // The machine's memory became slower: closure and tree both need 20% more time, the kernel does not.
        SeriesPoint[] baseline = [Point(Then, 100, 0.01), Point(Then, 400, 0.01, seed: 3, backend: "tree")], current = [Point(Now, 120, 0.01), Point(Now, 480, 0.01, seed: 4, backend: "tree")];
        GateReport plain = new GateJudge(Options).Judge(GateSeries.Match(baseline, current));
        GateReport anchored = new GateJudge(Options with { AnchorBackend = "tree" }).Judge(GateSeries.Match(baseline, current, "tree"));
        Assert.Multiple(() =>
        {
            Assert.That(plain.Findings.Select(finding => finding.Verdict), Is.All.EqualTo(Verdict.Fail));
            Assert.That(anchored.Findings.Single(finding => finding.Key.Backend == "closure").Verdict, Is.Not.EqualTo(Verdict.Fail));
            Assert.That(anchored.Findings.Single(finding => finding.Key.Backend == "tree").Verdict, Is.EqualTo(Verdict.Fail), "a change of what both share shows on the anchor itself");
        });
    }

    [Test]
    public void A_change_of_one_backend_alone_fails_with_two_anchors()
    {
        SeriesPoint[] baseline = [Point(Then, 100, 0.01), Point(Then, 400, 0.01, seed: 3, backend: "tree")], current = [Point(Now, 112, 0.01), Point(Now, 400, 0.01, seed: 4, backend: "tree")];
        GateReport report = new GateJudge(Options with { AnchorBackend = "tree" }).Judge(GateSeries.Match(baseline, current, "tree"));
        Assert.That(report.Findings.Select(finding => (finding.Key.Backend, finding.Verdict)), Is.EqualTo(new[] { ("closure", Verdict.Fail), ("tree", Verdict.Pass) }));
    }

    [Test]
    public void A_wrong_result_is_no_verdict() =>
        Assert.That(Judge(Point(Then, 100, 0.01), Point(Now, 100, 0.01) with { IsValid = false }).Verdict, Is.EqualTo(Verdict.NoVerdict));

    [Test]
    public void A_changed_benchmark_is_no_verdict() =>
        Assert.That(Judge(Point(Then, 100, 0.01), Point(Now, 100, 0.01) with { ResultHash = "other" }).Explanation, Does.Contain("its source differs"));

    [Test]
    public void A_baseline_of_another_machine_is_no_verdict_unless_allowed()
    {
        SeriesPoint elsewhere = Point(Then, 100, 0.01) with { Key = Key("ns", false) with { Machine = "other" } };
        Assert.Multiple(() =>
        {
            Assert.That(Judge(elsewhere, Point(Now, 100, 0.01)).Verdict, Is.EqualTo(Verdict.NoVerdict));
            Assert.That(Judge(elsewhere, Point(Now, 100, 0.01), Options with { AllowsOtherMachines = true }).Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_series_that_is_not_measured_any_more_is_no_verdict() =>
        Assert.That(new GateJudge(Options).Judge(GateSeries.Match([Point(Then, 100, 0.01)], [])).Verdict, Is.EqualTo(Verdict.NoVerdict));

    [Test]
    public void The_worst_comes_first_and_one_failure_fails_the_report()
    {
        GateReport report = new GateJudge(Options).Judge([Series(Point(Then, 100, 0.01), Point(Now, 100, 0.01)), Series(Point(Then, 100, 0.01), Point(Now, 120, 0.01))]);
        Assert.That((report.Verdict, report.Findings[0].Verdict, report.Findings[1].Verdict), Is.EqualTo((Verdict.Fail, Verdict.Fail, Verdict.Pass)));
    }

    [Test]
    public void The_same_points_give_the_same_report_in_any_order_of_samples() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
    {
        SeriesPoint old = Point(Then, 100, 0.03), now = Point(Now, 104, 0.03, seed: 5);
        StoredSample[] shuffled = [.. now.Samples];
        new IoLab.Harness.Stats.SeededRandom(seed).Shuffle<StoredSample>(shuffled);
        return Judge(old, now) == Judge(old, now with { Samples = shuffled });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [TestCase(1.0, 0.95)]
    [TestCase(1.05, 1.0)]
    public void Impossible_options_are_refused(double threshold, double confidence) =>
        Assert.That(() => new GateOptions { Threshold = threshold, Confidence = confidence }.Validate(), Throws.TypeOf<HarnessException>());

    private static GateFinding Judge(SeriesPoint old, SeriesPoint now, GateOptions? options = null) => new GateJudge(options ?? Options).Judge([Series(old, now)]).Findings[0];

    private static GateSeries Series(SeriesPoint old, SeriesPoint now) => new() { Key = now.Key, Baseline = [old], Current = [now] };

    private static SeriesKey Key(string unit, bool rate, string backend = "closure") => new()
    {
        Suite = "micro", Benchmark = "b", Metric = rate ? "rate" : "time", Unit = unit, Direction = rate ? Direction.HigherIsBetter : Direction.LowerIsBetter,
        Backend = backend, Engine = "rounds", Machine = "m",
    };

    /// <summary>Five invocations of ten samples around a level.</summary>
    private static SeriesPoint Point(Guid run, double level, double jitter, int seed = 1, double? anchor = 10, bool rate = false, string unit = "ns", string backend = "closure")
    {
        var noise = new Noise(seed + run.GetHashCode());
        return new SeriesPoint
        {
            Key = Key(unit, rate, backend), Time = DateTimeOffset.UnixEpoch, RunId = run, ResultHash = "h",
            Samples = [.. Enumerable.Range(0, 50).Select(i => new StoredSample(i / 10, i % 10, 0, 1000, level * noise.Factor(jitter), anchor))],
        };
    }
}
