using IoLab.Contract;

namespace IoLab.Reports.Tests;

/// <summary>A report whose every text tries to be markup, script, an attribute or a table cell.</summary>
internal static class HostileReport
{
    public const string Evil = "</script><script>window.hacked=1</script><img src=x onerror=alert(1)>\" onclick=\"alert(2)' & ]]> | `x` @team #1 \u0000\u2028\uD800 <!-- {{7*7}}";

    public static ReportModel Make() => new()
    {
        Title = Evil,
        Time = DateTimeOffset.UnixEpoch,
        Backends = [new BackendInfo(Evil, Evil, Evil)],
        ReferenceBackend = Evil,
        Cases = [new CaseResult(Evil, Evil, Evil, CaseStatus.Failed, Evil + "\n" + Evil, new Nanoseconds(1)), new CaseResult(Evil, "2", Evil, CaseStatus.KnownFailure, Evil, default)],
        Benchmarks =
        [
            new BenchmarkRow
            {
                Suite = Evil, Benchmark = Evil, Metric = Evil, Unit = Evil, Direction = Direction.LowerIsBetter, Backend = Evil,
                Level = new Estimate(double.NaN, double.NegativeInfinity, double.PositiveInfinity, 0.95), Remarks = [Evil],
            },
            new BenchmarkRow
            {
                Suite = Evil, Benchmark = "failed", Metric = Evil, Unit = Evil, Direction = Direction.LowerIsBetter, Backend = Evil, Failure = Evil,
            },
        ],
        Findings =
        [
            new GateFinding
            {
                Key = Key(), Verdict = Verdict.Fail, Change = new Estimate(1.5, 1.4, 1.6, 0.95), NoiseFloor = 1, DetectableChange = 1, Threshold = 1, Explanation = Evil,
            },
        ],
        History = [new HistorySeries(Key(), [new HistoryPoint { Time = DateTimeOffset.UnixEpoch, RunId = Guid.Empty, Commit = Evil, Median = 5, Low = 4, High = 6, Samples = 1 }])],
        Environment = SampleReport.Environment() with { Processor = Evil, OperatingSystem = Evil, Commit = Evil, Branch = Evil },
        Commands = [new ReportCommand(Evil, Evil + "\n```\n# heading")],
        Notes = [Evil],
    };

    private static SeriesKey Key() => SampleReport.Key("x", "tree") with
    {
        Suite = Evil, Benchmark = Evil, Metric = Evil, Unit = Evil, Backend = Evil, Machine = Evil, Label = Evil,
    };
}
