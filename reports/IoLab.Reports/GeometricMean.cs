using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>A backend's geometric mean speedup over the benchmarks of a suite and metric.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Speedup">The mean with its interval.</param>
/// <param name="Benchmarks">How many benchmarks it is over.</param>
public sealed record GeometricMean(string Suite, string Metric, string Backend, Estimate Speedup, int Benchmarks)
{
    /// <summary>
    /// The means of all backends of a report that have a speedup on every benchmark that counts (a mean over different benchmarks would not compare).
    /// The interval takes the benchmarks' intervals as independent and symmetric on the logarithmic scale: half-widths add as squares.
    /// </summary>
    public static IReadOnlyList<GeometricMean> Of(ReportModel model)
    {
        var means = new List<GeometricMean>();
        foreach (var group in model.Benchmarks.Where(row => !model.LeftOutOfMeans.Contains(row.Benchmark)).GroupBy(row => (row.Suite, row.Metric)))
        {
            int all = group.Select(row => row.Benchmark).Distinct().Count();
            foreach (var backend in group.GroupBy(row => row.Backend))
            {
                var speedups = backend.Where(row => row.Speedup is { Value: > 0, Low: > 0 }).Select(row => row.Speedup!.Value).ToList();
                if (speedups.Count == all && all > 1)
                {
                    double mean = speedups.Average(s => Math.Log(s.Value));
                    double half = Math.Sqrt(speedups.Sum(s => Math.Pow((Math.Log(s.High) - Math.Log(s.Low)) / 2, 2))) / all;
                    var estimate = new Estimate(Math.Exp(mean), Math.Exp(mean - half), Math.Exp(mean + half), speedups.Min(s => s.Confidence));
                    means.Add(new GeometricMean(group.Key.Suite, group.Key.Metric, backend.Key, estimate, all));
                }
            }
        }
        return means;
    }
}
