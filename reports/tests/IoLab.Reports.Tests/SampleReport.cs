using IoLab.Contract;

namespace IoLab.Reports.Tests;

/// <summary>
/// A report as a VM author would see it, with made-up numbers: nine micro metrics, three backends, thirty runs, twelve areas with two
/// failures, a series that got worse and one that cannot be decided. The same in every run.
/// </summary>
internal static class SampleReport
{
    public static readonly string[] Backends = ["tree", "closure", "io"];

    public static readonly (string Name, double Tree, double Closure, double Io)[] Micro =
    [
        ("localAccesses", 9.41, 96.3, 12.78), ("localSets", 6.12, 61.7, 6.951), ("slotAccesses", 7.80, 72.4, 8.661), ("slotSets", 5.02, 40.1, 4.891),
        ("blockActivations", 4.35, 31.9, 7.975), ("instantiations", 1.91, 12.6, 2.192), ("cfuncActivations", 7.7, 66.0, 8.814),
        ("coroutineSwitches", 0.91, 0.874, 0.105), ("vectorGflops", 2.91, 2.93, 1.605),
    ];

    private static readonly string[] Areas =
        ["blocks", "control", "coroutines", "exceptions", "lists", "maps", "messages", "numbers", "objects", "operators", "sequences", "syntax"];

    private static readonly DateTimeOffset Now = new(2026, 6, 13, 14, 5, 0, TimeSpan.Zero);

    public static ReportModel Full() => new()
    {
        Title = "tree, closure and io on the micro suite",
        Time = Now,
        Backends =
        [
            new BackendInfo("tree", "0.1.0", "heap frames over message trees; the oracle"),
            new BackendInfo("closure", "0.1.0", "messages compiled to fused node objects with per-site caches"),
            new BackendInfo("io", "20260302", "the reference VM, as an external command"),
        ],
        ReferenceBackend = "tree",
        Cases = Cases(),
        Benchmarks = Benchmarks(),
        Findings = Findings(),
        History = History(),
        Environment = Environment(),
        Commands =
        [
            new ReportCommand("measure again", "iolab bench --suite micro --backends tree,closure,io --seed 20260613"),
            new ReportCommand("repeat the failing case on one backend", "iolab conform 'exceptions/nested-try' --backend closure"),
            new ReportCommand("judge against the stored baseline", "iolab gate --baseline main --fail 8%"),
        ],
        Notes = ["One of 2 processors was busy when the run began (load 0.81): intervals are wider than usual."],
    };

    public static EnvironmentInfo Environment() => new()
    {
        Fingerprint = "9f31c07a", Processor = "Example Processor 8-Core", Cores = 8, Memory = new Bytes(16_384_000_000),
        OperatingSystem = "Debian GNU/Linux 12, kernel 6.1", Runtime = ".NET 10.0.1", Governor = "performance", IsVirtual = false, LoadAverage = 0.81,
        RuntimeSettings = "workstation GC, not concurrent, tiered PGO", Commit = "1f6c9d2+dirty", Branch = "main",
    };

    public static IReadOnlyList<CaseResult> Cases()
    {
        var cases = new List<CaseResult>();
        foreach (var (a, area) in Areas.Index())
        {
            foreach (int number in Enumerable.Range(1, 14 + a * 5 % 11))
            {
                foreach (string backend in Backends)
                {
                    cases.Add(Case(area, number, backend));
                }
            }
        }
        return cases;
    }

    public static IReadOnlyList<BenchmarkRow> Benchmarks()
    {
        var rows = new List<BenchmarkRow>();
        foreach (var (name, tree, closure, io) in Micro)
        {
            foreach (var (backend, level) in new[] { ("tree", tree), ("closure", closure), ("io", io) })
            {
                double wide = 0.004 + name.Length % 5 * 0.004;
                rows.Add(new BenchmarkRow
                {
                    Suite = "micro", Benchmark = name, Metric = "rate", Unit = name == "vectorGflops" ? "Gflops" : "Mops/s", Direction = Direction.HigherIsBetter,
                    Backend = backend, Level = Around(level, wide), Speedup = backend == "tree" ? null : Around(level / tree, wide * 1.3), Samples = 30,
                    Remarks = name == "instantiations" && backend == "closure" ? ["did not settle in 2 of 6 processes"] : [],
                });
            }
        }
        foreach (var (backend, level) in new[] { ("tree", 48.2e6), ("closure", 61.7e6), ("io", 31.4e6) })
        {
            rows.Add(new BenchmarkRow
            {
                Suite = "micro", Benchmark = "hello", Metric = "startup", Unit = "ns", Direction = Direction.LowerIsBetter, Backend = backend,
                Level = Around(level, 0.02), Speedup = backend == "tree" ? null : Around(48.2e6 / level, 0.03), Samples = 12,
            });
        }
        return rows;
    }

    public static IReadOnlyList<GateFinding> Findings() =>
    [
        Finding("localSets", "closure", Verdict.Fail, new Estimate(1.104, 1.091, 1.118, 0.95)),
        Finding("coroutineSwitches", "closure", Verdict.Undecidable, new Estimate(1.04, 0.93, 1.16, 0.95)),
        .. Micro.Where(m => m.Name is not ("localSets" or "coroutineSwitches")).Take(4)
            .Select(m => Finding(m.Name, "closure", Verdict.Pass, Around(1 + m.Name.Length % 3 * 0.004 - 0.004, 0.012))),
    ];

    public static IReadOnlyList<HistorySeries> History()
    {
        var random = new Random(42);
        var runs = Enumerable.Range(0, 30).Select(i => (Id: new Guid(i + 1, 0, 0, new byte[8]), Time: Now.AddDays(-60 + 2 * i), Commit: $"{0x1f6c9d2 + i * 7919:x7}")).ToList();
        var all = new List<HistorySeries>();
        foreach (var (name, tree, closure, io) in Micro)
        {
            foreach (var (backend, level) in new[] { ("tree", tree), ("closure", closure), ("io", io) })
            {
                int step = backend == "closure" ? 9 + name.Length % 7 : 99;
                var points = runs.Index().Where(run => backend != "io" || run.Index % 2 == 0).Select(run =>
                {
                    double mid = level * (backend == "closure" && run.Index < step ? 0.62 : 1) * (1 + (random.NextDouble() - 0.5) * 0.04);
                    bool isWrong = backend == "closure" && name == "slotSets" && run.Index == 5;
                    return new HistoryPoint
                    {
                        Time = run.Item.Time, RunId = run.Item.Id, Commit = run.Item.Commit, Samples = 30, Median = isWrong ? mid * 1.4 : mid,
                        Low = mid * (0.985 - random.NextDouble() * 0.02), High = mid * (1.015 + random.NextDouble() * 0.02),
                        IsValid = !isWrong, LevelChange = run.Index == step ? 1 / 0.62 : null,
                    };
                });
                all.Add(new HistorySeries(Key(name, backend), [.. points]));
            }
        }
        return all;
    }

    public static SeriesKey Key(string benchmark, string backend) => new()
    {
        Suite = "micro", Benchmark = benchmark, Metric = "rate", Unit = benchmark == "vectorGflops" ? "Gflops" : "Mops/s",
        Direction = Direction.HigherIsBetter, Backend = backend, Engine = backend == "io" ? "import" : "rounds", Machine = "9f31c07a",
    };

    public static Estimate Around(double value, double share) => new(value, value * (1 - share), value * (1 + share), 0.95);

    private static GateFinding Finding(string benchmark, string backend, Verdict verdict, Estimate change) => new()
    {
        Key = Key(benchmark, backend), Verdict = verdict, Change = change, NoiseFloor = verdict == Verdict.Undecidable ? 1.09 : 1.018,
        DetectableChange = verdict == Verdict.Undecidable ? 1.14 : 1.025, Threshold = 1.08,
        Explanation = verdict switch
        {
            Verdict.Fail => "10.4 % worse (9.1 % to 11.8 %), beyond the threshold of 8 % and the noise floor of 1.8 %; repeat: iolab gate micro/localSets --backend closure",
            Verdict.Undecidable => "the smallest change that 30 samples can show here is 14 %, the threshold is 8 %: more samples or a quieter machine",
            _ => "within the threshold",
        },
    };

    private static CaseResult Case(string area, int number, string backend)
    {
        var (status, detail) = (area, number, backend) switch
        {
            ("exceptions", 3, "closure") => (CaseStatus.Failed,
                "line 4 of standard output differs\n  expected: caught: Object does not respond to 'foo'\n  actual:   caught: nil does not respond to 'foo'\nrepeat: iolab conform exceptions/nested-try --backend closure"),
            ("numbers", 7, "io") => (CaseStatus.Failed,
                "line 1 of standard output differs\n  expected: 0.1\n  actual:   0.10000000000000001\nrepeat: iolab conform numbers/printing --backend io"),
            ("coroutines", <= 2, "io") => (CaseStatus.KnownFailure, "the reference loses the frames of a resumed coroutine; see DIVERGENCES.md"),
            ("messages", 5, "io") => (CaseStatus.Skipped, "needs capability: continuations"),
            _ => (CaseStatus.Passed, null),
        };
        string name = (area, number) switch { ("exceptions", 3) => "nested-try", ("numbers", 7) => "printing", _ => $"case-{number:00}" };
        return new CaseResult(area, name, backend, status, detail, new Nanoseconds(1.5e6 + number * 1e4));
    }
}
